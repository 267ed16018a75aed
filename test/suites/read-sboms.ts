/** The collection of SBOMs with what its index says about each. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import { sharedData } from '#test/shared-data.ts'
import { readGzipLines } from './read-suite.ts'

export type SbomEntry = {
  readonly file: string
  readonly kind: string
  readonly format: string
  readonly spec_version: string
  /** Said only where the source names the file so. */
  readonly expected: 'valid' | 'invalid' | null
}

export type CollectedSbom = { readonly entry: SbomEntry; readonly bytes: Uint8Array }

/** Empty when the collection is not at hand. */
export async function readSboms(isWanted: (entry: SbomEntry) => boolean): Promise<readonly CollectedSbom[]> {
  const archive = sharedData('sboms/sboms.tar.gz')
  const index = sharedData('sboms/index.jsonl.gz')
  if (archive === undefined || index === undefined) return []
  const wanted = (readGzipLines(index) as readonly SbomEntry[]).filter(isWanted)
  const names = new Set(wanted.map(({ file }) => file))
  const files = new Map<string, Uint8Array>()
  for (const { header, data } of await unpackTar(gunzipSync(readFileSync(archive)))) {
    const name = header.name.replace(/^\.\//, '')
    if (data !== undefined && names.has(name)) files.set(name, data)
  }
  return wanted.map((entry) => ({ entry, bytes: files.get(entry.file) ?? new Uint8Array() }))
}
