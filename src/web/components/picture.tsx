import { useId, type ReactNode } from 'react'
import { shapes, type State } from '#charts/state.ts'
import type { Drawing } from '#charts/svg.ts'
import { useSpeech } from '#web/speech.tsx'

/** A drawing of `#charts`, whose builders escape every foreign text. `draw` gets an id of its own in the page. */
export function Picture({ draw }: { readonly draw: (id: string) => Drawing }): ReactNode {
  const id = `p${useId().replace(/\W/g, '')}`
  return <div className="drawn" dangerouslySetInnerHTML={{ __html: draw(id).svg }} />
}

/** A picture with what its marks mean and with its table twin behind it. */
export function ChartWithTwin({
  title,
  explanation,
  wide,
  narrow,
  legend = [],
  children,
}: {
  readonly title: string
  readonly explanation?: string
  readonly wide: (id: string) => Drawing
  readonly narrow: (id: string) => Drawing
  readonly legend?: readonly { readonly state: State; readonly word: string }[]
  /** The table. */
  readonly children: ReactNode
}): ReactNode {
  const { words } = useSpeech()
  return (
    <figure className="picture">
      <figcaption>
        <h2>{title}</h2>
        {explanation === undefined ? null : <p className="muted">{explanation}</p>}
      </figcaption>
      <div className="wide">
        <Picture draw={wide} />
      </div>
      <div className="narrow">
        <Picture draw={narrow} />
      </div>
      {legend.length === 0 ? null : (
        <ul className="legend" aria-label={words.report.legend}>
          {legend.map(({ state, word }) => (
            <li key={state} className={`state ${state}`}>
              <span className="shape" aria-hidden="true">
                {shapes[state]}
              </span>
              {word}
            </li>
          ))}
        </ul>
      )}
      <details className="twin">
        <summary>{words.report.tableTwin}</summary>
        {children}
      </details>
    </figure>
  )
}
