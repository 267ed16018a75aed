import { useRef, type ReactNode } from 'react'
import { ApiProblem } from '#web/api.ts'
import { ConfirmButton } from '#web/components/confirm.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { textOf } from '#web/form-text.ts'
import { useSpeech } from '#web/speech.tsx'
import { useAccountChanges, useOwnAccount, usePasskeys, type OwnAccount } from './data.ts'
import { useAttempt } from './use-attempt.ts'

export function Passkeys(): ReactNode {
  const { words, formats } = useSpeech()
  const { passkeys } = words.accounts
  const { settings } = words.portal
  const query = usePasskeys()
  const account = useOwnAccount()
  const { removePasskey } = useAccountChanges()
  return (
    <Section title={passkeys.title} note={passkeys.note}>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{passkeys.none}</p>
          ) : (
            <ul className="todo" data-list="passkeys">
              {rows.map(({ id, label, createdAt, lastUsedAt }) => (
                <li key={id}>
                  <span className="what">
                    {label}{' '}
                    <span className="muted">
                      {passkeys.added} {formats.date(createdAt)} · {settings.lastUsed}:{' '}
                      {lastUsedAt === null ? settings.never : formats.time(lastUsedAt)}
                    </span>
                  </span>
                  <ConfirmButton
                    label={passkeys.remove}
                    name={passkeys.removeOf(label)}
                    title={passkeys.removeTitle(label)}
                    body={passkeys.removeBody}
                    run={async () => {
                      await removePasskey(id)
                    }}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Loaded query={account}>{({ proof }) => <AddPasskey proof={proof} />}</Loaded>
    </Section>
  )
}

function AddPasskey({ proof }: Pick<OwnAccount, 'proof'>): ReactNode {
  const { passkeys, own } = useSpeech().words.accounts
  const { addPasskey } = useAccountChanges()
  const { isBusy, error, attempt } = useAttempt()
  const form = useRef<HTMLFormElement>(null)
  const { hostname, port, protocol } = location
  if (/^[\d.]+$|^\[/.test(hostname))
    return <p className="callout watch">{passkeys.needsName(`${protocol}//localhost:${port}`)}</p>

  async function add(label: string, present: string): Promise<void> {
    try {
      await addPasskey(label, { kind: proof, present })
      form.current?.reset()
    } catch (problem) {
      // Whoever closes the browser's own dialog meant to.
      if (!(problem instanceof Error && problem.name === 'NotAllowedError')) throw problem
    }
  }

  return (
    <form
      ref={form}
      className="one-line"
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        void attempt(() => add(textOf(fields, 'label').trim(), textOf(fields, 'present')))
      }}
    >
      <label>
        {passkeys.label}
        <input name="label" maxLength={100} required autoComplete="off" />
      </label>
      {proof === 'password' ? (
        <label>
          {own.present}
          <input name="present" type="password" autoComplete="current-password" maxLength={1000} required />
        </label>
      ) : null}
      <button type="submit" className="button" disabled={isBusy}>
        {passkeys.add}
      </button>
      {error === null ? null : error instanceof ApiProblem ? (
        <ProblemNotice error={error} />
      ) : (
        <section className="callout act" role="alert">
          <h3>{passkeys.notMade}</h3>
          <p>{passkeys.notMadeNext}</p>
        </section>
      )}
    </form>
  )
}
