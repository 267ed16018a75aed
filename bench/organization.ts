/**
 * A generated organization as documents would have brought it: products whose documents share parts out of one pool, in
 * units, and advisories about all of these parts. 10,000 products have 6 M occurrences and 10 M findings as a person counts.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importAdvisories } from '#app/import-advisories.ts'
import { silent } from '#app/progress.ts'
import type { Criticality } from '#domain/organization.ts'
import type { ReadDocument } from '#domain/part.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveOrganization } from '#store/organization.ts'
import { saveRevision } from '#store/revisions.ts'
import { openStore, type StoreOptions } from '#store/store.ts'
import { defaultLaborRate } from '#value/assumptions.ts'

const partsPerProduct = 600
const uniqueParts = 20_000
const advisories = 60_000
const units = 100
const criticalities: readonly (Criticality | null)[] = ['low', 'medium', 'high', 'mission', null]

/** @param folder where the advisories are written before they are imported */
export async function writeOrganization(
  options: StoreOptions,
  { home, folder, products }: { readonly home: string; readonly folder: string; readonly products: number },
): Promise<void> {
  const store = await openStore(options)
  const now = '2026-11-01T00:00:00.000Z'
  const ids = Array.from({ length: products }, (_, index) => productName(index))
  const declared = ids.map((id, index) => ({
    id,
    name: id,
    origin: 'made' as const,
    unit: `unit-${index % units}`,
    criticality: criticalities[index % criticalities.length] ?? null,
    audience: null,
    supplier: null,
    paths: [],
    owner: null,
  }))
  const organization = {
    ...defaultOrganization(declared, defaultLaborRate()),
    units: Array.from({ length: units }, (_, index) => ({
      id: `unit-${index}`,
      name: `Unit ${index}`,
      // A tree of five branches a node; the first is above all.
      parent: index === 0 ? null : `unit-${Math.floor((index - 1) / 5)}`,
    })),
  }
  await saveOrganization(store, organization, { validFrom: '2026-11-01', recordedAt: now, evidence: null })
  for (const [index, product] of ids.entries()) {
    const [evidence] = await saveEvidence(store, [
      { kind: 'sbom', name: product, bytes: Buffer.from(product), retrievedAt: now, recordedAt: now },
    ])
    await saveRevision(store, {
      product,
      label: '1',
      validFrom: '2026-11-01',
      recordedAt: now,
      documents: [{ path: 'bom', evidence: evidence?.id ?? '', document: documentOf(index * 37, partsPerProduct) }],
      unread: [],
    })
  }
  mkdirSync(join(folder, 'npm'), { recursive: true })
  for (let number = 0; number < advisories; number += 1)
    writeFileSync(join(folder, 'npm', `EXAMPLE-${number}.json`), advisoryOf(number))
  await importAdvisories(store, home, folder, now, silent)
  await store.close()
}

export function productName(number: number): string {
  return `product-${number}`
}

/** CycloneDX. */
export function sbomOf(number: number, parts: number): string {
  const components = Array.from({ length: parts }, (_, index) => {
    const part = (number * 101 + index * 17) % uniqueParts
    const purl = `pkg:npm/${nameOf(part)}@${versionOf(part)}`
    return { type: 'library', 'bom-ref': String(index), name: nameOf(part), version: versionOf(part), purl }
  })
  const dependencies = components.slice(1).map((_, index) => {
    return { ref: String(Math.floor(index / 10)), dependsOn: [String(index + 1)] }
  })
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components, dependencies })
}

function nameOf(number: number): string {
  return `plank-${number % uniqueParts}`
}

function versionOf(number: number): string {
  return `1.${number % 7}.${number % 3}`
}

function documentOf(first: number, count: number): ReadDocument {
  const numbers = Array.from({ length: count }, (_, index) => (first + index * 31) % uniqueParts)
  return {
    format: 'CycloneDX',
    specVersion: '1.5',
    reader: 'cyclonedx-json',
    subject: null,
    counts: { found: count, taken: count, refused: 0, edges: count - 1, services: 0 },
    parts: numbers.map((number, index) => ({
      ref: String(index),
      at: `/components/${index}`,
      kind: 'software',
      purl: `pkg:npm/${nameOf(number)}@${versionOf(number)}`,
      name: nameOf(number),
      version: versionOf(number),
      scope: 'runtime',
      directness: index % 10 === 0 ? 'direct' : 'transitive',
      licenses: [],
      hashes: [],
    })),
    edges: numbers.slice(1).map((_, index) => [Math.floor(index / 10), index + 1]),
    refused: [],
    issues: [],
  }
}

/** Three about each package, as long as the numbers last. */
function advisoryOf(number: number): string {
  return JSON.stringify({
    schema_version: '1.6.0',
    id: `EXAMPLE-${number}`,
    modified: '2026-01-01T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'npm', name: nameOf(number * 7) },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.0' }] }],
      },
    ],
  })
}
