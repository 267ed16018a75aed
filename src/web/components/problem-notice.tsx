import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ProblemBody } from '#api/common.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'
import { ApiProblem } from '#web/api.ts'
import { useSpeech } from '#web/speech.tsx'
import { StateMark } from './state-mark.tsx'

/** What went wrong, its code, and what to do next. */
export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const { words } = useSpeech()
  const { problem } = words.portal
  const status = error instanceof ApiProblem ? error.status : null
  const body = error instanceof ApiProblem ? error.body : null
  const needsSignIn = body?.code === 'not-signed-in' || body?.code === 'sign-in-needed'
  return (
    <section className="callout act" role="alert">
      <h2>
        <StateMark state="act" word={body?.title ?? problem.title} />
      </h2>
      {body?.detail === undefined ? null : <p>{body.detail}</p>}
      {saysWhatNext(body) ? null : <p>{adviceFor(status, body, words)}</p>}
      <p className="actions">
        {retry === undefined ? null : (
          <button type="button" className="button" onClick={retry}>
            {problem.again}
          </button>
        )}
        {needsSignIn ? (
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

/** The server tells the next step of what it refuses on purpose; of a wrong shape and of a bug it tells the place. */
function saysWhatNext(body: ProblemBody | null): boolean {
  return body?.detail !== undefined && body.code !== 'usage' && body.code !== 'internal'
}

function adviceFor(status: number | null, body: ProblemBody | null, { portal: { problem }, accounts }: Words): string {
  if (body?.code === 'usage') return accounts.check
  if (status === 0) return problem.unreachable
  if (status === 401) return problem.signIn
  if (status === 403) return problem.notAllowed
  if (status === 404) return problem.notHere
  if (status === 429) return problem.tooOften
  return problem.ours
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
