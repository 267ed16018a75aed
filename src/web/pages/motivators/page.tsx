import type { ReactNode } from 'react'
import type { State } from '#charts/state.ts'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { useMatrix, type Bar, type Matrix } from './data.ts'

const states = {
  served: 'good',
  reachable: 'plain',
  locked: 'watch',
  'not-wanted': 'plain',
  unknown: 'unknown',
} as const satisfies Record<Bar['state'], State>

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { motivators } = words.portal
  const [search, setSearch] = useSearchState()
  const query = useMatrix(search['area'])
  return (
    <PageFrame title={words.portal.pages.motivators} lead={motivators.lead}>
      <Loaded query={query}>
        {(data) =>
          data.rows.every(({ bars }) => bars.length === 0) ? (
            <EmptyState title={motivators.none} body={motivators.noneBody} command="headwater motivators template" />
          ) : (
            <>
              {data.areas.length < 2 ? null : (
                <form className="filters" onSubmit={(event) => event.preventDefault()}>
                  <label>
                    {motivators.area}
                    <select
                      value={data.area ?? ''}
                      onChange={(event) => setSearch({ area: event.currentTarget.value || undefined })}
                    >
                      {data.areas.map(({ id, name }) => (
                        <option key={id} value={id ?? ''}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </label>
                </form>
              )}
              <MatrixTable data={data} />
              {data.isWithholding ? <p className="note">{motivators.withheld}</p> : null}
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

/** Kinds of value down, levels across; a motivator is a bar over the levels it speaks to. */
function MatrixTable({ data }: { readonly data: Matrix }): ReactNode {
  const { words } = useSpeech()
  const { motivators } = words.portal
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={motivators.matrix}>
      <table className="matrix">
        <caption className="visually-hidden">{motivators.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{motivators.kind}</th>
            {data.levels.map((level) => (
              <th key={level} scope="col">
                {level}
              </th>
            ))}
          </tr>
        </thead>
        {data.rows.map(({ kind, label, bars }) => (
          <tbody key={kind}>
            {(bars.length === 0 ? [null] : bars).map((bar, index) => (
              <tr key={bar?.motivator ?? kind} tabIndex={-1}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={Math.max(1, bars.length)}>
                    {label}
                  </th>
                ) : null}
                <BarCells bar={bar} levels={data.levels.length} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function BarCells({ bar, levels }: { readonly bar: Bar | null; readonly levels: number }): ReactNode {
  const { words } = useSpeech()
  if (bar === null) return <td colSpan={levels} />
  return (
    <>
      {bar.from > 0 ? <td colSpan={bar.from} /> : null}
      <td colSpan={bar.to - bar.from + 1}>
        <div className="matrix-bar">
          <p>{bar.statement}</p>
          <p className="note">
            <StateMark state={states[bar.state]} word={words.portal.motivators.states[bar.state]} />
            {' · '}
            {words.portal.motivators.people}: <FigureView figure={bar.people} label={bar.statement} />
          </p>
        </div>
      </td>
      {bar.to < levels - 1 ? <td colSpan={levels - 1 - bar.to} /> : null}
    </>
  )
}
