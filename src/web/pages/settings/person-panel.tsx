import { useState, type ReactNode } from 'react'
import { ConfirmButton } from '#web/components/confirm.tsx'
import { OnceShown } from '#web/components/once-shown.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { textOf } from '#web/form-text.ts'
import { useSession } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { useAccountChanges, type PersonRow } from './data.ts'
import { grantOf, GrantFields, useGrantText } from './grant-fields.tsx'
import { useAttempt } from './use-attempt.ts'

/** What an administrator does with one account. */
export function PersonPanel({
  person: { person, name, login, grants, closedAt },
  close,
}: {
  readonly person: PersonRow
  readonly close: () => void
}): ReactNode {
  const { words, formats } = useSpeech()
  const { people, handOver } = words.accounts
  const isOwn = useSession().data?.actor?.id === person
  const changes = useAccountChanges()
  const grantText = useGrantText()
  const { isBusy, error, attempt } = useAttempt()
  const [link, setLink] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  return (
    <>
      <p className="about">
        {login} · <code>{person}</code>
      </p>
      {isOwn ? <p className="callout watch">{people.yourself}</p> : null}
      {link === null ? null : (
        <OnceShown title={handOver.link} note={handOver.linkNote(name)} secret={link} close={() => setLink(null)} />
      )}
      {error === null ? null : <ProblemNotice error={error} />}
      <p className="note" role="status">
        {said}
      </p>
      {closedAt === null ? null : (
        <section className="callout watch">
          <p>{people.closed(formats.date(closedAt))}</p>
          <p>{people.reopenNote}</p>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() =>
              void attempt(async () => {
                await changes.reopenPerson(person)
                setSaid(people.reopened)
              })
            }
          >
            {people.reopen}
          </button>
        </section>
      )}
      <form
        key={`${name} ${login}`}
        className="fields"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          void attempt(async () => {
            await changes.renamePerson(person, { name: textOf(form, 'name'), login: textOf(form, 'login') })
            setSaid(people.renamed)
          })
        }}
      >
        <label>
          {people.name}
          <input name="name" defaultValue={name} maxLength={200} required autoComplete="off" />
        </label>
        <label>
          {people.login}
          <input name="login" defaultValue={login} maxLength={254} required autoComplete="off" />
        </label>
        <p className="choices">
          <button type="submit" className="button" disabled={isBusy}>
            {people.rename}
          </button>
        </p>
      </form>
      <h3>{people.grants}</h3>
      {grants.length === 0 ? <p>{people.noGrants}</p> : null}
      <ul className="grants">
        {grants.map((grant) => (
          <li key={`${grant.role} ${grant.unit}`}>
            {grantText(grant)}{' '}
            <button
              type="button"
              className="link"
              aria-label={people.take(grantText(grant))}
              disabled={isBusy}
              onClick={() =>
                void attempt(async () => {
                  await changes.takeRole(person, grant)
                })
              }
            >
              {people.takeAway}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault()
          const grant = grantOf(new FormData(event.currentTarget))
          void attempt(async () => {
            await changes.giveRole(person, grant)
          })
        }}
      >
        <h3>{people.give}</h3>
        <GrantFields />
        <p className="note">{people.sessionsEnd}</p>
        <p className="choices">
          <button type="submit" className="button" disabled={isBusy}>
            {people.give}
          </button>
        </p>
      </form>
      {closedAt !== null ? null : (
        <p className="choices">
          <ConfirmButton
            label={people.signOut}
            title={people.signOutTitle(name)}
            body={people.signOutBody}
            run={async () => setSaid(people.signedOut((await changes.endSessions(person)).ended))}
          />
          <ConfirmButton
            label={people.reset}
            title={people.resetTitle(name)}
            body={people.resetBody}
            run={async () => setLink((await changes.resetPerson(person)).link)}
          />
          <ConfirmButton
            label={people.remove}
            title={people.removeTitle(name)}
            body={people.removeBody}
            run={async () => {
              await changes.removePerson(person)
              close()
            }}
          />
        </p>
      )}
    </>
  )
}
