import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { severityStates } from '#charts/state.ts'
import { Since } from '#web/components/change.tsx'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { CountedFigure, Said } from '#web/components/counted.tsx'
import { placeOf, undecided } from '#web/pages/home/data.ts'
import { useFindingColumns } from '#web/components/finding-columns.tsx'
import { FindingStatus } from '#web/components/finding-status.tsx'
import { ListTable, useAddressed, type ChosenRows } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { FindingRow, FindingState, Severity } from '#web/rows.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSession } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { findingsPath, useFinding, useOverview, useReach } from './data.ts'
import { ManyStatuses } from './many-statuses.tsx'
import { Statuses } from './statuses.tsx'

/** What can be filtered by, gravest first. */
const shown = ['critical', 'high', 'medium', 'low', 'unknown'] as const satisfies readonly Severity[]

const statesToFilter = [
  'undecided',
  'under-investigation',
  'affected',
  'not-affected',
  'fixed',
  'false-positive',
] as const satisfies readonly FindingState[]

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { vulnerabilities } = words
  const query = useOverview()
  return (
    <PageFrame title={words.portal.pages.vulnerabilities} lead={vulnerabilities.explanation}>
      <Loaded query={query}>
        {({ bySeverity, cards }) =>
          cards.urgent.value === null ? (
            <EmptyState
              title={vulnerabilities.notLookedUp}
              body={vulnerabilities.notLookedUpBody}
              command="headwater data import DIR"
            />
          ) : (
            <>
              <Facts>
                {bySeverity.map((card) => (
                  <Fact
                    key={card.severity}
                    label={words.severities[card.severity]}
                    note={<Since now={card.value} before={card.before} unit="count" />}
                  >
                    <StateMark state={severityStates[card.severity]} word="" />
                    <CountedFigure figure={card} place={placeOf(card)} label={words.severities[card.severity]} />
                  </Fact>
                ))}
              </Facts>
              {cards.urgent.coverage ? (
                <p>
                  <CoverageMeter coverage={cards.urgent.coverage} place={undecided} />
                </p>
              ) : null}
              <Queue />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Queue(): ReactNode {
  const { words } = useSpeech()
  const { vulnerabilities, statusPage } = words
  const columns = useFindingColumns()
  const [open, setOpen] = useState<FindingRow | null>(null)
  const mayState = useSession().data?.actor?.permissions.includes('analyze') === true
  const ofProduct = useAddressed('product', words.inventory.product)
  const ofPart = useAddressed('part', vulnerabilities.part)
  return (
    <section className="section">
      <h2>{vulnerabilities.queue}</h2>
      <p className="muted section-note">{vulnerabilities.queueExplanation}</p>
      <ListTable<FindingRow>
        id="findings"
        path={findingsPath}
        caption={vulnerabilities.queue}
        columns={columns}
        rowKey={({ id, part }) => `${id} ${part}`}
        onOpen={setOpen}
        isOpen={(row) => row.id === open?.id && row.part === open.part}
        filters={[
          { id: 'q', label: words.portal.table.text, kind: 'text' },
          {
            id: 'severity',
            label: vulnerabilities.severity,
            kind: 'choice',
            options: shown.map((value) => ({ value, label: words.severities[value] })),
          },
          {
            id: 'status',
            label: statusPage.status,
            kind: 'choice',
            options: [
              { value: 'open', label: statusPage.filters.open },
              ...statesToFilter.map((value) => ({ value, label: statusPage.states[value] })),
              { value: 'due', label: statusPage.filters.due },
            ],
          },
          {
            id: 'isUrgent',
            label: words.portal.home.urgent,
            kind: 'choice',
            options: [
              { value: 'true', label: words.portal.yes },
              { value: 'false', label: words.portal.no },
            ],
          },
          ...ofProduct,
          ...ofPart,
        ]}
        empty={<p>{vulnerabilities.none}</p>}
        {...(mayState
          ? {
              select: {
                nameOf: ({ id, name, version }: FindingRow) => `${id} ${name} ${version ?? ''}`,
                actions: (chosen: ChosenRows<FindingRow>) => <ManyStatuses chosen={chosen} />,
              },
            }
          : {})}
      />
      <SidePanel title={open?.id ?? ''} isOpen={open !== null} close={() => setOpen(null)}>
        {open === null ? null : <Detail key={open.figure} row={open} />}
      </SidePanel>
    </section>
  )
}

function Detail({ row }: { readonly row: FindingRow }): ReactNode {
  const { words, formats } = useSpeech()
  const { vulnerabilities } = words
  const reach = useReach(row.id)
  // The row is as it was when it was opened.
  const now = useFinding(row.id).data?.findings.find(({ part }) => part === row.part) ?? row
  return (
    <>
      <p className="about">
        <Said>{row.summary}</Said>
      </p>
      <dl className="chain">
        <dt>{vulnerabilities.severity}</dt>
        <dd>
          <StateMark state={severityStates[row.severity]} word={words.severities[row.severity]} />
          {row.score === null ? null : ` ${formats.score(row.score)}`} <code>{row.vector}</code>
        </dd>
        <dt>{words.statusPage.status}</dt>
        <dd>
          <FindingStatus row={now} />
        </dd>
        <dt>{vulnerabilities.part}</dt>
        <dd>
          <PartLink purl={row.purl} name={row.name} version={row.version} />
        </dd>
        <dt>{vulnerabilities.fixed}</dt>
        <dd>{row.fixed.length === 0 ? vulnerabilities.noFix : <code>{row.fixed.join(', ')}</code>}</dd>
        {row.aliases.length === 0 ? null : (
          <>
            <dt>{words.portal.vulnerabilities.aliases}</dt>
            <dd>
              <code>{row.aliases.join(', ')}</code>
            </dd>
          </>
        )}
        {row.published === null ? null : (
          <>
            <dt>{words.portal.vulnerabilities.published}</dt>
            <dd>{formats.date(row.published)}</dd>
          </>
        )}
      </dl>
      <h3>{words.portal.vulnerabilities.reach}</h3>
      <Loaded query={reach}>
        {({ items }) => (
          <ul className="todo">
            {items.map((use) => (
              <li key={use.product}>
                <span className="what">
                  <Link to="/products/$product" params={{ product: use.product }}>
                    {use.name}
                  </Link>
                  <span className="note"> {use.path.map(({ name }) => name).join(' → ')}</span>
                </span>
                <span className="note">{use.owner ?? words.portal.component.noOwner}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Statuses row={row} uses={reach.data?.items ?? []} />
    </>
  )
}
