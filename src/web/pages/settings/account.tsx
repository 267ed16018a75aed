import { useState, type ReactNode } from 'react'
import { ApiProblem } from '#web/api.ts'
import { ConfirmButton } from '#web/components/confirm.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useNewPassword } from '#web/components/new-password.tsx'
import { Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { textOf } from '#web/form-text.ts'
import { useSession } from '#web/session.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useAccountChanges, useOwnAccount, useOwnSessions, type OwnAccount } from './data.ts'
import { useAttempt } from './use-attempt.ts'

type Part = 'name' | 'login' | 'password'

/** For a person who is signed in: what the account is called, its password, where it is open. */
export function OwnAccountSection(): ReactNode {
  const { own } = useSpeech().words.accounts
  const query = useOwnAccount()
  const [open, setOpen] = useState<Part | null>(null)
  const [said, setSaid] = useState('')
  const titles: Readonly<Record<Part, string>> = {
    name: own.changeName,
    login: own.changeLogin,
    password: query.data?.proof === 'passkey' ? own.setPassword : own.changePassword,
  }
  const change = (part: Part) => {
    setSaid('')
    setOpen(part)
  }
  const done = (what: string) => {
    setOpen(null)
    setSaid(what)
  }
  return (
    <Section title={own.title}>
      <Loaded query={query}>
        {(account) => (
          <>
            <Facts account={account} titles={titles} change={change} />
            <p className="note" role="status">
              {said}
            </p>
            <SidePanel title={open === null ? '' : titles[open]} isOpen={open !== null} close={() => setOpen(null)}>
              {open === null ? null : <ChangeForm key={open} part={open} account={account} done={done} />}
            </SidePanel>
          </>
        )}
      </Loaded>
      <Sessions />
    </Section>
  )
}

function Facts({
  account: { name, login, passwordSetAt, proof, hasProvider, mayChangeLogin },
  titles,
  change,
}: {
  readonly account: OwnAccount
  readonly titles: Readonly<Record<Part, string>>
  readonly change: (part: Part) => void
}): ReactNode {
  const { words, formats } = useSpeech()
  const { own } = words.accounts
  const provider = useSession().data?.offers.openId ?? null
  const without =
    proof === 'passkey' ? own.passkeyOnly : hasProvider ? own.providerOnly(provider ?? own.aProvider) : own.nothing
  const button = (part: Part) => (
    <button type="button" className="link" aria-label={titles[part]} onClick={() => change(part)}>
      {part === 'password' && proof === 'passkey' ? own.setPassword : own.change}
    </button>
  )
  return (
    <dl className="chain own-account">
      <dt>{own.name}</dt>
      <dd>
        {name} {button('name')}
      </dd>
      <dt>{own.login}</dt>
      <dd>
        {login} {mayChangeLogin ? button('login') : null}
        {mayChangeLogin ? null : (
          <p className="note">{provider === null ? own.loginFixed : own.loginOfProvider(provider)}</p>
        )}
      </dd>
      <dt>{own.password}</dt>
      <dd>
        {passwordSetAt === null ? without : own.passwordSet(formats.date(passwordSetAt))}{' '}
        {proof === null ? null : button('password')}
      </dd>
    </dl>
  )
}

function ChangeForm({
  part,
  account,
  done,
}: {
  readonly part: Part
  readonly account: OwnAccount
  readonly done: (said: string) => void
}): ReactNode {
  const { own } = useSpeech().words.accounts
  const changes = useAccountChanges()
  const { isBusy, error, attempt } = useAttempt()
  const newPassword = useNewPassword({ labels: own, leastLength: account.leastPasswordLength })

  async function change(form: FormData): Promise<void> {
    const present = account.proof === 'password' ? textOf(form, 'present') : null
    try {
      if (part === 'name') await changes.changeOwnName(textOf(form, 'name'))
      else if (part === 'login') await changes.changeOwnLogin(textOf(form, 'login'), present)
      else await changes.changeOwnPassword(textOf(form, 'password'), present)
      done(own.done[part])
    } catch (problem) {
      // Whoever closes the browser's own dialog meant to.
      if (!(problem instanceof Error && problem.name === 'NotAllowedError')) throw problem
    }
  }

  function send(form: FormData): void {
    if (part !== 'password' || newPassword.isRepeated(form)) void attempt(() => change(form))
  }

  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      {error === null ? null : error instanceof ApiProblem ? (
        <ProblemNotice error={error} />
      ) : (
        <section className="callout act" role="alert">
          <h3>{own.notConfirmed}</h3>
          <p>{own.notConfirmedNext}</p>
        </section>
      )}
      {part === 'name' ? (
        <label>
          {own.name}
          <input name="name" defaultValue={account.name} autoComplete="name" maxLength={200} required />
        </label>
      ) : part === 'login' ? (
        <label>
          {own.login}
          <input name="login" defaultValue={account.login} autoComplete="username" maxLength={254} required />
        </label>
      ) : (
        // For the password manager, which would ask otherwise whose password it is.
        <input name="login" defaultValue={account.login} autoComplete="username" hidden />
      )}
      {part === 'name' ? <p className="note">{own.nameNote}</p> : null}
      {part === 'name' ? null : account.proof === 'password' ? (
        <label>
          {own.present}
          <input name="present" type="password" autoComplete="current-password" maxLength={1000} required />
        </label>
      ) : (
        <p className="note">{own.confirmWithPasskey}</p>
      )}
      {part === 'password' ? (
        <>
          {newPassword.fields}
          <p className="note">{own.passwordNote}</p>
        </>
      ) : null}
      <p className="choices">
        <button type="submit" className="button primary" disabled={isBusy}>
          {own.save[part]}
        </button>
      </p>
    </form>
  )
}

function Sessions(): ReactNode {
  const { words, formats } = useSpeech()
  const { own } = words.accounts
  const query = useOwnSessions()
  const { endOtherSessions } = useAccountChanges()
  const [said, setSaid] = useState('')
  return (
    <>
      <h3 className="own-sessions">{own.sessions}</h3>
      <Loaded query={query}>
        {(rows) => (
          <>
            <ul className="todo" data-list="sessions">
              {rows.map(({ method, browser, createdAt, lastSeenAt, isPresent }, index) => (
                <li key={`${createdAt} ${index}`}>
                  <span className="what">
                    {browser ?? own.unknownBrowser} {isPresent ? <span className="tag">{own.thisBrowser}</span> : null}{' '}
                    <span className="muted">
                      {own.since(formats.time(createdAt), own.methods[method])} · {own.seen(formats.time(lastSeenAt))}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            {rows.length < 2 ? null : (
              <p className="choices">
                <ConfirmButton
                  label={own.endOthers}
                  title={own.endOthersTitle}
                  body={own.endOthersBody}
                  run={async () => setSaid(own.ended((await endOtherSessions()).ended))}
                />
              </p>
            )}
            <p className="note" role="status">
              {said}
            </p>
          </>
        )}
      </Loaded>
    </>
  )
}
