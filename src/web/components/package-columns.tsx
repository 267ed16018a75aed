import { useMemo } from 'react'
import { severityStates, type State } from '#charts/state.ts'
import type { PackageRow } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import { findingsOf, usesOf, versionsOf } from '#web/places.ts'
import { Counted, Name } from './counted.tsx'
import { CriticalityOf } from './criticality-of.tsx'
import type { Column } from './data-table.tsx'
import { NotKnown, WhyButton } from './figure-view.tsx'
import { PartLink } from './part-link.tsx'
import { StateMark } from './state-mark.tsx'

const levelStates = {
  good: 'good',
  fair: 'watch',
  weak: 'act',
  withheld: 'unknown',
} as const satisfies Record<NonNullable<PackageRow['level']>, State>

export function usePackageColumns(): readonly Column<PackageRow>[] {
  const { words, formats } = useSpeech()
  const { inventory, sustain } = words
  return useMemo(
    (): readonly Column<PackageRow>[] => [
      {
        id: 'name',
        head: inventory.package,
        cell: (row) => <PartLink purl={row.purl} name={row.name} />,
        sort: 'name',
      },
      {
        id: 'ecosystem',
        head: inventory.ecosystem,
        cell: (row) => row.ecosystem ?? inventory.notStated,
        sort: 'ecosystem',
      },
      {
        id: 'products',
        head: inventory.products,
        cell: (row) => <Counted place={usesOf(row.key)}>{formats.count(row.products)}</Counted>,
        sort: 'products',
        align: 'number',
      },
      {
        id: 'versions',
        head: inventory.versions,
        cell: (row) => <Counted place={versionsOf(row.key)}>{formats.count(row.versions)}</Counted>,
        sort: 'versions',
        align: 'number',
        from: 'office',
      },
      {
        id: 'severity',
        head: words.vulnerabilities.severity,
        cell: (row) =>
          row.findings === null ? (
            <NotKnown reason={words.unknownReasons['not-collected']} />
          ) : row.severity === null ? (
            <StateMark state="plain" word={words.front.legendPlain} />
          ) : (
            <Counted place={findingsOf(row.key)}>
              <StateMark
                state={severityStates[row.severity]}
                word={`${words.severities[row.severity]} (${formats.count(row.findings)})`}
              />
            </Counted>
          ),
        sort: 'severity',
      },
      {
        id: 'health',
        head: sustain.health,
        cell: (row) =>
          row.level === null || row.level === 'withheld' ? (
            <NotKnown reason={sustain.levels.withheld} />
          ) : (
            <StateMark state={levelStates[row.level]} word={sustain.levels[row.level]} />
          ),
        sort: 'health',
      },
      {
        id: 'criticality',
        head: sustain.criticality,
        cell: (row) => <CriticalityOf row={row} />,
        sort: 'criticality',
        align: 'number',
      },
      {
        id: 'value',
        head: words.portal.value.range,
        cell: (row) =>
          row.value === null || row.valueFigure === null ? (
            <NotKnown reason={words.notMeasured.plain} />
          ) : (
            <WhyButton id={row.valueFigure} label={row.name}>
              {formats.moneyRange(row.value)}
            </WhyButton>
          ),
        sort: 'value',
        align: 'number',
      },
      {
        id: 'license',
        head: words.licenses.license,
        cell: (row) =>
          row.licenses.length === 0 ? (
            <NotKnown reason={words.licenses.opennesses.unknown} />
          ) : (
            <Name>{row.licenses.join(', ')}</Name>
          ),
        from: 'office',
      },
      { id: 'purl', head: 'purl', cell: (row) => <code>{row.key}</code>, from: 'engineer' },
    ],
    [words, inventory, sustain, formats],
  )
}
