/**
 * Measures how lines follow from published sizes in an ecosystem, out of packages whose lines were counted and whose
 * published size is known: the tables that are kept, or a folder of archives that the ecosystem's own client fetched.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { purlTypeOf } from '#ecosystems/names.ts'
import {
  calibrateSize,
  type CalibrationRefusal,
  type SizeCalibration,
  type SizeSample,
} from '#measure/calibrate-size.ts'
import { measurePackage } from '#measure/measure-package.ts'
import { readCsvLines } from '#sources/csv-lines.ts'
import { sizedBytes } from '#sources/registry/ask-registry.ts'
import { registries } from '#sources/registry/registries.generated.ts'
import type { Registry } from '#sources/registry/registry.ts'
import { listEvidence, loadEvidenceBytes, saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Progress } from './progress.ts'

export type Calibrated = {
  /** Package URL type. */
  readonly type: string
  /** What a size is published of: the unpacked files (npm) or the archive. */
  readonly sizedBy: Registry['sizedBy']
  readonly samples: number
  readonly result: SizeCalibration | CalibrationRefusal
  readonly isSaved: boolean
}

export type CalibrationOptions = {
  /** As OSV or package URLs call it: `PyPI`, `pypi`. */
  readonly ecosystem: string
  /** Archives to count; undefined for what is kept. */
  readonly folder: string | undefined
  readonly isSaving: boolean
}

/** Problems: `usage` for an ecosystem without a registry, `path-missing` for a folder that is not there. */
export async function calibrateSizes(
  store: Store,
  { ecosystem, folder, isSaving }: CalibrationOptions,
  now: IsoTime,
  progress: Progress,
): Promise<Calibrated> {
  const type = purlTypeOf(ecosystem) ?? ecosystem.toLowerCase()
  const registry = registries.find(({ id }) => id === type)
  if (registry === undefined) {
    const known = registries.map(({ id }) => id).join(', ')
    return fail({ code: 'usage', what: `${ecosystem}: sizes are published by ${known}` })
  }
  const samples =
    folder === undefined ? await keptSamples(store, type) : await archiveSamples(registry, folder, progress)
  const result = calibrateSize(samples)
  const isSaved = isSaving && !('refused' in result)
  if (isSaved) await keep(store, type, registry, samples, result, now)
  return { type, sizedBy: registry.sizedBy, samples: samples.length, result, isSaved }
}

/** From tables with the column `published_bytes`: those that Headwater counted, and those that the organization brings. */
async function keptSamples(store: Store, type: string): Promise<readonly SizeSample[]> {
  const samples = new Map<string, SizeSample>()
  for (const { id, name, tombstone } of await listEvidence(store, { kinds: ['measurement'] })) {
    if (tombstone !== null) continue
    const { lines } = readCsvLines(await loadEvidenceBytes(store, id), name, ['purl', 'version', 'published_bytes'])
    for (const { field } of lines) {
      const [bytes, deduplicated, raw] = ['published_bytes', 'deduplicated', 'raw'].map((column) =>
        numberIn(field(column)),
      )
      const isCounted = field('source').startsWith('measured-')
      if (!isCounted || !field('purl').startsWith(`pkg:${type}/`) || field('is_data') === 'true') continue
      if (bytes === undefined || deduplicated === undefined || raw === undefined) continue
      const of = `${field('purl')}@${field('version')}`
      samples.set(of, { of, bytes, deduplicated, raw })
    }
  }
  return [...samples.values()]
}

function numberIn(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

async function archiveSamples(registry: Registry, folder: string, progress: Progress): Promise<readonly SizeSample[]> {
  const names = archivesIn(folder)
  const samples: SizeSample[] = []
  for (const [index, name] of names.entries()) {
    progress.report({ step: 'measuring', done: index, total: names.length })
    const bytes = readFileSync(join(folder, name))
    const files = await registry.filesOf(name, bytes)
    if (files === null) continue
    const { deduplicated, raw } = measurePackage(files)
    samples.push({
      of: name,
      bytes: sizedBytes(registry, bytes, files),
      deduplicated,
      raw: Math.max(raw, deduplicated),
    })
  }
  return samples
}

function archivesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:tgz|gz|crate|zip|whl|jar|gem)$/.test(entry.name))
      .map((entry) => join(entry.parentPath.slice(folder.length), entry.name))
      .toSorted()
  } catch {
    return fail({ code: 'path-missing', path: folder })
  }
}

async function keep(
  store: Store,
  type: string,
  { sizedBy }: Registry,
  samples: readonly SizeSample[],
  result: SizeCalibration,
  now: IsoTime,
): Promise<void> {
  const original = { calibration: type, sizedBy, model: 'lines = exp(a) * bytes^b', ...result, samples }
  const [evidence] = await saveEvidence(store, [
    {
      kind: 'measurement',
      name: `calibration of sizes, ${type}`,
      bytes: new TextEncoder().encode(`${JSON.stringify(original, null, 1)}\n`),
      retrievedAt: now,
      recordedAt: now,
    },
  ])
  if (evidence === undefined) return
  const observedOn = dayOf(now)
  await saveFacts(
    store,
    [
      {
        kind: 'calibration',
        subject: type,
        source: 'headwater',
        evidence: evidence.id,
        at: '',
        observedOn,
        facts: result,
      },
    ],
    { recordedAt: now },
  )
}
