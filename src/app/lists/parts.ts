import { opennesses, reciprocities } from '#domain/license-facts.ts'
import { partFilters, type PartFilters, type PartSort } from '#domain/lists.ts'
import type { PartView, ViewNumber } from '#domain/views.ts'
import type { Lens } from './cut.ts'
import { folded } from './folded.ts'
import { defineList, sorted, sortedInCut } from './list.ts'

/** A part version with its terms. */
export type PartItem = Omit<PartView, 'package' | 'isUndecided'> & {
  readonly package: string
  readonly products: number
}

export const parts = defineList<'part', PartSort, PartFilters, PartItem>({
  id: 'parts',
  kind: 'part',
  offered: partFilters,
  sorts: {
    name: sorted(({ name, version }) => folded(`${name} ${version ?? ''}`)),
    license: sorted(({ license }) => license),
    openness: sorted(({ openness }) => (openness === 'unknown' ? null : opennesses.indexOf(openness)), 'descending'),
    reciprocity: sorted(
      ({ reciprocity }) => (reciprocity === null ? null : reciprocities.indexOf(reciprocity)),
      'descending',
    ),
    products: sortedInCut((_, number, { cut }) => cut.productsOfPart[number] ?? 0),
  },
  text: ({ name, purl }) => `${name} ${purl ?? ''}`,
  filters: {
    ecosystem: ({ ecosystem }, value) => ecosystem === value,
    license: ({ license }, value) => license === value,
    openness: ({ openness }, value) => openness === value,
    reciprocity: ({ reciprocity }, value) => (reciprocity ?? 'unknown') === value,
    certainty: ({ certainty }, value) => certainty === value,
    duty: ({ duties }, value) => duties.includes(value),
    isNetwork: ({ network }, value) => network === value,
    isDisputed: ({ isDisputed }, value) => isDisputed === value,
    isUndecided: ({ isUndecided }, value) => isUndecided === value,
  },
  item: partItem,
  columns: {
    purl: ({ purl }) => purl,
    name: ({ name }) => name,
    version: ({ version }) => version,
    ecosystem: ({ ecosystem }) => ecosystem,
    products: ({ products }) => products,
    license: ({ license }) => license,
    licenseText: ({ licenseText }) => licenseText,
    certainty: ({ certainty }) => certainty,
    openness: ({ openness }) => openness,
    reciprocity: ({ reciprocity }) => reciprocity,
    network: ({ network }) => network,
    disputed: ({ isDisputed }) => isDisputed,
    duties: ({ duties }) => duties.join(' '),
  },
})

export function partItem(part: PartView, number: ViewNumber, { views, cut }: Lens): PartItem {
  const { package: of, isUndecided: _, ...row } = part
  return { ...row, package: views.tables.package[of]?.key ?? '', products: cut.productsOfPart[number] ?? 0 }
}
