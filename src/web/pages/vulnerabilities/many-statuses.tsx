/** Stating the same about many findings: how many are chosen, the form, what came of it, and taking it back as a whole. */

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { mostFindingsAtOnce } from '#api/choices.ts'
import type { ChosenRows } from '#web/components/list-table.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { FindingRow } from '#web/rows.ts'
import { mayAnalyzeAll, useSession } from '#web/session.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { forgetFindings, sendTogether, sendUndo, type StatedTogether, type StatusContent } from './data.ts'
import { useStatusFields } from './status-fields.tsx'

type Told = { readonly kind: 'done' | 'undone'; readonly answer: StatedTogether }

export function ManyStatuses({ chosen }: { readonly chosen: ChosenRows<FindingRow> }): ReactNode {
  const { words } = useSpeech()
  const { many } = words.statusPage
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [error, setError] = useState<unknown>(null)
  const lastTry = useRef({ request: '', key: '' })
  const undo = useRef<HTMLButtonElement>(null)
  const client = useQueryClient()
  const { rows, total } = chosen
  const most = Math.min(total, mostFindingsAtOnce)

  async function run(act: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const send = (content: StatusContent) =>
    run(async () => {
      // When no answer came, trying again must not state it twice.
      const request = JSON.stringify([content, rows.map(({ id, part }) => [id, part])])
      if (lastTry.current.request !== request) lastTry.current = { request, key: crypto.randomUUID() }
      const answer = await sendTogether(rows, content, lastTry.current.key)
      lastTry.current = { request: '', key: '' }
      await forgetFindings(client)
      setTold({ kind: 'done', answer })
      setOpen(false)
      chosen.clear()
      // The panel gives the focus back to what opened it, which is gone.
      setTimeout(() => undo.current?.focus(), 200)
    })
  const takeBack = (answer: StatedTogether) =>
    run(async () => {
      const { ids } = await sendUndo(answer.ids)
      await forgetFindings(client)
      setTold({ kind: 'undone', answer: { ...answer, ids, refused: [] } })
      setTimeout(() => undo.current?.focus())
    })

  return (
    <>
      {rows.length === 0 ? null : (
        <section className="chosen-bar callout ask" aria-label={many.selection}>
          <p role="status">
            <strong>{many.selected(rows.length)}</strong>
          </p>
          <button type="button" className="button primary" disabled={isBusy} onClick={() => setOpen(true)}>
            {many.state}
          </button>
          {rows.length >= most ? null : (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void run(() => chosen.chooseAll(most))}
            >
              {most < total ? many.first(most, total) : many.all(total)}
            </button>
          )}
          <button type="button" className="button" onClick={chosen.clear}>
            {many.clear}
          </button>
          <p className="note keys">{many.keys}</p>
        </section>
      )}
      <div role="status" className="stated">
        {told === null || rows.length > 0 ? null : (
          <Outcome told={told} isBusy={isBusy} undo={undo} takeBack={() => void takeBack(told.answer)} />
        )}
      </div>
      {error === null || isOpen ? null : <ProblemNotice error={error} />}
      <SidePanel title={many.title(rows.length)} isOpen={isOpen} close={() => setOpen(false)}>
        {isOpen ? <Form isBusy={isBusy} send={(content) => void send(content)} /> : null}
        {error === null ? null : <ProblemNotice error={error} />}
      </SidePanel>
    </>
  )
}

function Form({
  isBusy,
  send,
}: {
  readonly isBusy: boolean
  readonly send: (content: StatusContent) => void
}): ReactNode {
  const { words } = useSpeech()
  const { statusPage } = words
  const { data: session } = useSession()
  const { content, fields, untilField } = useStatusFields(session?.actor?.permissions.includes('decide') === true)
  return (
    <form
      className="status-form"
      aria-label={statusPage.state}
      onSubmit={(event) => {
        event.preventDefault()
        send(content)
      }}
    >
      <p className="note">{statusPage.explanation}</p>
      {fields}
      <p className="note">
        {statusPage.where}: {mayAnalyzeAll(session) ? statusPage.everywhere : statusPage.inMyUnits}
      </p>
      {untilField}
      <p>
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? statusPage.sending : statusPage.submit}
        </button>
      </p>
    </form>
  )
}

/** More are counted: a list of thousands helps nobody. */
const refusalsShown = 20

function Outcome({
  told: { kind, answer },
  isBusy,
  undo,
  takeBack,
}: {
  readonly told: Told
  readonly isBusy: boolean
  readonly undo: React.RefObject<HTMLButtonElement | null>
  readonly takeBack: () => void
}): ReactNode {
  const { words } = useSpeech()
  const { statusPage } = words
  const { many } = statusPage
  const { taken, refused, ids } = answer
  return (
    <>
      <p>
        <StateMark
          state={taken > 0 ? 'good' : 'watch'}
          word={kind === 'done' ? many.done(taken) : many.undone(taken)}
        />{' '}
        {ids.length === 0 ? null : (
          <button type="button" className="button" ref={undo} disabled={isBusy} onClick={takeBack}>
            {statusPage.undo}
          </button>
        )}
      </p>
      {refused.length === 0 ? null : (
        <details open>
          <summary>{many.refused(refused.length)}</summary>
          <ul className="refusals">
            {refused.slice(0, refusalsShown).map(({ finding, why }) => (
              <li key={`${finding.id} ${finding.part}`}>
                <code>{finding.id}</code> <code>{finding.part}</code>: {many.refusals[why]}
              </li>
            ))}
          </ul>
          {refused.length > refusalsShown ? <p className="note">{many.more(refused.length - refusalsShown)}</p> : null}
        </details>
      )}
    </>
  )
}
