import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { mayAnalyzeAll, useSession } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { lookAtJobs } from './jobs.ts'

/** For those who may ask for it. */
export function AssessAgain(): ReactNode {
  const { words } = useSpeech()
  const { data } = useSession()
  const asking = useMutation({ mutationFn: () => sendJson('POST', '/api/v1/assessments'), onSuccess: lookAtJobs })
  if (!mayAnalyzeAll(data)) return null
  return (
    <div className="assess-again">
      <button type="button" className="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        {words.live.jobs.again}
      </button>
      <span role="status" className="muted">
        {asking.isSuccess ? words.live.jobs.asked : ''}
      </span>
      {asking.isError ? <ProblemNotice error={asking.error} /> : null}
    </div>
  )
}
