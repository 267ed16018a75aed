/** Figures of each unit of the made-up organization with the originals they rest on, for tests of rights. */

import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import type { ReadDocument } from '#domain/part.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveRevision } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import { recordedAt } from './sample-access.ts'

const products = { quay: 'p-Quay Gate-0', dock: 'p-Dock Gate-1', harbor: 'p-Harbor Gate-2' }
const method = { id: 'sample', version: 1 }

/** Keeps a lockfile for each product that names ms, and figures about each of them. */
export async function sampleFigures(store: Store): Promise<readonly NamedFigure[]> {
  const originals = await saveEvidence(
    store,
    Object.keys(products).map((unit) => ({
      kind: 'lockfile',
      name: `${unit}/lock.json`,
      bytes: new TextEncoder().encode(`{"packages":[{"ms":"1.2.0","lies":"in the lockfile of ${unit}"}]}`),
      retrievedAt: recordedAt,
      recordedAt,
    })),
  )
  // The same bytes in two units are one original, kept under the first of its names.
  const [shared] = await saveEvidence(store, [
    {
      kind: 'lockfile',
      name: 'quay/shared.json',
      bytes: new TextEncoder().encode('{"license":"MIT"}'),
      retrievedAt: recordedAt,
      recordedAt,
    },
  ])
  const statement = { known: true, value: 'MIT', from: [placeIn(shared?.id ?? '', '/license')] } as const
  const places = originals.map(({ id }) => placeIn(id, '/packages/0'))
  for (const [index, [unit, product]] of Object.entries(products).entries())
    await saveRevision(store, {
      product,
      label: '1',
      validFrom: '2026-01-01',
      recordedAt,
      documents: [
        { path: `${unit}/lock.json`, evidence: originals[index]?.id ?? '', document: emptyDocument },
        ...(unit === 'harbor'
          ? []
          : [{ path: `${unit}/shared.json`, evidence: shared?.id ?? '', document: emptyDocument }]),
      ],
      unread: [],
    })
  const [first = placeIn('', ''), ...others] = places
  const ofProducts = Object.entries(products).map(([unit, product]) => ({
    id: `value/usage-replacement/product:${product}`,
    figure: lift(`what the product of ${unit} is worth`, method, []),
  }))
  const finding = { known: true, value: { version: '1.2.0' }, from: [first, ...others] } as const
  const totalInputs = ofProducts.map(({ id }) => id)
  return [
    { id: 'vulnerabilities/finding/EXAMPLE-2026-4/pkg:npm/ms@1.2.0', figure: finding },
    { id: 'licenses/statement/pkg:npm/ms@1.2.0', figure: statement },
    ...ofProducts,
    { id: 'value/usage-replacement', figure: lift('what the whole is worth', method, totalInputs) },
    // As if something of one product were worked out from all of them.
    { id: 'value/reuse-share/product:p-Quay Gate-0', figure: lift('a share of quay', method, totalInputs) },
    { id: 'value/reuse-share/product:p-Dock Gate-1', figure: unknown('failed') },
  ]
}

function placeIn(evidence: string, at: string) {
  return { kind: 'observed', evidence, at } as const
}

const emptyDocument: ReadDocument = {
  format: 'package-lock',
  specVersion: null,
  reader: 'sample',
  subject: null,
  counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
  parts: [],
  edges: [],
  refused: [],
  issues: [],
}
