/**
 * The contract of everything that reads a document into parts: SBOM readers in `readers/`, lockfiles and package lists in
 * `lockfiles/`. A reader is pure: it gets bytes and returns what it could read, what it refused and what was odd. It never
 * throws on bad input, starts no process and opens no socket.
 */

import type { ReadDocument } from '#domain/part.ts'

/** A file as the readers see it. Other files of the same folder are reached through `sibling` only. */
export type SourceFile = {
  /** Relative to the folder that is read, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The text without a byte order mark; UTF-16 with a mark is decoded. Cached. */
  readonly text: () => string
  /**
   * Another file of the same reading, by a path relative to this file's folder (`go.sum`, `../pom.xml`); undefined when it
   * is not there or lies outside the folder that is read.
   */
  readonly sibling: (relativePath: string) => SourceFile | undefined
}

export type Reader = {
  /** The file name of the implementation. */
  readonly id: string
  readonly label: string
  /** What it reads and what it leaves out, in a sentence or two. */
  readonly explanation: string
  /** Where the format is described. */
  readonly source: string
  /** Evidence kind of what it reads. */
  readonly kind: 'sbom' | 'lockfile' | 'manifest'
  /** Glob-free name test, cheap, on the path alone; SBOM readers accept any name and look at the content. */
  readonly recognisesName: (path: string) => boolean
  /** A look at the first bytes (at most 64 KiB, decoded); decides between readers whose names fit. */
  readonly recognisesContent: (head: string) => boolean
  /**
   * The names of sibling files that stand in for this one when they are present, so that an organization's part is not
   * counted twice: `package.json` yields to `package-lock.json`. Empty for most.
   */
  readonly yieldsTo: readonly string[]
  readonly read: (file: SourceFile) => ReadDocument
}

export function defineReader(reader: Reader): Reader {
  return reader
}
