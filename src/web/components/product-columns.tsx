import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { coverageText } from '#web/figure.ts'
import type { ProductRow } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Column } from './data-table.tsx'
import { findingsOfProduct, notLookedUpIn, packagesOfProduct, withoutLicenseIn } from '#web/places.ts'
import { Counted, CountedIfKnown, Told } from './counted.tsx'
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
      {
        id: 'unit',
        head: words.portal.unit,
        cell: (row) => row.unit?.name ?? words.position.noUnit,
        sort: 'unit',
        wide: 'narrow',
      },
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
      { id: 'origin', head: inventory.origin, cell: (row) => inventory.origins[row.origin], from: 'engineer' },
      {
        id: 'packages',
        head: inventory.packages,
        cell: (row) => <CountedIfKnown count={row.packages} place={packagesOfProduct(row.id)} />,
        sort: 'packages',
        align: 'number',
      },
      {
        id: 'urgent',
        head: `${words.severities.critical} · ${words.severities.high}`,
        cell: ({ id, findings }) =>
          findings === null ? (
            <NotKnown reason={words.unknownReasons['not-collected']} />
          ) : (
            <>
              <Counted place={findingsOfProduct(id, 'critical')}>{formats.count(findings.critical)}</Counted> ·{' '}
              <Counted place={findingsOfProduct(id, 'high')}>{formats.count(findings.high)}</Counted>
            </>
          ),
        sort: 'critical',
        align: 'number',
      },
      {
        id: 'looked-up',
        head: words.portal.inventory.lookedUp,
        cell: (row) =>
          row.parts === null ? (
            <NotKnown reason={words.unknownReasons['not-collected']} />
          ) : (
            <Told place={notLookedUpIn(row.id)}>
              {words.portal.table.of(formats.count(row.lookedUp.known), formats.count(row.lookedUp.of))}
            </Told>
          ),
        align: 'number',
        from: 'office',
      },
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
        cell: (row) => <CountedIfKnown count={row.withoutLicense} place={withoutLicenseIn(row.id)} />,
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
