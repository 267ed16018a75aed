import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { coverageText } from '#web/figure.ts'
import type { ProductRow } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Column } from './data-table.tsx'
import { findingsOfProduct, packagesOfProduct, withoutLicenseIn } from '#web/places.ts'
import { Counted } from './counted.tsx'
import { FigureView, NotKnown } from './figure-view.tsx'

export function useProductColumns(): readonly Column<ProductRow>[] {
  const speech = useSpeech()
  const { words, formats } = speech
  const { inventory } = words
  return useMemo(
    (): readonly Column<ProductRow>[] => [
      {
        id: 'name',
        head: inventory.product,
        cell: (row) => (
          <Link to="/products/$product" params={{ product: row.id }}>
            {row.name}
          </Link>
        ),
        sort: 'name',
      },
      { id: 'unit', head: words.portal.unit, cell: (row) => row.unit?.name ?? words.position.noUnit, sort: 'unit' },
      {
        id: 'criticality',
        head: inventory.criticality,
        cell: (row) =>
          row.criticality === null ? (
            <NotKnown reason={inventory.notDeclared} />
          ) : (
            inventory.criticalities[row.criticality]
          ),
        sort: 'criticality',
      },
      { id: 'origin', head: inventory.origin, cell: (row) => inventory.origins[row.origin], from: 'office' },
      {
        id: 'packages',
        head: inventory.packages,
        cell: (row) => <Counted place={packagesOfProduct(row.id)}>{formats.count(row.packages)}</Counted>,
        sort: 'packages',
        align: 'number',
      },
      ...(['critical', 'high'] as const).map((severity): Column<ProductRow> => ({
        id: severity,
        head: words.severities[severity],
        cell: (row) =>
          row.findings === null ? (
            <NotKnown reason={words.unknownReasons['not-collected']} />
          ) : (
            <Counted place={findingsOfProduct(row.id, severity)}>{formats.count(row.findings[severity])}</Counted>
          ),
        align: 'number',
        ...(severity === 'critical' ? { sort: 'critical' } : {}),
      })),
      {
        id: 'value',
        head: words.portal.value.range,
        cell: (row) => (
          <FigureView
            figure={{ id: row.valueFigure, value: row.value, why: row.value === null ? 'not-collected' : null }}
            unit="money"
            label={row.name}
          />
        ),
        sort: 'value',
        align: 'number',
      },
      {
        id: 'license',
        head: words.portal.licenses.without,
        cell: (row) => <Counted place={withoutLicenseIn(row.id)}>{formats.count(row.withoutLicense)}</Counted>,
        sort: 'without-license',
        align: 'number',
        from: 'engineer',
      },
      {
        id: 'newest',
        head: words.portal.inventory.newest,
        cell: (row) =>
          row.newestOn === null ? (
            <NotKnown reason={words.unknownReasons['not-collected']} />
          ) : (
            formats.date(row.newestOn)
          ),
        sort: 'newest',
        from: 'office',
      },
      {
        id: 'coverage',
        head: words.report.coverageLabel,
        cell: (row) => (
          <Link to="/products/$product" params={{ product: row.id }} hash="documents" className="count-link">
            {coverageText(row.coverage, speech)}
          </Link>
        ),
        sort: 'coverage',
        align: 'number',
        from: 'engineer',
      },
    ],
    [words, inventory, formats],
  )
}
