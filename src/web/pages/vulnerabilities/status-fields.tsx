import { useState, type ReactNode } from 'react'
import { justifications } from '#api/choices.ts'
import type { FindingState } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Justification, Response, StatusContent } from './data.ts'

const states = [
  'under-investigation',
  'affected',
  'not-affected',
  'fixed',
  'false-positive',
  'undecided',
] as const satisfies readonly FindingState[]

const responses = ['update', 'rollback', 'workaround-available'] as const satisfies readonly Response[]
/** To live with a finding is for those who may decide. */
const acceptances = ['can-not-fix', 'will-not-fix'] as const satisfies readonly Response[]

/** What is stated, and the fields in which it is written; `until` stands apart, behind where it holds. */
export function useStatusFields(mayAccept: boolean): {
  readonly content: StatusContent
  readonly fields: ReactNode
  readonly untilField: ReactNode
} {
  const { words } = useSpeech()
  const { statusPage } = words
  const [state, setState] = useState<FindingState>('under-investigation')
  const [justification, setJustification] = useState<Justification | ''>('')
  const [response, setResponse] = useState<Response | ''>('')
  const [reason, setReason] = useState('')
  const [detail, setDetail] = useState('')
  const [until, setUntil] = useState('')
  const content: StatusContent = {
    state,
    justification: state === 'not-affected' && justification !== '' ? justification : null,
    response: state === 'affected' && response !== '' ? response : null,
    reason,
    detail: detail.trim() === '' ? null : detail,
    until: until === '' ? null : until,
  }
  const fields = (
    <>
      <label>
        {statusPage.its}
        <select value={state} onChange={(event) => setState(oneOf(states, event.currentTarget.value) ?? state)}>
          {states.map((one) => (
            <option key={one} value={one}>
              {statusPage.states[one]}
            </option>
          ))}
        </select>
      </label>
      {state === 'not-affected' ? (
        <label>
          {statusPage.justification}
          <select
            required
            value={justification}
            onChange={(event) => setJustification(oneOf(justifications, event.currentTarget.value) ?? '')}
          >
            <option value="">{statusPage.choose}</option>
            {justifications.map((one) => (
              <option key={one} value={one}>
                {statusPage.justifications[one]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {state === 'affected' ? (
        <label>
          {statusPage.response}
          <select
            value={response}
            onChange={(event) => setResponse(oneOf([...responses, ...acceptances], event.currentTarget.value) ?? '')}
          >
            <option value="">{statusPage.notYet}</option>
            {[...responses, ...(mayAccept ? acceptances : [])].map((one) => (
              <option key={one} value={one}>
                {statusPage.responses[one]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {statusPage.reason}
        <textarea
          rows={2}
          maxLength={2000}
          required={state !== 'undecided'}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label>
        {statusPage.detail}
        <textarea
          rows={1}
          maxLength={10_000}
          value={detail}
          onChange={(event) => setDetail(event.currentTarget.value)}
        />
      </label>
    </>
  )
  const untilField = (
    <label>
      {statusPage.until}
      <input
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </label>
  )
  return { content, fields, untilField }
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text)
}
