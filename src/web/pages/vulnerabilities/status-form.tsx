import { useState, type ReactNode } from 'react'
import type { FindingRow, Use } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Statement, StatusRights } from './data.ts'
import { useStatusFields } from './status-fields.tsx'

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
  const { content, fields, untilField } = useStatusFields(rights.mayAccept)
  const [isForAll, setForAll] = useState(true)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isForOthers, setForOthers] = useState(false)

  function submit(): void {
    send({
      part: row.part,
      ...content,
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
      {fields}
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
      {untilField}
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
