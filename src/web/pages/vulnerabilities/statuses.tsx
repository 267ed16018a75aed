/** What was stated about a finding, and stating it: the form, the history, and taking back. */

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { FindingStateMark } from '#web/components/finding-status.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useMadeBy } from '#web/components/made-by.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { FindingRow, Use } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import {
  forgetFindings,
  sendStatement,
  sendUndo,
  useFinding,
  useFindingsOf,
  type Statement,
  type StatusEntry,
  type StatusRights,
} from './data.ts'
import { StatusForm } from './status-form.tsx'

/** What came of the last statement: it can be taken back as long as this stands. */
type Told = { readonly kind: 'done' | 'undone'; readonly ids: readonly number[] } | { readonly error: unknown }

export function Statuses({ row, uses }: { readonly row: FindingRow; readonly uses: readonly Use[] }): ReactNode {
  const { words } = useSpeech()
  const { statusPage } = words
  const client = useQueryClient()
  const query = useFinding(row.id)
  const siblings = useFindingsOf(row.package)
  const others = (siblings.data?.items ?? []).filter(({ part, id }) => part === row.part && id !== row.id)
  const [told, setTold] = useState<Told | null>(null)
  const [isSending, setSending] = useState(false)
  const undo = useRef<HTMLButtonElement>(null)

  async function send(kind: 'done' | 'undone', act: () => Promise<{ readonly ids: readonly number[] }>): Promise<void> {
    setSending(true)
    try {
      const { ids } = await act()
      await forgetFindings(client)
      setTold({ kind, ids })
      setTimeout(() => undo.current?.focus())
    } catch (error) {
      setTold({ error })
    }
    setSending(false)
  }
  const takeBack = (ids: readonly number[]) => void send('undone', () => sendUndo(ids))

  return (
    <Loaded query={query}>
      {({ statuses, rights }) => (
        <>
          {rights.everywhere || rights.units.length > 0 ? (
            <StatusForm
              row={row}
              others={others}
              products={withinRights(uses, rights).filter(({ versions }) => versions.includes(row.version))}
              rights={rights}
              isSending={isSending}
              send={(statement: Statement) => void send('done', () => sendStatement(row.id, statement))}
            />
          ) : null}
          <div role="status" className="stated">
            {told === null || 'error' in told ? null : (
              <p>
                <StateMark state="good" word={told.kind === 'done' ? statusPage.done : statusPage.undone} />{' '}
                <button
                  type="button"
                  className="button"
                  ref={undo}
                  disabled={isSending}
                  onClick={() => takeBack(told.ids)}
                >
                  {statusPage.undo}
                </button>
              </p>
            )}
          </div>
          {told !== null && 'error' in told ? <ProblemNotice error={told.error} /> : null}
          <h3>{statusPage.history}</h3>
          <History entries={statuses.filter(({ part }) => part === row.part)} rights={rights} takeBack={takeBack} />
        </>
      )}
    </Loaded>
  )
}

function withinRights(uses: readonly Use[], { everywhere, units }: StatusRights): readonly Use[] {
  return everywhere ? uses : uses.filter(({ unit }) => unit !== null && units.includes(unit.id))
}

function History({
  entries,
  rights,
  takeBack,
}: {
  readonly entries: readonly StatusEntry[]
  readonly rights: StatusRights
  readonly takeBack: (ids: readonly number[]) => void
}): ReactNode {
  const { words, formats } = useSpeech()
  const { statusPage } = words
  const madeBy = useMadeBy()
  if (entries.length === 0) return <p className="muted">{statusPage.noHistory}</p>
  return (
    <ol className="history">
      {entries.map((entry) => {
        const { id, state, source, justification, response, detail, product } = entry
        const where = product?.name ?? statusPage.everywhere
        const mayUndo = entry.isCurrent && source === null && (rights.everywhere || product !== null)
        return (
          <li key={`${source ?? ''} ${id}`} className={entry.isCurrent ? 'is-current' : ''}>
            <p className="history-head">
              <span>
                <FindingStateMark state={state} /> · {where}
              </span>
              {entry.isCurrent ? <span className="tag">{statusPage.current}</span> : null}
              {entry.isReviewDue ? <StateMark state="watch" word={statusPage.reviewDue} /> : null}
            </p>
            {justification === null ? null : <p>{statusPage.justifications[justification]}</p>}
            {response === null ? null : <p>{statusPage.responses[response]}</p>}
            {entry.reason === '' ? null : <p className="about">{entry.reason}</p>}
            {detail === null ? null : <p className="about muted">{detail}</p>}
            <p className="note">
              {source === null
                ? madeBy(entry.by, formats.time(entry.at))
                : statusPage.from(source, formats.date(entry.at))}
              {entry.isUndo ? ` · ${statusPage.takenBack}` : ''}
              {entry.until === null ? '' : ` · ${statusPage.holdsUntil(formats.date(entry.until))}`}
            </p>
            {mayUndo ? (
              <button
                type="button"
                className="link"
                aria-label={statusPage.undoOf(statusPage.states[state], where)}
                onClick={() => takeBack([id])}
              >
                {statusPage.undo}
              </button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
