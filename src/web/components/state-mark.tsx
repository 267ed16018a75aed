import type { ReactNode } from 'react'
import { shapes, type State } from '#charts/state.ts'

/** How something stands: shape, word and color together, so that none is needed alone. */
export function StateMark({ state, word }: { readonly state: State; readonly word: string }): ReactNode {
  return (
    <span className={`state ${state}`}>
      <span className="shape" aria-hidden="true">
        {shapes[state]}
      </span>
      {word}
    </span>
  )
}
