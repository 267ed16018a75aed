import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProblem } from '#web/api.ts'
import { useSpeech } from '#web/speech.tsx'
import { StateMark } from './state-mark.tsx'

/** What went wrong, its code, and what to do next. */
export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const { words } = useSpeech()
  const { problem } = words.portal
  const status = error instanceof ApiProblem ? error.status : null
  const next =
    status === 0
      ? problem.unreachable
      : status === 401
        ? problem.signIn
        : status === 403
          ? problem.notAllowed
          : status === 404
            ? problem.notHere
            : status === 429
              ? problem.tooOften
              : problem.ours
  const body = error instanceof ApiProblem ? error.body : null
  return (
    <section className="callout act" role="alert">
      <h2>
        <StateMark state="act" word={body?.title ?? problem.title} />
      </h2>
      {body?.detail === undefined ? null : <p>{body.detail}</p>}
      <p>{next}</p>
      <p className="actions">
        {retry === undefined ? null : (
          <button type="button" className="button" onClick={retry}>
            {problem.again}
          </button>
        )}
        {status === 401 ? (
          <a className="button" href="/sign-in">
            {words.portal.signIn.title}
          </a>
        ) : null}
      </p>
      <p className="note">
        {problem.code}: <code>{body?.code ?? (status === null ? 'page-fault' : `http-${status}`)}</code>
        {body?.instance === undefined ? null : <code> {body.instance}</code>}
      </p>
    </section>
  )
}

/** A page that broke; the rest of the portal stays usable. */
export function PageFault({ error }: { readonly error: unknown }): ReactNode {
  const router = useRouter()
  return (
    <div className="page">
      <ProblemNotice error={error} retry={() => void router.invalidate()} />
    </div>
  )
}
