import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Change } from '#web/components/change.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { CountedFigure } from '#web/components/counted.tsx'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { WatershedView } from '#web/components/watershed-view.tsx'
import { AssessAgain } from '#web/live/assess-again.tsx'
import { useAdvice, type Recommended } from '#web/pages/advice/data.ts'
import { useSpeech } from '#web/speech.tsx'
import { placeOf, undecided, useOverview, useWatershed, type Overview, type ToDo } from './data.ts'

/** Of the recommendations the first ones; the others stand on their page. */
const mostAdvised = 3

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { home } = words.portal
  const query = useOverview()
  const advised = useAdvice().data?.recommendations?.slice(0, mostAdvised) ?? []
  return (
    <PageFrame title={words.portal.pages.home} lead={home.lead} aside={<AssessAgain />}>
      <Loaded query={query}>
        {(data) => (
          <>
            <Cards data={data} />
            <Section title={home.toDo}>
              {data.toDo.length === 0 && advised.length === 0 ? (
                <p>{home.nothingToDo}</p>
              ) : (
                <ToDoList items={data.toDo} advised={advised} />
              )}
            </Section>
          </>
        )}
      </Loaded>
      <section className="section">
        <Streams products={query.data?.products ?? 0} />
      </section>
    </PageFrame>
  )
}

function Streams({ products }: { readonly products: number }): ReactNode {
  const query = useWatershed()
  const { home } = useSpeech().words.portal
  return (
    <Loaded query={query}>
      {(watershed) =>
        watershed.parts.length > 0 ? (
          <WatershedView watershed={watershed} />
        ) : products > 0 ? (
          <EmptyState title={home.nothingRead} body={home.nothingReadBody} />
        ) : (
          <EmptyState title={home.empty} body={home.emptyBody} command="headwater assess PATH" />
        )
      }
    </Loaded>
  )
}

function Cards({ data }: { readonly data: Overview }): ReactNode {
  const { words, formats } = useSpeech()
  const { home } = words.portal
  const { packages, urgent, value, given } = data.cards
  return (
    <div className="glance">
      <div>
        <h2>
          <Link to="/inventory">{home.inUse}</Link>
        </h2>
        <p className="lead">
          <CountedFigure figure={packages} place={placeOf(packages)} label={home.inUse} />
        </p>
        <p>
          <Link to="/inventory" className="count-link">
            {home.packagesIn(data.products, formats.count(data.products))}
          </Link>
        </p>
        <Change now={packages.value} before={packages.before} unit="count" isFirst={data.isFirst} />
      </div>
      <div>
        <h2>
          <Link to="/vulnerabilities">{home.urgent}</Link>
        </h2>
        <p className="lead">
          <CountedFigure figure={urgent} place={placeOf(urgent)} label={home.urgent} />
        </p>
        <ul className="severities">
          {data.bySeverity
            .filter(({ severity }) => severity === 'critical' || severity === 'high')
            .map((card) => (
              <li key={card.severity}>
                <StateMark
                  state={card.value === null ? 'unknown' : 'act'}
                  word={`${words.severities[card.severity]}: `}
                />
                <CountedFigure figure={card} place={placeOf(card)} label={words.severities[card.severity]} />
              </li>
            ))}
        </ul>
        {urgent.coverage ? <CoverageMeter coverage={urgent.coverage} place={undecided} /> : null}
        <Change now={urgent.value} before={urgent.before} unit="count" isFirst={data.isFirst} />
      </div>
      <div>
        <h2>
          <Link to="/value">{home.worth}</Link>
        </h2>
        <p className="lead range">
          <FigureView figure={value} unit="money" label={home.worth} />
        </p>
        {value.coverage ? <CoverageMeter coverage={value.coverage} figure={value.id} /> : null}
        <Change now={value.value} before={value.before} unit="money" isFirst={data.isFirst} />
      </div>
      <div>
        <h2>
          <Link to="/contributions">{home.given}</Link>
        </h2>
        <p className="lead range">
          <FigureView figure={given} unit="money" label={home.given} />
        </p>
        <p>{home.aYear}</p>
        <Change now={given.value} before={given.before} unit="money" isFirst={data.isFirst} />
      </div>
    </div>
  )
}

const states = {
  'critical-findings': 'act',
  'restricted-terms': 'act',
  'where-to-help': 'watch',
  'products-without-documents': 'watch',
  'without-license': 'unknown',
} as const satisfies Record<ToDo['kind'], unknown>

function ToDoList({
  items,
  advised,
}: {
  readonly items: readonly ToDo[]
  readonly advised: readonly Recommended[]
}): ReactNode {
  const { words } = useSpeech()
  const { home, pages } = words.portal
  return (
    <ul className="todo">
      {items.map((item) => (
        <li key={item.kind}>
          <span className="what">
            <StateMark state={item.value === null ? 'unknown' : states[item.kind]} word="" />
            <CountedFigure figure={item} place={placeOf(item)} label={home.items[item.kind](item.value ?? 0)} />{' '}
            {home.items[item.kind](item.value ?? 0)}
          </span>
          <Link {...placeOf(item)}>
            {home.open}
            <span className="visually-hidden">: {home.items[item.kind](item.value ?? 0)}</span>
          </Link>
        </li>
      ))}
      {advised.map(({ scenario, label }) => (
        <li key={scenario}>
          <span className="what">
            <StateMark state="plain" word={`${pages.advice}: `} />
            {label}
          </span>
          <Link to="/advice" search={{ open: scenario }}>
            {home.open}
            <span className="visually-hidden">: {label}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
