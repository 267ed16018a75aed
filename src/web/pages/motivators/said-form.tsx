import { useState, type FormEvent, type ReactNode } from 'react'
import { confidentialities, consents, talkAudiences, useOf } from '#api/conversations.ts'
import { Loaded } from '#web/components/loaded.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useChoices, type Choices, type Editing, type Said } from './data.ts'
import { agreedIn, FollowUpFields } from './follow-up.tsx'

/** What nobody said is no motivator: first the conversation, then what was said in it. */
export function SaidForm({ editing, close }: { readonly editing: Editing; readonly close: () => void }): ReactNode {
  return <Loaded query={useChoices()}>{(data) => <Fields data={data} editing={editing} close={close} />}</Loaded>
}

type Shown = { readonly data: Choices; readonly editing: Editing; readonly close: () => void }

const today = (): string => new Date().toISOString().slice(0, 10)

function Fields({ data, editing, close }: Shown): ReactNode {
  const { words, formats } = useSpeech()
  const { motivatorsPage, motivators } = words
  const { form } = motivatorsPage
  const [isFresh, setFresh] = useState(data.conversations.length === 0)
  const [consent, setConsent] = useState<(typeof consents)[number]>('quote')
  const [confidentiality, setConfidentiality] = useState<(typeof confidentialities)[number]>('organization')
  const [catalog, setCatalog] = useState('')
  const [span, setSpan] = useState({ from: 1, to: 4 })
  const isTold = !isFresh || useOf({ consent, confidentiality }) === 'quote'
  const unitName = (unit: string | null): string =>
    data.units.find(({ id }) => id === unit)?.name ?? (unit === null ? form.whole : unit)

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string): string | null => {
      const value = fields.get(name)
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
    }
    const entry = data.catalog.find(({ id }) => id === catalog)
    const statement = text('statement')
    const strength = text('strength')
    const body = {
      statement,
      catalog: text('catalog'),
      kind: text('kind') ?? entry?.kind ?? null,
      ...span,
      areas: fields.getAll('areas').filter((one) => typeof one === 'string'),
      strength: strength === null ? null : Number(strength),
      obstacle: text('obstacle'),
      wish: text('wish'),
      followUp: agreedIn(fields),
      conversations: isFresh ? [] : [text('conversation') ?? ''],
      talk: isFresh
        ? {
            on: text('on') ?? today(),
            role: text('role') ?? '',
            unit: text('unit'),
            audience: text('audience') ?? 'engineers',
            consent,
            confidentiality,
            note: isTold ? text('note') : null,
          }
        : null,
    } as Said
    const shown = statement ?? entry?.label ?? ''
    const isDone = await editing.add(
      body,
      ({ motivator }) => (motivator === null ? form.savedTalk : form.saved(shown)),
      shown === '' ? form.conversation : shown,
    )
    if (isDone) close()
  }
  const choose = (id: string): void => {
    setCatalog(id)
    const entry = data.catalog.find((one) => one.id === id)
    if (entry !== undefined) setSpan({ from: entry.from, to: entry.to })
  }

  return (
    <form className="said-form" onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend>{form.source}</legend>
        <p className="note">{form.sourceNote}</p>
        <label className="choice">
          <input
            type="radio"
            name="source"
            checked={!isFresh}
            disabled={data.conversations.length === 0}
            onChange={() => setFresh(false)}
          />
          {form.existing}
        </label>
        <label className="choice">
          <input type="radio" name="source" checked={isFresh} onChange={() => setFresh(true)} />
          {form.fresh}
        </label>
        {isFresh ? (
          <div className="fields">
            <label>
              {form.on}
              <input type="date" name="on" required max={today()} defaultValue={today()} />
            </label>
            <label>
              {form.role}
              <input name="role" required maxLength={200} aria-describedby="role-note" />
              <span id="role-note" className="note">
                {form.roleNote}
              </span>
            </label>
            <label>
              {form.unit}
              <select name="unit" required={!data.isWholeOpen}>
                {data.isWholeOpen ? <option value="">{form.whole}</option> : null}
                {data.units.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {form.audience}
              <select name="audience" defaultValue="engineers">
                {talkAudiences.map((one) => (
                  <option key={one} value={one}>
                    {motivators.audiences[one]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {form.consent}
              <select
                value={consent}
                onChange={(event) => setConsent(consents.find((one) => one === event.currentTarget.value) ?? 'none')}
              >
                {consents.toReversed().map((one) => (
                  <option key={one} value={one}>
                    {form.consents[one]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {form.confidentiality}
              <select
                value={confidentiality}
                onChange={(event) =>
                  setConfidentiality(confidentialities.find((one) => one === event.currentTarget.value) ?? 'private')
                }
              >
                {confidentialities.toReversed().map((one) => (
                  <option key={one} value={one}>
                    {form.confidentialities[one]}
                  </option>
                ))}
              </select>
            </label>
            {isTold ? (
              <label className="wide-field">
                {form.note}
                <textarea name="note" rows={3} maxLength={4000} />
              </label>
            ) : (
              <p className="callout watch wide-field">{form.unquoted}</p>
            )}
          </div>
        ) : (
          <label>
            {form.conversation}
            <select name="conversation" required>
              <option value="">{form.choose}</option>
              {data.conversations.map(({ id, on, by, unit, audience }) => (
                <option key={id} value={id}>
                  {formats.date(on)}: {by}, {unitName(unit)} ({motivators.audiences[audience]})
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
      {isTold ? (
        <fieldset>
          <legend>{form.what}</legend>
          <label>
            {form.catalog}
            <select name="catalog" value={catalog} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{form.catalogNone}</option>
              {data.catalog.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            {form.words}
            <textarea name="statement" rows={2} maxLength={400} required={catalog === ''} />
          </label>
          <div className="fields">
            {catalog === '' ? (
              <label>
                {form.kind}
                <select name="kind">
                  {data.kinds.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
            <LevelSelect
              label={form.from}
              levels={data.levels}
              value={span.from}
              choose={(from) => setSpan({ from, to: Math.max(from, span.to) })}
            />
            <LevelSelect
              label={form.to}
              levels={data.levels}
              value={span.to}
              choose={(to) => setSpan({ from: Math.min(span.from, to), to })}
            />
            <label>
              {form.strength}
              <select name="strength">
                <option value="">{form.strengthNone}</option>
                {[1, 2, 3, 4, 5].map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
          </div>
          <label>
            {form.obstacle}
            <input name="obstacle" maxLength={1000} />
          </label>
          <label>
            {form.wish}
            <input name="wish" maxLength={1000} />
          </label>
          <label>
            {form.areas}
            <select name="areas" multiple size={Math.min(5, Math.max(2, data.units.length))}>
              {data.units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <span className="note">{form.areasNote}</span>
          </label>
        </fieldset>
      ) : null}
      {isTold ? (
        <fieldset>
          <legend>{form.followUp}</legend>
          <FollowUpFields people={data.people} />
        </fieldset>
      ) : null}
      <p>
        <button type="submit" className="button primary">
          {isTold ? form.save : form.saveTalk}
        </button>
      </p>
    </form>
  )
}

function LevelSelect({
  label,
  levels,
  value,
  choose,
}: {
  readonly label: string
  readonly levels: readonly string[]
  readonly value: number
  readonly choose: (level: number) => void
}): ReactNode {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {levels.map((level, number) => (
          <option key={level} value={number}>
            {level}
          </option>
        ))}
      </select>
    </label>
  )
}
