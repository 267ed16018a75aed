import { useState, type FormEvent, type ReactNode } from 'react'
import { Name, Said } from '#web/components/counted.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useChoices, type Detail, type Editing, type FollowUp, type Talks } from './data.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

/** What was agreed, who follows it up, and until when: all of it, or nothing. */
export function FollowUpFields({
  people,
  before,
}: {
  /** Pseudonyms. */
  readonly people: readonly string[]
  readonly before?: Detail['followUp']
}): ReactNode {
  const { form } = useSpeech().words.motivatorsPage
  const [what, setWhat] = useState(before?.what ?? '')
  const [by, setBy] = useState(before?.by ?? '')
  const [until, setUntil] = useState(before?.until ?? '')
  const isNeeded = what.trim() !== '' || by !== '' || until !== ''
  if (people.length === 0) return <p className="note">{form.followUpNobody}</p>
  return (
    <>
      <label>
        {form.agreed}
        <input name="agreed" maxLength={1000} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      </label>
      <div className="fields">
        <label>
          {form.followUpBy}
          <select
            name="followUpBy"
            required={isNeeded}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          >
            <option value="">{form.choose}</option>
            {[...new Set([...people, ...(before === undefined || before === null ? [] : [before.by])])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          {form.followUpUntil}
          <input
            type="date"
            name="followUpUntil"
            min={today()}
            required={isNeeded}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </label>
      </div>
    </>
  )
}

/** From the fields above; null where they were left empty. */
export function agreedIn(fields: FormData): Omit<FollowUp, 'isDone'> | null {
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [what, by, until] = [text('agreed'), text('followUpBy'), text('followUpUntil')]
  return by === '' || until === '' ? null : { ...(what === '' ? {} : { what }), by, until }
}

/** Of one motivator: what was agreed, to be noted, changed or done. */
export function FollowUpForm({ data, editing }: { readonly data: Detail; readonly editing: Editing }): ReactNode {
  const { motivatorsPage } = useSpeech().words
  const { detail, form } = motivatorsPage
  const people = useChoices().data?.people
  if (people === undefined) return null
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const agreed = agreedIn(new FormData(event.currentTarget))
    if (agreed !== null) editing.agree(data, { ...agreed, isDone: false }, detail.followUpKept(data.statement))
  }
  const { followUp } = data
  return (
    <form className="said-form" onSubmit={send} key={JSON.stringify(followUp)}>
      <fieldset>
        <legend>{form.followUp}</legend>
        <FollowUpFields people={people} before={followUp} />
        {people.length === 0 ? null : (
          <p className="actions">
            <button type="submit" className="button">
              {detail.followUpKeep}
            </button>{' '}
            {followUp === null || followUp.isDone ? null : (
              <button type="button" className="button" onClick={() => finish(editing, data, followUp, motivatorsPage)}>
                {detail.followUpDone}
              </button>
            )}
          </p>
        )}
      </fieldset>
    </form>
  )
}

/** What was agreed and is not done, the earliest day first. */
export function FollowUps({
  list,
  editing,
}: {
  readonly list: Talks['followUps']
  readonly editing: Editing
}): ReactNode {
  const { words, formats } = useSpeech()
  const { motivatorsPage } = words
  const { detail } = motivatorsPage
  if (list.length === 0) return <p className="muted">{motivatorsPage.agreedNone}</p>
  return (
    <ul className="todo">
      {list.map((one) => (
        <li key={one.motivator}>
          <span className="what">
            <strong>
              <Said>{one.what ?? one.statement}</Said>
            </strong>
            {one.what === null ? null : <span className="note"> {one.statement}</span>}
            {one.after.length === 0 ? null : (
              <span className="note"> {motivatorsPage.agreedAfter(formats.list(one.after))}</span>
            )}
          </span>
          <span className="note">
            <Name>{detail.followUpBy(one.by, formats.date(one.until), false)}</Name>
            {one.isDue ? (
              <>
                {' '}
                <StateMark state="watch" word={motivatorsPage.agreedDue} />
              </>
            ) : null}{' '}
            {one.isEditable ? (
              <button type="button" className="link" onClick={() => finish(editing, one, one, motivatorsPage)}>
                {detail.followUpDone}
                <span className="visually-hidden">: {one.what ?? one.statement}</span>
              </button>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function finish(
  editing: Editing,
  bar: Pick<Detail, 'motivator' | 'statement'>,
  { what, by, until }: Pick<NonNullable<Detail['followUp']>, 'what' | 'by' | 'until'>,
  { detail }: ReturnType<typeof useSpeech>['words']['motivatorsPage'],
): void {
  const followUp = { ...(what === null ? {} : { what }), by, until, isDone: true }
  editing.agree(bar, followUp, detail.followUpFinished(bar.statement))
}
