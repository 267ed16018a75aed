/** Background work and news in the top bar: quiet while there is nothing to tell. */

import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useAnswer } from '#web/load.ts'
import { useSession } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { isOpen, useJobs, useJobWatch } from './jobs.ts'

const JobPanel = lazy(async () => ({ default: (await import('./job-panel.tsx')).JobPanel }))

export function TopBar(): ReactNode {
  const { data } = useSession()
  const permissions = data?.actor?.permissions ?? []
  useJobWatch(permissions.includes('read'))
  if (data?.actor === null || data === undefined) return null
  return (
    <>
      {permissions.includes('read') ? <JobsButton /> : null}
      <NewsLink />
    </>
  )
}

function JobsButton(): ReactNode {
  const { words } = useSpeech()
  const { jobs, newsAt } = useJobs()
  const [isPanelOpen, setPanelOpen] = useState(false)
  const { pathname } = useLocation()
  const [readAt, setReadAt] = useState<string | null>(null)
  const isTold = newsAt !== null && newsAt !== readAt
  // On the next page it is no news any longer.
  useEffect(() => () => setReadAt(newsAt), [pathname, newsAt])
  const open = jobs.filter(isOpen).length
  const text = open > 0 ? words.live.jobs.busy(open) : words.live.jobs.idle
  return (
    <>
      <button
        type="button"
        className="button jobs-button"
        data-busy={open > 0}
        aria-label={text}
        title={text}
        onClick={() => setPanelOpen(true)}
      >
        <span className="jobs-mark" aria-hidden="true" />
        {open > 0 ? <span aria-hidden="true">{open}</span> : null}
      </button>
      <p className={isTold ? 'live-line' : 'visually-hidden'} role="status">
        {isTold ? words.live.jobs.done : ''}
      </p>
      <Suspense>{isPanelOpen ? <JobPanel close={() => setPanelOpen(false)} /> : null}</Suspense>
    </>
  )
}

function NewsLink(): ReactNode {
  const { words, formats } = useSpeech()
  const { data } = useAnswer<{ readonly unread: number }>('/api/v1/notifications', { limit: 1 })
  const unread = data?.unread ?? 0
  const label = unread > 0 ? `${words.live.news.title}: ${words.live.news.unread(unread)}` : words.live.news.title
  return (
    <Link to="/notifications" className="button news-link" aria-label={label} title={label}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M3 12h10l-1.5-2V7a3.5 3.5 0 0 0-7 0v3zM6.5 13.5h3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
      {unread > 0 ? <span aria-hidden="true">{formats.count(unread)}</span> : null}
    </Link>
  )
}
