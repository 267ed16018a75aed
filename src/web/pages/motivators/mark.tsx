import type { ReactNode } from 'react'
import { shapes } from '#charts/state.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Bar } from './data.ts'

const marks = {
  served: { state: 'good', shape: shapes.good },
  reachable: { state: 'plain', shape: shapes.plain },
  locked: { state: 'watch', shape: shapes.watch },
  'not-wanted': { state: 'declined', shape: '✕' },
  unknown: { state: 'unknown', shape: shapes.unknown },
} as const satisfies Record<Bar['state'], { state: string; shape: string }>

/** How a motivator stands: shape, word and color. */
export function MotivatorMark({ state }: { readonly state: Bar['state'] }): ReactNode {
  const { words } = useSpeech()
  const { state: look, shape } = marks[state]
  return (
    <span className={`state ${look}`}>
      <span className="shape" aria-hidden="true">
        {shape}
      </span>
      {words.portal.motivators.states[state]}
    </span>
  )
}
