/** The files that the readers are tried on: one sample or more for each, with the files that lie beside it. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lockfiles } from '#inventory/lockfiles.generated.ts'
import type { Reader, SourceFile } from '#inventory/reader.ts'
import { recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { expectedLockfiles } from './samples/lockfiles/expected.ts'

export type ReaderSample = {
  readonly name: string
  readonly reader: Reader
  readonly bytes: Uint8Array
  /** The sample, or other bytes in its place. */
  readonly file: (bytes?: Uint8Array) => SourceFile
}

const folder = join(import.meta.dirname, 'samples')

export function readerSamples(): readonly ReaderSample[] {
  return [...sbomSamples(), ...lockfileSamples()]
}

function sbomSamples(): ReaderSample[] {
  return readdirSync(join(folder, 'sboms'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, 'sboms', name))
      const reader = recognise(sourceFile(name, bytes))
      if (reader === undefined) throw new Error(`no reader for ${name}`)
      return { name, reader, bytes, file: (other = bytes) => sourceFile(name, other) }
    })
}

function lockfileSamples(): ReaderSample[] {
  return Object.entries(expectedLockfiles).map(([name, { file }]) => {
    const reader = lockfiles.find(({ id }) => id === name.replace(/-\d+$/, ''))
    if (reader === undefined) throw new Error(`no reader ${name}`)
    const known = new Map<string, Uint8Array | undefined>()
    const read = (path: string): Uint8Array | undefined => {
      if (!known.has(path)) known.set(path, bytesAt(join(folder, 'lockfiles', name, path)))
      return known.get(path)
    }
    const bytes = read(file) ?? new Uint8Array()
    return { name, reader, bytes, file: (other = bytes) => sourceFile(file, other, read) }
  })
}

function bytesAt(location: string): Uint8Array | undefined {
  return existsSync(location) && statSync(location).isFile() ? readFileSync(location) : undefined
}
