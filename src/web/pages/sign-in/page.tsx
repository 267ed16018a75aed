import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { textOf } from '#web/form-text.ts'
import { useSpeech } from '#web/speech.tsx'
import { useSession } from '#web/session.ts'
import { useSignIn } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { signIn } = words.portal
  const navigate = useNavigate()
  const offers = useSession().data?.offers
  const ways = useSignIn()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function run(attempt: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await attempt()
      await navigate({ to: '/' })
    } catch (problem) {
      // Whoever closes the browser's own dialog meant to.
      if (!(problem instanceof DOMException && problem.name === 'NotAllowedError')) setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="sign-in">
      <p className="brand-name">Headwater</p>
      <h1>{signIn.title}</h1>
      {error === null ? null : <ProblemNotice error={error} />}
      {offers?.password === false ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            void run(() => ways.withPassword(textOf(form, 'name'), textOf(form, 'password')))
          }}
        >
          <label>
            {signIn.name}
            <input name="name" autoComplete="username webauthn" required />
          </label>
          <label>
            {signIn.password}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="button primary" disabled={isBusy}>
            {signIn.go}
          </button>
        </form>
      )}
      {offers?.passkey !== true ? null : (
        <button type="button" className="button" disabled={isBusy} onClick={() => void run(() => ways.withPasskey())}>
          {signIn.passkey}
        </button>
      )}
      {offers?.openId == null ? null : (
        <button type="button" className="button" disabled={isBusy} onClick={() => void run(() => ways.withOpenId())}>
          {signIn.oidc(offers.openId)}
        </button>
      )}
    </div>
  )
}
