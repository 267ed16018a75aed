import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { ApiProblem } from '#web/api.ts'
import { Loaded } from '#web/components/loaded.tsx'
import { useNewPassword } from '#web/components/new-password.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { textOf } from '#web/form-text.ts'
import { useSpeech } from '#web/speech.tsx'
import { useLink, useSpendLink, type LinkKind } from './data.ts'

/** Opened with a link that works once. Its secret stands behind the `#` and goes to the server in bodies alone. */
export function Page(): ReactNode {
  const { words } = useSpeech()
  const { link } = words.accounts
  const { hash: secret } = useLocation()
  useEffect(() => {
    document.title = 'Headwater'
  }, [])
  return (
    <div className="sign-in">
      <p className="brand-name">Headwater</p>
      {/^[\w-]{20,100}$/.test(secret) ? (
        <Opened key={secret} secret={secret} />
      ) : (
        <Unusable what={link.incomplete} next={link.incompleteNext} />
      )}
    </div>
  )
}

function Opened({ secret }: { readonly secret: string }): ReactNode {
  const { link } = useSpeech().words.accounts
  const query = useLink(secret)
  if (isSpent(query.error)) return <Unusable what={query.error.body?.title ?? link.spent} next={link.spentNext} />
  return <Loaded query={query}>{(kind) => <LinkForm secret={secret} {...kind} />}</Loaded>
}

function LinkForm({ secret, kind, login, leastPasswordLength }: LinkKind & { readonly secret: string }): ReactNode {
  const { words } = useSpeech()
  const { link } = words.accounts
  const navigate = useNavigate()
  const { setUp, setPassword } = useSpendLink(secret)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const newPassword = useNewPassword({ labels: link, leastLength: leastPasswordLength })
  const id = useId()
  const isSetup = kind === 'setup'

  async function send(form: FormData): Promise<void> {
    setError(null)
    if (!newPassword.isRepeated(form)) return
    const password = textOf(form, 'password')
    setBusy(true)
    try {
      await (isSetup
        ? setUp({ login: textOf(form, 'login').trim(), name: textOf(form, 'name').trim(), password })
        : setPassword(password))
      await navigate({ to: '/', hash: '', replace: true })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  if (isSpent(error)) return <Unusable what={error.body?.title ?? link.spent} next={link.spentNext} />
  return (
    <>
      <h1>{isSetup ? link.setup : link.password}</h1>
      <p className="muted">{isSetup ? link.setupLead : link.passwordLead}</p>
      {error === null ? null : <ProblemNotice error={error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send(new FormData(event.currentTarget))
        }}
      >
        <label>
          {link.login}
          <input
            name="login"
            autoComplete="username"
            maxLength={254}
            required
            aria-describedby={isSetup ? `${id}-login` : undefined}
            {...(isSetup ? {} : { readOnly: true, value: login ?? '' })}
          />
        </label>
        {isSetup ? (
          <>
            <p className="note" id={`${id}-login`}>
              {link.loginNote}
            </p>
            <label>
              {link.name}
              <input name="name" autoComplete="name" maxLength={200} required />
            </label>
          </>
        ) : null}
        {newPassword.fields}
        <button type="submit" className="button primary" disabled={isBusy}>
          {isSetup ? link.goSetup : link.goPassword}
        </button>
      </form>
    </>
  )
}

/** Trying again does not help here. */
function Unusable({ what, next }: { readonly what: string; readonly next: string }): ReactNode {
  const { words } = useSpeech()
  return (
    <>
      <h1>{words.accounts.link.spent}</h1>
      <section className="callout watch" role="alert">
        <p>{what}</p>
        <p>{next}</p>
      </section>
      <Link className="button" to="/sign-in">
        {words.portal.signIn.title}
      </Link>
    </>
  )
}

function isSpent(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'link-spent'
}
