import { useMemo, type ReactNode } from 'react'
import { drawGiveAndTake, type Side } from '#charts/give-and-take.ts'
import { Since } from '#web/components/change.tsx'
import { Sum, Told } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView, NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section, Withheld } from '#web/components/page.tsx'
import { useOverview } from '#web/pages/home/data.ts'
import { PartLink } from '#web/components/part-link.tsx'
import { ChartWithTwin } from '#web/components/picture.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { valueText, type FigureBody, type MoneyBand } from '#web/figure.ts'
import { usesOf } from '#web/places.ts'
import type { ContributionSection } from '#web/sections.ts'
import { useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { useContributions } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { position } = words
  const query = useContributions()
  return (
    <PageFrame title={words.portal.pages.contributions} lead={position.explanation}>
      <Loaded query={query}>
        {({ area: data, withheld }) =>
          withheld.length > 0 ? (
            <Withheld />
          ) : data.give.value === null && data.repositories.length === 0 && data.ledger.length === 0 ? (
            <EmptyState
              title={position.nothingCollected}
              body={position.nothingCollectedBody}
              command="headwater assess PATH --clones DIR"
            />
          ) : (
            <Contributions data={data} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Contributions({ data }: { readonly data: ContributionSection }): ReactNode {
  const speech = useSpeech()
  const { words, formats } = speech
  const { position } = words
  const side = (title: string, figure: FigureBody<MoneyBand>): Side => ({
    title,
    band: figure.value,
    shown:
      figure.value === null
        ? words.unknownReasons[figure.why ?? 'not-collected']
        : valueText(figure.value, 'money', speech, 'central'),
  })
  const given = side(position.given, data.give)
  const compared = useOverview().data?.cards.given
  const taken = side(position.received, data.take)
  const { ratios } = data
  const coverage = ratios.criticalCoverage
  const sides: readonly { readonly title: string; readonly figure: FigureBody<MoneyBand> }[] = [
    { title: position.give, figure: data.give },
    { title: position.take, figure: data.take },
  ]
  const sideColumns: readonly Column<(typeof sides)[number]>[] = [
    { id: 'side', head: position.side, cell: (row) => row.title, value: (row) => row.title },
    {
      id: 'money',
      head: words.value.money,
      cell: (row) => <FigureView figure={row.figure} unit="money" label={row.title} />,
      value: (row) => row.figure.value?.central ?? null,
      align: 'number',
    },
  ]
  return (
    <>
      <ChartWithTwin
        title={position.picture}
        explanation={position.pictureExplanation}
        wide={(id) => drawGiveAndTake(id, position.picture, given, taken, 1080)}
        narrow={(id) => drawGiveAndTake(id, position.picture, given, taken, 350)}
      >
        <DataTable
          id="give-and-take"
          caption={position.pictureTable}
          columns={sideColumns}
          rows={sides}
          rowKey={({ title }) => title}
        />
      </ChartWithTwin>
      <Section title={position.ratios}>
        <Facts>
          <Fact label={position.giveToTake}>
            <FigureView figure={ratios.giveToTake} unit="percent" label={position.giveToTake} />
          </Fact>
          <Fact label={position.criticalCoverage}>
            <FigureView
              figure={{ id: coverage.id, value: coverage.value?.share ?? null, why: coverage.why }}
              unit="percent"
              label={position.criticalCoverage}
            />
          </Fact>
          <Fact label={position.perDeveloper}>
            <FigureView figure={ratios.perDeveloper} unit="money" label={position.perDeveloper} />
          </Fact>
          <Fact
            label={position.give}
            note={
              compared === undefined ? undefined : <Since now={data.give.value} before={compared.before} unit="money" />
            }
          >
            <FigureView figure={data.give} unit="money" label={position.give} />
          </Fact>
          {(['labor', 'loggedTime', 'money'] as const).map((kind) => (
            <Fact key={kind} label={position[kind]}>
              <FigureView figure={data[kind]} unit="money" label={position[kind]} />
            </Fact>
          ))}
        </Facts>
      </Section>
      <Projects data={data} />
      <Tables data={data} />
      <p className="note section">{position.window(formats.date(data.from), formats.date(data.to)).join('')}</p>
    </>
  )
}

function Projects({ data }: { readonly data: ContributionSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { position } = words
  const few = <NotKnown reason={position.tooFew} />
  const columns = useMemo(
    (): readonly Column<ContributionSection['repositories'][number]>[] => [
      {
        id: 'project',
        head: position.project,
        cell: (row) => (
          <>
            <code>{row.project ?? row.path}</code>
            {row.isOwn ? <span className="note"> {position.ownProject}</span> : null}
          </>
        ),
        value: (row) => row.project ?? row.path,
      },
      {
        id: 'own',
        head: position.ownCommits,
        cell: (row) => (row.own.commits === null ? few : <Recent row={row}>{formats.count(row.own.commits)}</Recent>),
        value: (row) => row.own.commits,
        align: 'number',
      },
      {
        id: 'all',
        head: position.allCommits,
        cell: (row) => <Recent row={row}>{formats.count(row.plainCommits)}</Recent>,
        value: (row) => row.plainCommits,
        align: 'number',
      },
      {
        id: 'share',
        head: position.ownShare,
        cell: (row) => <FigureView figure={row.ownShare} unit="percent" label={position.ownShare} />,
        value: (row) => row.ownShare.value,
        align: 'number',
      },
      {
        id: 'people',
        head: position.people,
        cell: (row) => (row.own.people === null ? few : <Recent row={row}>{formats.count(row.own.people)}</Recent>),
        value: (row) => row.own.people,
        align: 'number',
      },
      {
        id: 'packages',
        head: position.packages,
        cell: (row) => <Sum value={row.packages.length} terms={row.packages.map((name) => ({ name, count: 1 }))} />,
        value: (row) => row.packages.length,
        align: 'number',
        from: 'office',
      },
      {
        id: 'effort',
        head: words.portal.contributions.effort,
        cell: (row) => (
          <FigureView figure={row.marginalEffort} unit="person-months" label={words.portal.contributions.effort} />
        ),
        value: (row) => row.marginalEffort.value?.central ?? null,
        align: 'number',
        from: 'engineer',
      },
    ],
    [words, position, formats],
  )
  return (
    <Section title={position.projects} note={position.projectsNote}>
      <DataTable
        id="projects"
        caption={position.projects}
        columns={columns}
        rows={data.repositories}
        rowKey={({ path }) => path}
      />
    </Section>
  )
}

/** What was counted in a repository over the year. */
function Recent({
  row: { path, project },
  children,
}: {
  readonly row: ContributionSection['repositories'][number]
  readonly children: ReactNode
}): ReactNode {
  return (
    <WhyButton id={`contribution/recent/${path}`} label={project ?? path}>
      {children}
    </WhyButton>
  )
}

/** Work and money are totals of their own; each names the entries that it sums up. */
function OfKind({
  row: { kind, amount },
  children,
}: {
  readonly row: ContributionSection['ledger'][number]
  readonly children: ReactNode
}): ReactNode {
  const { position } = useSpeech().words
  return (
    <WhyButton id={amount > 0 ? 'contribution/money' : 'contribution/logged-time'} label={position.kinds[kind]}>
      {children}
    </WhyButton>
  )
}

function Tables({ data }: { readonly data: ContributionSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { position } = words
  const unitNames = useUnits().data
  const currency = data.give.value?.currency ?? data.money.value?.currency ?? ''
  const few = <NotKnown reason={position.tooFew} />
  const units = useMemo(
    (): readonly Column<ContributionSection['byUnit'][number]>[] => [
      {
        id: 'unit',
        head: position.unit,
        cell: ({ unit }) => unitNames?.find(({ id }) => id === unit)?.name ?? unit ?? position.noUnit,
        value: (row) => row.unit,
      },
      {
        id: 'commits',
        head: position.ownCommits,
        cell: (row) =>
          row.commits === null ? (
            few
          ) : (
            <WhyButton id="contribution/activity" label={position.ownCommits}>
              {formats.count(row.commits)}
            </WhyButton>
          ),
        value: (row) => row.commits,
        align: 'number',
      },
      {
        id: 'people',
        head: position.people,
        cell: (row) =>
          row.people === null ? (
            few
          ) : (
            <WhyButton id="contribution/activity" label={position.people}>
              {formats.count(row.people)}
            </WhyButton>
          ),
        value: (row) => row.people,
        align: 'number',
      },
      {
        id: 'days',
        head: position.days,
        cell: (row) =>
          row.activeDays === null ? (
            few
          ) : (
            <WhyButton id="contribution/active-days" label={position.days}>
              {formats.count(row.activeDays)}
            </WhyButton>
          ),
        value: (row) => row.activeDays,
        align: 'number',
      },
    ],
    [position, formats, unitNames],
  )
  const ledger = useMemo(
    (): readonly Column<ContributionSection['ledger'][number]>[] => [
      {
        id: 'kind',
        head: position.kind,
        cell: (row) => position.kinds[row.kind],
        value: (row) => position.kinds[row.kind],
      },
      {
        id: 'entries',
        head: position.entries,
        cell: (row) => <OfKind row={row}>{formats.count(row.entries)}</OfKind>,
        value: (row) => row.entries,
        align: 'number',
      },
      {
        id: 'hours',
        head: position.hours,
        cell: (row) => <OfKind row={row}>{formats.exact(row.hours)}</OfKind>,
        value: (row) => row.hours,
        align: 'number',
      },
      {
        id: 'amount',
        head: position.amount,
        cell: (row) => <OfKind row={row}>{formats.money(row.amount, currency)}</OfKind>,
        value: (row) => row.amount,
        align: 'number',
      },
    ],
    [position, formats, currency],
  )
  const critical = useMemo(
    (): readonly Column<ContributionSection['critical'][number]>[] => [
      {
        id: 'package',
        head: position.package,
        cell: (row) => <PartLink purl={row.package} name={row.package} />,
        value: (row) => row.package,
      },
      {
        id: 'criticality',
        head: position.criticality,
        cell: (row) => <Told place={usesOf(row.package)}>{formats.index(row.criticality)}</Told>,
        value: (row) => row.criticality,
        align: 'number',
      },
      {
        id: 'reached',
        head: position.reached,
        cell: (row) => (
          <StateMark
            state={row.isReached ? 'good' : 'watch'}
            word={row.isReached ? position.isReached : position.isNotReached}
          />
        ),
        value: (row) => (row.isReached ? 1 : 0),
      },
    ],
    [position, formats],
  )
  const forks = useMemo(
    (): readonly Column<ContributionSection['forks'][number]>[] => [
      {
        id: 'part',
        head: position.part,
        cell: (row) => <PartLink purl={row.part} name={row.part} />,
        value: (row) => row.part,
      },
      {
        id: 'patches',
        head: position.patches,
        cell: (row) => (
          <WhyButton id={`advice/fork/${row.id}`} label={row.part}>
            {formats.count(row.patches)}
          </WhyButton>
        ),
        value: (row) => row.patches,
        align: 'number',
      },
      {
        id: 'year',
        head: position.perYear,
        cell: (row) => <FigureView figure={row.perYear} unit="money" label={row.part} />,
        value: (row) => row.perYear.value?.central ?? null,
        align: 'number',
      },
      {
        id: 'plan',
        head: position.plan,
        cell: (row) => row.plan ?? <StateMark state="watch" word={position.noPlan} />,
        value: (row) => row.plan,
      },
    ],
    [position, formats],
  )
  return (
    <>
      <Section title={position.units} from="office">
        <DataTable
          id="contribution-units"
          caption={position.units}
          columns={units}
          rows={data.byUnit}
          rowKey={({ unit }) => unit ?? ''}
        />
      </Section>
      <Section title={position.ledger} from="office">
        <DataTable
          id="ledger"
          caption={position.ledger}
          columns={ledger}
          rows={data.ledger}
          rowKey={({ kind }) => kind}
        />
      </Section>
      <Section title={position.critical} from="office">
        <DataTable
          id="critical"
          caption={position.critical}
          columns={critical}
          rows={data.critical}
          rowKey={(row) => row.package}
        />
      </Section>
      <Section title={position.forks} note={position.forksNote} from="office">
        <DataTable id="forks" caption={position.forks} columns={forks} rows={data.forks} rowKey={({ id }) => id} />
      </Section>
    </>
  )
}
