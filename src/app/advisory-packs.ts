/** The packed advisory indexes on disk: derived from the store, rebuilt when the set of an ecosystem has changed. */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AdvisorySet } from '#domain/assessment/vulnerabilities.ts'
import type { IsoTime } from '#domain/figure.ts'
import { advisorySetVersion, listAdvisorySets, loadAdvisories } from '#store/advisories.ts'
import type { Store } from '#store/store.ts'
import { openPack, packAdvisories, type AdvisoryPack } from '#vulnerabilities/index-pack.ts'
import { packVersion } from '#vulnerabilities/pack-layout.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Progress } from './progress.ts'

export type LoadedPacks = {
  readonly packs: ReadonlyMap<string, AdvisoryPack>
  /** All sets at hand, also those that were not asked for. */
  readonly sets: readonly AdvisorySet[]
}

/** @param ecosystems base names without release (`Debian`, not `Debian:12`) that are asked about; null for all */
export async function loadPacks(
  store: Store,
  home: string,
  ecosystems: ReadonlySet<string> | null,
  knownAt: IsoTime,
  progress: Progress,
): Promise<LoadedPacks> {
  const sets = await listAdvisorySets(store, { knownAt })
  const wanted = sets.filter(({ ecosystem }) => ecosystems === null || ecosystems.has(ecosystem))
  const packs = new Map<string, AdvisoryPack>()
  for (const [index, { ecosystem }] of wanted.entries()) {
    progress.report({ step: 'loading', done: index, total: wanted.length })
    packs.set(ecosystem, await loadPack(store, home, ecosystem, knownAt))
  }
  progress.report({ step: 'loading', done: wanted.length, total: wanted.length })
  return { packs, sets }
}

/** Builds the pack of one ecosystem unless it is already on disk. */
export async function loadPack(store: Store, home: string, ecosystem: string, knownAt: IsoTime): Promise<AdvisoryPack> {
  const folder = cacheFolder(home, 'advisories')
  const prefix = `${encodeURIComponent(ecosystem)}-`
  const file = `${prefix}${await advisorySetVersion(store, ecosystem, { knownAt })}-${packVersion}.pack`
  const bytes = readIfThere(join(folder, file))
  if (bytes !== undefined) {
    try {
      return openPack(bytes)
    } catch {
      // A pack cut short by a full disk or a kill is derived data: build it again.
    }
  }
  const packed = await buildPack(store, ecosystem, knownAt)
  mkdirSync(folder, { recursive: true })
  const temporary = join(folder, `.${process.pid}-${file}`)
  writeFileSync(temporary, packed)
  renameSync(temporary, join(folder, file))
  for (const older of readdirSync(folder))
    if (older.startsWith(prefix) && older !== file) rmSync(join(folder, older), { force: true })
  return openPack(packed)
}

async function buildPack(store: Store, ecosystem: string, knownAt: IsoTime): Promise<Uint8Array> {
  const advisories = []
  for await (const { evidence, bytes } of loadAdvisories(store, ecosystem, { knownAt })) {
    const read = readAdvisory(bytes)
    if (read.ok) advisories.push({ evidence, advisory: read.advisory })
  }
  return packAdvisories(ecosystem, advisories)
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
