import { useMemo, type ReactNode } from 'react'
import type { State } from '#charts/state.ts'
import { coverageText } from '#web/figure.ts'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { IndicatorTold, LevelTold } from '#web/sections.ts'
import { useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { rowsOf, useMaturity, useMaturityLabels, type Maturity as Rows } from './data.ts'
import { LevelTrack } from './level-track.tsx'

const indicatorStates = {
  met: 'good',
  partly: 'watch',
  'not-met': 'act',
  unknown: 'unknown',
  'not-applicable': 'plain',
} as const satisfies Record<IndicatorTold['state'], State>

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { maturity } = words
  const query = useMaturity()
  return (
    <PageFrame title={words.portal.pages.maturity} lead={maturity.interval}>
      <Loaded query={query}>{({ area }) => <Maturity data={rowsOf(area)} />}</Loaded>
    </PageFrame>
  )
}

function Maturity({ data }: { readonly data: Rows }): ReactNode {
  const speech = useSpeech()
  const { words, formats } = speech
  const { maturity } = words
  const units = useUnits()
  const labels = useMaturityLabels().data
  const unitName = (unit: string | null) =>
    unit === null ? maturity.organization : (units.data?.find(({ id }) => id === unit)?.name ?? unit)
  const levels = useMemo(
    (): readonly Column<LevelTold>[] => [
      { id: 'unit', head: maturity.unitHead, cell: (row) => unitName(row.unit), value: (row) => unitName(row.unit) },
      {
        id: 'function',
        head: maturity.functionHead,
        cell: (row) => maturity.functions[row.function ?? 'whole'],
        value: (row) => maturity.functions[row.function ?? 'whole'],
      },
      {
        id: 'level',
        head: maturity.levelHead,
        cell: (row) =>
          row.level === null ? (
            <NotKnown reason={maturity.notAssessed} />
          ) : (
            <WhyButton id={row.figure} label={`${unitName(row.unit)}, ${maturity.functions[row.function ?? 'whole']}`}>
              <LevelTrack floor={row.level.floor} ceiling={row.level.ceiling} target={row.target?.level ?? null} />
              {intervalText(row.level)}
            </WhyButton>
          ),
        value: (row) => row.level?.floor ?? null,
      },
      {
        id: 'target',
        head: maturity.targetHead,
        cell: (row) =>
          row.target === null ? null : (
            <Target figure={row.target.figure}>
              <StateMark
                state={row.level !== null && row.level.floor >= row.target.level ? 'good' : 'watch'}
                word={
                  row.target.until === null
                    ? String(row.target.level)
                    : words.portal.maturity.target(String(row.target.level), formats.date(row.target.until))
                }
              />
            </Target>
          ),
        value: (row) => row.target?.level ?? null,
      },
      {
        id: 'next',
        head: maturity.nextHead,
        cell: (row) =>
          row.next === null
            ? null
            : `${labels?.indicators[row.next.indicator] ?? row.next.indicator} (${maturity.costs[row.next.cost]})`,
        value: (row) => row.next?.indicator ?? null,
        wide: true,
      },
      {
        id: 'coverage',
        head: maturity.coverageHead,
        cell: (row) => <WhyButton id={row.figure}>{coverageText(row.coverage, speech)}</WhyButton>,
        value: (row) => row.coverage.known,
        from: 'office',
      },
      {
        id: 'confidence',
        head: maturity.confidenceHead,
        cell: (row) => (row.band === null ? null : maturity.bands[row.band]),
        value: (row) => row.band,
        from: 'engineer',
      },
    ],
    [words, maturity, formats, labels, units.data],
  )
  const indicators = useMemo(
    (): readonly Column<IndicatorTold>[] => [
      {
        id: 'indicator',
        head: maturity.indicatorHead,
        cell: (row) => (
          <>
            <code>{row.indicator}</code> {labels?.indicators[row.indicator]}
          </>
        ),
        value: (row) => row.indicator,
        wide: true,
      },
      { id: 'unit', head: maturity.unitHead, cell: (row) => unitName(row.unit), value: (row) => unitName(row.unit) },
      {
        id: 'state',
        head: maturity.stateHead,
        cell: (row) => (
          <WhyButton id={row.figure} label={labels?.indicators[row.indicator] ?? row.indicator}>
            <StateMark state={indicatorStates[row.state]} word={maturity.states[row.state]} />
          </WhyButton>
        ),
        value: (row) => maturity.states[row.state],
      },
      {
        id: 'grade',
        head: maturity.gradeHead,
        cell: (row) => (row.grade === null ? null : maturity.grades[row.grade]),
        value: (row) => row.grade,
      },
      {
        id: 'until',
        head: maturity.untilHead,
        cell: (row) => (row.validUntil === null ? null : formats.date(row.validUntil)),
        value: (row) => row.validUntil,
      },
    ],
    [maturity, formats, labels, units.data],
  )
  return (
    <>
      {labels === undefined ? null : (
        <p className="muted section-note scale">{labels.levels.map((name, level) => `${level} ${name}`).join(' · ')}</p>
      )}
      <h2>{maturity.levelNames}</h2>
      <DataTable id="levels" caption={maturity.levelNames} columns={levels} rows={data.levels} rowKey={levelKey} />
      <Section title={maturity.stageNames} from="office">
        <DataTable id="stages" caption={maturity.stageNames} columns={levels} rows={data.stages} rowKey={levelKey} />
      </Section>
      <Section title={words.portal.maturity.evidence} from="office">
        <DataTable
          id="indicators"
          caption={words.portal.maturity.evidence}
          columns={indicators}
          rows={data.indicators}
          rowKey={({ indicator, unit }) => `${indicator} ${unit}`}
        />
      </Section>
    </>
  )
}

/** An assessment of an earlier version does not say where a target was stated. */
function Target({
  figure,
  children,
}: {
  readonly figure: string | undefined
  readonly children: ReactNode
}): ReactNode {
  return figure === undefined ? children : <WhyButton id={figure}>{children}</WhyButton>
}

function intervalText({ floor, ceiling }: NonNullable<LevelTold['level']>): string {
  return floor === ceiling ? String(floor) : `${floor} – ${ceiling}`
}

function levelKey({ unit, function: area }: LevelTold): string {
  return `${unit} ${area}`
}
