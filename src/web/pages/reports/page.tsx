import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState, type MouseEvent, type ReactNode } from 'react'
import { addressOf } from '#web/api.ts'
import { Change } from '#web/components/change.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { valueText } from '#web/figure.ts'
import { useOverview } from '#web/pages/home/data.ts'
import { lookAtJobs, useJobs } from '#web/live/jobs.ts'
import { mayReadAll, useSession } from '#web/session.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { useMaking, useReports, type Reports } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { reports } = words.portal
  const query = useReports()
  const session = useSession()
  const columns = useMemo(
    (): readonly Column<Reports['items'][number]>[] => [
      { id: 'asOf', head: words.report.asOf, cell: (row) => formats.date(row.asOf), value: (row) => row.asOf },
      {
        id: 'knownAt',
        head: reports.knownAt,
        cell: (row) => <time dateTime={row.knownAt}>{formats.time(row.knownAt)}</time>,
        value: (row) => row.knownAt,
      },
      {
        id: 'id',
        head: words.portal.settings.id,
        cell: (row) => <code>{row.id}</code>,
        value: (row) => row.id,
        from: 'engineer',
      },
    ],
    [words, reports, formats],
  )
  return (
    <PageFrame title={words.portal.pages.reports} lead={reports.lead}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={reports.none} body={words.cli.noReport} command="headwater assess PATH" />
          ) : (
            <>
              <Loaded query={session}>
                {(who) =>
                  mayReadAll(who) ? (
                    <>
                      <Make items={items} />
                      <Changed />
                    </>
                  ) : (
                    <p className="callout unknown">{words.live.reports.whole}</p>
                  )
                }
              </Loaded>
              <Section title={reports.assessments}>
                <DataTable
                  id="assessments"
                  caption={reports.assessments}
                  columns={columns}
                  rows={items}
                  rowKey={({ id }) => id}
                />
              </Section>
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

const languageNames = { en: 'English', ja: '日本語', de: 'Deutsch' } as const
const formatNames = { html: 'HTML', markdown: 'Markdown', json: 'JSON' } as const

type Wanted = { readonly address: string; readonly isDownload: boolean }

function Make({ items }: { readonly items: Reports['items'] }): ReactNode {
  const { words, formats, language: spoken } = useSpeech()
  const { reports } = words.live
  const [search, setSearch] = useSearchState()
  // One that is gone meanwhile is the newest again.
  const assessment = items.slice(1).find(({ id }) => id === search['assessment'])?.id ?? 'latest'
  const [kind, setKind] = useState('full')
  const [language, setLanguage] = useState<string>(spoken)
  const [format, setFormat] = useState('html')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const want = (event: MouseEvent, what: Wanted): void => {
    // In a new tab of the reader's own choice the server tells that it is being made.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setWanted(what)
  }
  const isJson = format === 'json'
  const address = (download?: 'true'): string =>
    addressOf(`/api/v1/reports/${encodeURIComponent(assessment)}`, {
      ...(isJson ? {} : { kind, language }),
      format,
      download,
    })
  const field = (
    label: string,
    value: string,
    set: (value: string) => void,
    options: readonly (readonly [string, string])[],
    isDisabled = false,
  ): ReactNode => (
    <label>
      {label}
      <select value={value} disabled={isDisabled} onChange={(event) => set(event.currentTarget.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Section title={reports.make}>
      <form className="filters" aria-label={reports.make} onSubmit={(event) => event.preventDefault()}>
        {field(
          reports.assessment,
          assessment,
          (id) => setSearch({ assessment: id === 'latest' ? undefined : id }),
          items.map(({ id, asOf, recordedAt }, index) =>
            index === 0
              ? ['latest', reports.newest(formats.date(asOf))]
              : [id, `${formats.date(asOf)} (${formats.time(recordedAt)})`],
          ),
        )}
        {field(reports.kind, kind, setKind, Object.entries(reports.kinds), isJson)}
        {field(words.portal.language, language, setLanguage, Object.entries(languageNames), isJson)}
        {field(reports.format, format, setFormat, Object.entries(formatNames))}
        <a
          className="button primary"
          href={address()}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => want(event, { address: address(), isDownload: false })}
        >
          {reports.open}
        </a>
        <a
          className="button"
          href={address('true')}
          onClick={(event) => want(event, { address: address('true'), isDownload: true })}
        >
          {reports.download}
        </a>
      </form>
      <Making wanted={wanted} done={() => setWanted(null)} />
      {isJson ? <p className="note">{reports.json}</p> : null}
    </Section>
  )
}

/** Hands over what is wanted as soon as it is made. */
function Making({ wanted, done }: { readonly wanted: Wanted | null; readonly done: () => void }): ReactNode {
  const { words } = useSpeech()
  const { reports } = words.live
  const { jobs } = useJobs()
  const { data: making, error, refetch } = useMaking(wanted?.address ?? null)
  const isMaking = typeof making === 'string'
  const isMade = wanted !== null && making === null
  useEffect(() => {
    if (isMaking) lookAtJobs()
  }, [isMaking])
  useEffect(() => {
    if (!isMade) return
    if (wanted.isDownload) location.assign(wanted.address)
    // A browser opens no window for a page whose reader pressed something long ago: they press again.
    else if (navigator.userActivation.isActive) window.open(wanted.address, '_blank', 'noreferrer')
    else return
    done()
  }, [isMade, wanted, done])
  const job = jobs.find(({ id }) => id === making)
  const steps: Readonly<Record<string, string>> = words.cli.steps
  const step = job?.state === 'running' && job.progress !== null ? steps[job.progress.step] : undefined
  if (error !== null) return <ProblemNotice error={error} retry={() => void refetch()} />
  return (
    <>
      <p role="status">
        {isMaking ? (
          <>
            {reports.making}{' '}
            <span className="muted">{step ?? (job === undefined ? null : words.live.jobs.states[job.state])}</span>
          </>
        ) : isMade && !wanted.isDownload ? (
          <>
            {reports.made}{' '}
            <a href={wanted.address} target="_blank" rel="noreferrer" onClick={done}>
              {reports.openMade}
            </a>
          </>
        ) : null}
      </p>
      {isMaking ? <progress aria-label={reports.making} /> : null}
    </>
  )
}

function Changed(): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  const { home } = words.portal
  const query = useOverview()
  return (
    <Section title={words.live.reports.changed}>
      <Loaded query={query}>
        {({ cards, isFirst }) => (
          <dl className="figures">
            {(
              [
                ['inUse', cards.packages, 'count'],
                ['urgent', cards.urgent, 'count'],
                ['worth', cards.value, 'money'],
                ['given', cards.given, 'money'],
              ] as const
            ).map(([name, card, unit]) => (
              <div key={name}>
                <dt>{home[name]}</dt>
                <dd>
                  {name === 'urgent' && card.value !== null ? (
                    <Link to="/vulnerabilities" search={{ isUrgent: 'true' }} className="count-link">
                      {valueText(card.value, unit, speech)}
                    </Link>
                  ) : (
                    <FigureView figure={card} unit={unit} label={home[name]} />
                  )}
                </dd>
                <dd className="fact-note">
                  <Change now={card.value} before={card.before} unit={unit} isFirst={isFirst} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </Section>
  )
}
