import { useMemo } from 'react'
import { severityStates } from '#charts/state.ts'
import type { FindingRow } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import { usesOf } from '#web/places.ts'
import { Counted, Said } from './counted.tsx'
import type { Column } from './data-table.tsx'
import { NotKnown, WhyButton } from './figure-view.tsx'
import { FindingStatus } from './finding-status.tsx'
import { PartLink } from './part-link.tsx'
import { StateMark } from './state-mark.tsx'

export function useFindingColumns(): readonly Column<FindingRow>[] {
  const { words, formats } = useSpeech()
  const { vulnerabilities } = words
  return useMemo(
    (): readonly Column<FindingRow>[] => [
      {
        id: 'id',
        head: vulnerabilities.id,
        cell: (row) => (
          <WhyButton id={row.figure} label={row.summary}>
            <code>{row.id}</code>
          </WhyButton>
        ),
        sort: 'id',
      },
      {
        id: 'severity',
        head: vulnerabilities.severity,
        cell: (row) => (
          <WhyButton id={row.figure} label={row.summary}>
            <StateMark
              state={severityStates[row.severity]}
              word={
                row.score === null
                  ? words.severities[row.severity]
                  : `${words.severities[row.severity]} ${formats.score(row.score)}`
              }
            />
          </WhyButton>
        ),
        sort: 'rank',
      },
      {
        id: 'status',
        head: words.statusPage.status,
        cell: (row) => <FindingStatus row={row} />,
        sort: 'status',
        wide: 'narrow',
      },
      {
        id: 'part',
        head: vulnerabilities.part,
        cell: (row) => <PartLink purl={row.purl} name={row.name} version={row.version} />,
        sort: 'name',
        wide: true,
      },
      {
        id: 'remedy',
        head: vulnerabilities.fixed,
        cell: (row) =>
          row.remedy !== null ? (
            <code>{row.remedy}</code>
          ) : row.fixed.length > 0 ? (
            <code>{row.fixed.join(', ')}</code>
          ) : (
            vulnerabilities.noFix
          ),
        wide: 'narrow',
      },
      {
        id: 'products',
        head: vulnerabilities.products,
        cell: (row) => <Counted place={usesOf(row.package, row.version)}>{formats.count(row.products)}</Counted>,
        sort: 'products',
        align: 'number',
      },
      { id: 'about', head: vulnerabilities.about, cell: (row) => <Said>{row.summary}</Said>, wide: true },
      {
        id: 'published',
        head: words.portal.vulnerabilities.published,
        cell: (row) =>
          row.published === null ? <NotKnown reason={words.cli.data.noDate} /> : formats.date(row.published),
        sort: 'published',
        from: 'office',
      },
      {
        id: 'ecosystem',
        head: words.inventory.ecosystem,
        cell: (row) => row.ecosystem ?? words.inventory.notStated,
        from: 'engineer',
      },
      { id: 'vector', head: 'CVSS', cell: (row) => <code>{row.vector}</code>, from: 'engineer' },
    ],
    [words, vulnerabilities, formats],
  )
}
