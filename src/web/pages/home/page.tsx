import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '#web/components/empty-state.tsx'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { WatershedView } from '#web/components/watershed-view.tsx'
import { valueText } from '#web/figure.ts'
import { useSpeech } from '#web/speech.tsx'
import { useHome, useWatershed, type Home, type ToDo } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { home } = words.portal
  const query = useHome()
  return (
    <PageFrame title={words.portal.pages.home} lead={home.lead}>
      <Loaded query={query}>
        {(data) => (
          <>
            <Cards data={data} />
            <Section title={home.toDo}>
              {data.toDo.length === 0 ? <p>{home.nothingToDo}</p> : <ToDoList items={data.toDo} />}
            </Section>
          </>
        )}
      </Loaded>
      <section className="section">
        <Streams />
      </section>
    </PageFrame>
  )
}

function Streams(): ReactNode {
  const query = useWatershed()
  const { words } = useSpeech()
  return (
    <Loaded query={query}>
      {(watershed) =>
        watershed.parts.length === 0 ? (
          <EmptyState
            title={words.portal.home.empty}
            body={words.portal.home.emptyBody}
            command="headwater assess PATH"
          />
        ) : (
          <WatershedView watershed={watershed} />
        )
      }
    </Loaded>
  )
}

function Cards({ data }: { readonly data: Home }): ReactNode {
  const speech = useSpeech()
  const { words, formats } = speech
  const { home } = words.portal
  const since = (now: string | null, before: string | null) => (
    <p className="change">
      {data.before === null
        ? home.first
        : before === null
          ? home.unknownBefore(formats.date(data.before.asOf))
          : before === now
            ? home.same(formats.date(data.before.asOf))
            : home.was(before, formats.date(data.before.asOf))}
    </p>
  )
  const count = (value: number | null | undefined) => (value === null || value === undefined ? null : formats.count(value))
  const { before } = data
  return (
    <div className="glance">
      <div>
        <h2>
          <Link to="/inventory">{home.inUse}</Link>
        </h2>
        <p className="lead">
          <FigureView figure={data.packages} label={home.inUse} />
        </p>
        <p>
          {home.inProducts} <FigureView figure={data.products} label={words.inventory.products} />
        </p>
        {since(count(data.packages.value), count(before?.packages))}
      </div>
      <div>
        <h2>
          <Link to="/vulnerabilities">{home.urgent}</Link>
        </h2>
        <p className="lead">
          <FigureView figure={data.critical} label={words.severities.critical} />
        </p>
        <p>
          {words.severities.critical}; {words.severities.high}:{' '}
          <FigureView figure={data.high} label={words.severities.high} />
        </p>
        {data.critical.coverage === undefined ? null : <CoverageMeter coverage={data.critical.coverage} />}
        {since(count(data.critical.value), count(before?.critical))}
      </div>
      <div>
        <h2>
          <Link to="/value">{home.worth}</Link>
        </h2>
        <p className="lead range">
          <FigureView figure={data.value} unit="money" label={home.worth} />
        </p>
        {data.value.coverage === undefined ? null : <CoverageMeter coverage={data.value.coverage} />}
        {since(
          data.value.value === null ? null : valueText(data.value.value, 'money', speech),
          before?.value == null ? null : valueText(before.value, 'money', speech),
        )}
      </div>
      <div>
        <h2>
          <Link to="/contributions">{home.given}</Link>
        </h2>
        <p className="lead range">
          <FigureView figure={data.given} unit="money" label={home.given} />
        </p>
        <p>{home.aYear}</p>
        {since(
          data.given.value === null ? null : valueText(data.given.value, 'money', speech),
          before?.given == null ? null : valueText(before.given, 'money', speech),
        )}
      </div>
    </div>
  )
}

/** Where each leads, and how pressing it is. */
const destinations = {
  'critical-findings': { to: '/vulnerabilities', search: { severity: 'critical' }, state: 'act' },
  'high-findings': { to: '/vulnerabilities', search: { severity: 'high' }, state: 'act' },
  'restricted-licenses': { to: '/licenses', search: {}, state: 'act' },
  'targets-missed': { to: '/maturity', search: {}, state: 'act' },
  expired: { to: '/maturity', search: {}, state: 'watch' },
  'where-to-help': { to: '/risk', search: {}, state: 'watch' },
  'forks-without-plan': { to: '/contributions', search: {}, state: 'watch' },
  'stale-prices': { to: '/value', search: {}, state: 'watch' },
  undeclared: { to: '/settings', search: {}, state: 'watch' },
  'not-looked-up': { to: '/vulnerabilities', search: {}, state: 'unknown' },
  'without-license': { to: '/licenses', search: {}, state: 'unknown' },
} as const satisfies Record<ToDo['kind'], unknown>

function ToDoList({ items }: { readonly items: readonly ToDo[] }): ReactNode {
  const { words, formats } = useSpeech()
  const { home } = words.portal
  return (
    <ul className="todo">
      {items.map(({ kind, count, figure }) => {
        const { to, search, state } = destinations[kind]
        return (
          <li key={kind}>
            <span className="what">
              <StateMark state={state} word="" />
              {figure === null ? formats.count(count) : <WhyButton id={figure}>{formats.count(count)}</WhyButton>}{' '}
              {home.items[kind](count)}
            </span>
            <Link to={to} search={search}>
              {home.open}
              <span className="visually-hidden">: {home.items[kind](count)}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
