import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { channels } from '#api/choices.ts'
import { sendJson } from '#web/api.ts'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { inboxPath, kinds, subscriptionsPath, useInbox, useSubscriptions, type Subscription } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { news } = words.live
  return (
    <PageFrame title={news.title} lead={news.lead}>
      <Section title={news.inbox}>
        <Inbox />
      </Section>
      <Section title={news.wanted}>
        <Wanted />
      </Section>
    </PageFrame>
  )
}

const mostShown = 200

function Inbox(): ReactNode {
  const { words, formats } = useSpeech()
  const { news } = words.live
  const client = useQueryClient()
  const [limit, setLimit] = useState(20)
  const query = useInbox(limit)
  const reading = useMutation({
    mutationFn: (ids: readonly number[]) => sendJson('POST', `${inboxPath}/read`, { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: [inboxPath] }),
  })
  return (
    <Loaded query={query}>
      {({ items, unread, next }) =>
        items.length === 0 ? (
          <p>{news.none}</p>
        ) : (
          <>
            {unread === 0 ? null : (
              <p className="assess-again">
                <button
                  type="button"
                  className="button"
                  onClick={() => reading.mutate(items.filter(({ readAt }) => readAt === null).map(({ id }) => id))}
                >
                  {news.readAll}
                </button>
                <span className="muted">{news.unread(unread)}</span>
              </p>
            )}
            {reading.isError ? <ProblemNotice error={reading.error} /> : null}
            <ul className="live-list">
              {items.map(({ id, text, createdAt, readAt }) => (
                <li key={id} className="news-line">
                  <span>
                    {readAt === null ? <StateMark state="plain" word={`${news.isNew} `} /> : null}
                    {text} <span className="muted">{formats.time(createdAt)}</span>
                  </span>
                  {readAt === null ? (
                    <button type="button" className="link" onClick={() => reading.mutate([id])}>
                      {news.read}
                      <span className="visually-hidden">: {text}</span>
                    </button>
                  ) : null}
                </li>
              ))}
            </ul>
            {next === null || limit >= mostShown ? null : (
              <p className="more">
                <button
                  type="button"
                  className="button"
                  onClick={() => setLimit((before) => Math.min(before * 3, mostShown))}
                >
                  {news.older}
                </button>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function Wanted(): ReactNode {
  const { words } = useSpeech()
  const { news } = words.live
  const client = useQueryClient()
  const query = useSubscriptions()
  const units = useUnits().data ?? []
  const [channel, setChannel] = useState<Subscription['channel']>('portal')
  const [secret, setSecret] = useState<string | null>(null)
  const adding = useMutation({
    mutationFn: (body: object) =>
      sendJson<{ readonly id: number; readonly secret: string | null }>('POST', subscriptionsPath, body),
    onSuccess: (made) => {
      setSecret(made.secret)
      return client.invalidateQueries({ queryKey: [subscriptionsPath] })
    },
  })
  return (
    <>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          adding.mutate({
            kind: form.get('kind'),
            channel,
            unit: form.get('unit') || null,
            address: channel === 'webhook' ? form.get('address') : null,
          })
        }}
      >
        <label>
          {news.what}
          <select name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {news.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {news.way}
          <select
            value={channel}
            onChange={(event) => setChannel(channels.find((way) => way === event.currentTarget.value) ?? 'portal')}
          >
            {channels.map((way) => (
              <option key={way} value={way}>
                {words.administration.channels[way]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.portal.unit}
          <select name="unit">
            <option value="">{words.portal.everything}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {channel === 'webhook' ? (
          <label>
            {news.address}
            <input name="address" type="url" required maxLength={2000} />
          </label>
        ) : null}
        <button type="submit" className="button primary" disabled={adding.isPending}>
          {news.add}
        </button>
      </form>
      {adding.isError ? <ProblemNotice error={adding.error} /> : null}
      {secret === null ? null : (
        <div className="callout ask" role="status">
          <p>{news.secret}</p>
          <pre className="one-time" tabIndex={0}>
            {secret}
          </pre>
          <p className="actions">
            <button type="button" className="button" onClick={() => setSecret(null)}>
              {news.kept}
            </button>
          </p>
        </div>
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{news.wantedNone}</p>
          ) : (
            <ul className="live-list">
              {items.map((one) => (
                <WantedLine key={one.id} one={one} unit={units.find(({ id }) => id === one.unit)?.name ?? one.unit} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function WantedLine({ one, unit }: { readonly one: Subscription; readonly unit: string | null }): ReactNode {
  const { words, formats } = useSpeech()
  const { news } = words.live
  const { channels, sendReasons } = words.administration
  const client = useQueryClient()
  const testing = useMutation({ mutationFn: () => sendJson('POST', `${subscriptionsPath}/${one.id}/test`) })
  const ending = useMutation({
    mutationFn: () => sendJson('DELETE', `${subscriptionsPath}/${one.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: [subscriptionsPath] }),
  })
  useEffect(() => {
    if (!testing.isSuccess) return undefined
    const look = (): void => {
      void client.invalidateQueries({ queryKey: [subscriptionsPath] })
      void client.invalidateQueries({ queryKey: [inboxPath] })
    }
    look()
    const timer = setInterval(look, 2_000)
    const end = setTimeout(() => clearInterval(timer), 20_000)
    return () => {
      clearInterval(timer)
      clearTimeout(end)
    }
  }, [client, testing.isSuccess, testing.submittedAt])
  const name = `${news.kinds[one.kind]}, ${channels[one.channel]}`
  const reasons: Readonly<Record<string, string>> = sendReasons
  return (
    <li>
      <div className="news-line">
        <span>
          <strong>{news.kinds[one.kind]}</strong> · {channels[one.channel]} · {unit ?? words.portal.everything}
          {one.address === null ? null : (
            <>
              {' '}
              · <code>{one.address}</code>
            </>
          )}
        </span>
        <span className="news-actions">
          <button type="button" className="link" disabled={testing.isPending} onClick={() => testing.mutate()}>
            {news.test}
            <span className="visually-hidden">: {name}</span>
          </button>{' '}
          <button type="button" className="link" disabled={ending.isPending} onClick={() => ending.mutate()}>
            {news.end}
            <span className="visually-hidden">: {name}</span>
          </button>
        </span>
      </div>
      <p role="status" className="muted">
        {testing.isSuccess && one.channel !== 'portal' ? news.tested : ''}
      </p>
      {testing.isError ? <ProblemNotice error={testing.error} /> : null}
      {ending.isError ? <ProblemNotice error={ending.error} /> : null}
      {one.channel === 'portal' ? null : one.log.length === 0 ? (
        <p className="muted">{news.logNone}</p>
      ) : (
        <details open={one.log[0]?.outcome !== 'sent'}>
          <summary>{news.log}</summary>
          <ul>
            {one.log.map(({ message, attemptedAt, outcome, status }) => (
              <li key={`${message} ${attemptedAt}`}>
                <StateMark
                  state={outcome === 'sent' ? 'good' : 'act'}
                  word={outcome === 'sent' ? news.sent : news.notSent}
                />{' '}
                {formats.time(attemptedAt)} {outcome === 'sent' ? '' : (reasons[outcome] ?? words.portal.withheld)}{' '}
                {status === null ? null : <code>{status}</code>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
