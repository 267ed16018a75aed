import { useState, type ReactNode } from 'react'
import { justifications } from '#api/choices.ts'
import type { FindingRow, FindingState, Use } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Justification, Response, Statement, StatusRights } from './data.ts'

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

export function StatusForm({
  row,
  others,
  products,
  rights,
  isSending,
  send,
}: {
  readonly row: FindingRow
  /** Further findings of the same part version. */
  readonly others: readonly FindingRow[]
  /** Products with this part version that the person may speak for. */
  readonly products: readonly Use[]
  readonly rights: StatusRights
  readonly isSending: boolean
  readonly send: (statement: Statement) => void
}): ReactNode {
  const { words } = useSpeech()
  const { statusPage } = words
  const [state, setState] = useState<FindingState>('under-investigation')
  const [justification, setJustification] = useState<Justification | ''>('')
  const [response, setResponse] = useState<Response | ''>('')
  const [reason, setReason] = useState('')
  const [detail, setDetail] = useState('')
  const [until, setUntil] = useState('')
  const [isForAll, setForAll] = useState(true)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isForOthers, setForOthers] = useState(false)

  function submit(): void {
    send({
      part: row.part,
      state,
      justification: state === 'not-affected' && justification !== '' ? justification : null,
      response: state === 'affected' && response !== '' ? response : null,
      reason,
      detail: detail.trim() === '' ? null : detail,
      until: until === '' ? null : until,
      products: isForAll ? null : chosen,
      others: isForOthers ? others.map(({ id }) => id) : [],
    })
  }

  return (
    <form
      className="status-form callout ask"
      aria-label={statusPage.state}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{statusPage.state}</h3>
      <p className="note">{statusPage.explanation}</p>
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
            {[...responses, ...(rights.mayAccept ? acceptances : [])].map((one) => (
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
      <fieldset>
        <legend>{statusPage.where}</legend>
        <label className="choice">
          <input type="radio" name="where" checked={isForAll} onChange={() => setForAll(true)} />
          {rights.everywhere ? statusPage.everywhere : statusPage.inMyUnits}
        </label>
        <label className="choice">
          <input type="radio" name="where" checked={!isForAll} onChange={() => setForAll(false)} />
          {statusPage.onlyThese}
        </label>
        {isForAll ? null : (
          <div className="chosen-products">
            {products.map(({ product, name }, index) => (
              <label key={product} className="choice">
                <input
                  type="checkbox"
                  // The browser says at the first box that one is needed.
                  required={index === 0 && chosen.length === 0}
                  checked={chosen.includes(product)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked ? [...chosen, product] : chosen.filter((one) => one !== product),
                    )
                  }
                />
                {name}
              </label>
            ))}
          </div>
        )}
      </fieldset>
      <label>
        {statusPage.until}
        <input
          type="date"
          min={new Date().toISOString().slice(0, 10)}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
      {others.length === 0 ? null : (
        <label className="choice">
          <input
            type="checkbox"
            checked={isForOthers}
            onChange={(event) => setForOthers(event.currentTarget.checked)}
          />
          {statusPage.others(others.length)}
        </label>
      )}
      <p>
        <button type="submit" className="button primary" disabled={isSending}>
          {isSending ? statusPage.sending : statusPage.submit}
        </button>
      </p>
    </form>
  )
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text)
}
