import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { drawRiskQuadrant, type QuadrantDot } from '#charts/risk-quadrant.ts'
import type { State } from '#charts/state.ts'
import { Counted, Told } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { ChartWithTwin } from '#web/components/picture.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { detailOf, type Place } from '#web/places.ts'
import { useSpeech } from '#web/speech.tsx'
import { healthPath, useMostAtRisk, useQuadrant, type HealthRow, type Level, type Quadrant } from './data.ts'
import { ProjectPanel } from './project-panel.tsx'

const levelStates = { good: 'good', fair: 'watch', weak: 'act', withheld: 'unknown' } as const satisfies Record<
  Level,
  State
>
const levels: readonly Level[] = ['weak', 'fair', 'good', 'withheld']

/** Dots beyond these would hide one another; the table twin lists as many. */
const mostDots = 60
const mostUnknown = 12
const mostNamed = 10

export function Page(): ReactNode {
  const { words } = useSpeech()
  const query = useQuadrant()
  return (
    <PageFrame title={words.portal.pages.risk} lead={words.sustain.explanation}>
      <Loaded query={query}>
        {(data) =>
          data.listed === 0 ? (
            <EmptyState
              title={words.sustain.nothingCollected}
              body={words.sustain.nothingCollectedBody}
              command="headwater assess PATH --clones DIR"
            />
          ) : (
            <Risk data={data} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Risk({ data }: { readonly data: Quadrant }): ReactNode {
  const { words, formats } = useSpeech()
  const { sustain, portal } = words
  const columns = useHealthColumns()
  return (
    <>
      <Facts>
        {levels.map((level) => (
          <Fact
            key={level}
            label={`${sustain.criticality} ${sustain.criticalityLevels.high}: ${sustain.levels[level]}`}
          >
            <StateMark state={levelStates[level]} word="" />
            <Counted place={{ to: '/risk', search: { criticality: 'high', level } }}>
              {formats.count(
                data.cells.find((cell) => cell.criticality === 'high' && cell.level === level)?.count ?? 0,
              )}
            </Counted>
          </Fact>
        ))}
        <Fact label={sustain.warnings['one-person']}>
          <Link to="/risk" search={{ warning: 'one-person' }}>
            {portal.risk.show}
          </Link>
        </Fact>
        <Fact label={portal.risk.unlisted}>
          <Counted place={unlisted}>
            <span className="not-known">{formats.count(data.unlisted)}</span>
          </Counted>
        </Fact>
      </Facts>
      <div className="section">
        <Picture />
      </div>
      <Section title={portal.risk.all} note={sustain.whereToHelpNote}>
        <ListTable<HealthRow>
          id="subjects"
          path={healthPath}
          caption={portal.risk.all}
          columns={columns}
          rowKey={({ subject }) => subject}
          filters={[
            { id: 'q', label: portal.table.text, kind: 'text' },
            {
              id: 'level',
              label: sustain.byLevel,
              kind: 'choice',
              options: levels.map((value) => ({ value, label: sustain.levels[value] })),
            },
            {
              id: 'criticality',
              label: sustain.criticality,
              kind: 'choice',
              options: (['high', 'medium', 'low'] as const).map((value) => ({
                value,
                label: sustain.criticalityLevels[value],
              })),
            },
            {
              id: 'warning',
              label: sustain.attention,
              kind: 'choice',
              options: Object.entries(sustain.warnings).map(([value, label]) => ({ value, label })),
            },
          ]}
        />
        <p className="note">{sustain.helpCommand}</p>
      </Section>
      <ProjectPanel />
    </>
  )
}

function Picture(): ReactNode {
  const { words } = useSpeech()
  const { sustain } = words
  const query = useMostAtRisk()
  const columns = useHealthColumns()
  const axis = {
    criticality: sustain.axisCriticality,
    weakness: sustain.axisWeakness,
    unknown: sustain.axisUnknown,
    help: sustain.help,
  }
  return (
    <Loaded query={query}>
      {({ items }) => {
        // What is known tells more than what is not: the unknown only fill a part of the room.
        const known = items.filter(({ health }) => health !== null).slice(0, mostDots)
        const unknown = items.filter(({ health }) => health === null)
        const placed = [...known, ...unknown.slice(0, known.length === 0 ? mostDots : mostUnknown)]
        const dots = placed.map((row, index): QuadrantDot => ({
          label: nameOf(row),
          criticality: row.criticality,
          health: row.health,
          state: levelStates[row.level],
          isNamed: index < mostNamed,
        }))
        return (
          <div className="small">
            <ChartWithTwin
              title={sustain.quadrant}
              explanation={sustain.quadrantExplanation}
              wide={(id) => drawRiskQuadrant(id, sustain.quadrant, dots, axis, 720)}
              narrow={(id) => drawRiskQuadrant(id, sustain.quadrant, dots, axis, 350)}
              legend={levels.map((level) => ({ state: levelStates[level], word: sustain.levels[level] }))}
            >
              <DataTable
                id="quadrant"
                caption={sustain.quadrantTable}
                columns={columns}
                rows={placed}
                rowKey={({ subject }) => subject}
              />
            </ChartWithTwin>
          </div>
        )
      }}
    </Loaded>
  )
}

function useHealthColumns(): readonly Column<HealthRow>[] {
  const { words, formats } = useSpeech()
  const { sustain } = words
  return useMemo(
    (): readonly Column<HealthRow>[] => [
      { id: 'project', head: sustain.project, cell: (row) => <code>{nameOf(row)}</code>, value: nameOf, sort: 'name' },
      {
        id: 'health',
        head: sustain.health,
        cell: (row) => (
          <FigureView
            figure={{ id: row.healthFigure, value: row.health, why: row.health === null ? 'withheld' : null }}
            unit="index"
            label={`${sustain.health}: ${nameOf(row)}`}
            reason={sustain.levels.withheld}
          />
        ),
        value: ({ health }) => health,
        sort: 'health',
        align: 'number',
      },
      {
        id: 'level',
        head: words.maturity.levelHead,
        cell: (row) => <StateMark state={levelStates[row.level]} word={sustain.levels[row.level]} />,
        value: (row) => sustain.levels[row.level],
      },
      {
        id: 'criticality',
        head: sustain.criticality,
        cell: (row) =>
          row.criticalityFigure === null ? (
            <Told place={detailOf(row.subject)}>{formats.index(row.criticality)}</Told>
          ) : (
            <WhyButton id={row.criticalityFigure} label={`${sustain.criticality}: ${nameOf(row)}`}>
              {formats.index(row.criticality)}
            </WhyButton>
          ),
        value: (row) => row.criticality,
        sort: 'criticality',
        align: 'number',
      },
      {
        id: 'products',
        head: sustain.products,
        cell: (row) => <Counted place={detailOf(row.subject)}>{formats.count(row.products)}</Counted>,
        value: (row) => row.products,
        sort: 'products',
        align: 'number',
      },
      {
        id: 'absence',
        head: sustain.absenceFactor,
        cell: (row) => (
          <FigureView
            figure={{
              id: row.absenceFigure,
              value: row.absenceFactor,
              why: row.absenceFactor === null ? 'not-collected' : null,
            }}
            label={`${sustain.absenceFactor}: ${nameOf(row)}`}
          />
        ),
        value: (row) => row.absenceFactor,
        sort: 'absence-factor',
        align: 'number',
      },
      {
        id: 'activity',
        head: sustain.activity,
        cell: (row) => (
          <WhyButton id={row.stateFigure} label={`${sustain.activity}: ${nameOf(row)}`}>
            {row.state === null || row.state === 'unknown' ? (
              <span className="not-known">{sustain.states.unknown}</span>
            ) : (
              sustain.states[row.state]
            )}
          </WhyButton>
        ),
        value: (row) => sustain.states[row.state ?? 'unknown'],
        from: 'office',
      },
      {
        id: 'attention',
        head: sustain.attention,
        cell: (row) => formats.list(row.warnings.map((warning) => sustain.warnings[warning])),
        value: (row) => row.warnings.join(' '),
        wide: true,
      },
      {
        id: 'funding',
        head: sustain.funding,
        cell: (row) => (row.hasFunding ? sustain.fundingYes : sustain.fundingNo),
        value: (row) => (row.hasFunding ? 1 : 0),
        from: 'engineer',
      },
      {
        id: 'packages',
        head: sustain.packages,
        cell: ({ subject, packages: [first = '', ...others] }) => (
          <>
            <PartLink purl={first} name={first} />
            {others.length === 0 ? null : (
              <>
                {' '}
                <Told place={detailOf(subject)}>{words.report.andMore(formats.count(others.length))}</Told>
              </>
            )}
          </>
        ),
        value: (row) => row.packages.join(' '),
        sort: 'packages',
        from: 'engineer',
      },
    ],
    [words, sustain, formats],
  )
}

/** Packages that belong to no project of which anything is known. */
const unlisted: Place = { to: '/inventory', search: { show: 'packages', level: 'unknown' } }

function nameOf({ project, subject }: HealthRow): string {
  return project ?? subject
}
