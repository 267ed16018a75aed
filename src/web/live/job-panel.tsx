import type { ReactNode } from 'react'
import { StateMark } from '#web/components/state-mark.tsx'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { AssessAgain } from './assess-again.tsx'
import { useJobs, type Job } from './jobs.ts'

const marks = { waiting: 'plain', retrying: 'watch', running: 'plain', done: 'good', dead: 'act' } as const

export function JobPanel({ close }: { readonly close: () => void }): ReactNode {
  const { words } = useSpeech()
  const { jobs } = useJobs()
  const newest = jobs.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return (
    <SidePanel title={words.live.jobs.title} isOpen close={close}>
      <AssessAgain />
      {newest.length === 0 ? <p className="muted">{words.live.jobs.none}</p> : null}
      <ul className="live-list">
        {newest.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </SidePanel>
  )
}

function JobLine({ job }: { readonly job: Job }): ReactNode {
  const { words, formats } = useSpeech()
  const { jobs } = words.live
  const kinds: Readonly<Record<string, string>> = jobs.kinds
  const steps: Readonly<Record<string, string>> = words.cli.steps
  const codes: Readonly<Record<string, string>> = words.cli.problemCodes
  const name = kinds[job.kind] ?? job.kind
  const { progress } = job
  return (
    <li>
      <p>
        <strong>{name}</strong> <span className="muted">{job.subject ?? jobs.whole}</span>
      </p>
      <p>
        <StateMark state={marks[job.state]} word={jobs.states[job.state]} />{' '}
        <span className="muted">
          {formats.time(job.finishedAt ?? job.createdAt)}
          {job.attempts > 1 ? ` · ${jobs.attempts(job.attempts)}` : ''}
          {job.state === 'running' && progress !== null ? ` · ${steps[progress.step] ?? progress.step}` : ''}
        </span>
      </p>
      {job.state === 'running' ? (
        <progress
          aria-label={name}
          {...(progress?.done === undefined || progress.total === undefined
            ? {}
            : { value: progress.done, max: progress.total })}
        />
      ) : null}
      {job.error === null || job.state === 'done' ? null : (
        <p>
          {codes[job.error] ?? null} <code>{job.error}</code>
          {job.state === 'dead' ? <> {jobs.next}</> : null}
        </p>
      )}
    </li>
  )
}
