/**
 * Walks the central directory of a zip archive: made for advisory exports of some hundred thousand small files, where a
 * general library spends most of its time on streams. Stored and deflated entries, zip64. Whatever is odd about an entry
 * becomes an issue in its place, and the walk goes on; nothing here throws on bad bytes.
 *
 * Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.14–4.3.16 (ends), 4.5.3 (zip64).
 */

import { crc32, inflateRawSync } from 'node:zlib'
import { issue, type Issue } from '#domain/issue.ts'
import { isSafeName, readDirectory, type DirectoryEntry } from './zip-directory.ts'
import { openBytes, type ByteSource } from './zip-bytes.ts'

/** A file of the archive, or why it could not be taken. An issue about the archive itself has an empty name. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly issue: Issue }

/** What an archive may cost. Sizes in bytes, after decompression. */
export type ZipLimits = {
  readonly entryBytes: number
  readonly totalBytes: number
  /** Decompressed ÷ compressed, of entries above 1 MiB: text stays below 100, deflate's own limit is near 1,030. */
  readonly ratio: number
  readonly entries: number
}

export const zipLimits: ZipLimits = {
  entryBytes: 64 * 2 ** 20,
  totalBytes: 16 * 2 ** 30,
  ratio: 250,
  entries: 4_000_000,
}

const ratioAppliesAbove = 2 ** 20
const localHeaderBytes = 30

/**
 * The files of an archive in the order of its directory, read one at a time. `archive` is a path or the bytes; `wants`
 * leaves entries out before they are decompressed. Bytes that were yielded stay valid.
 */
export function* readZip(
  archive: string | Uint8Array,
  wants: (name: string) => boolean = () => true,
  limits: ZipLimits = zipLimits,
): Generator<ZipEntry> {
  const source = openBytes(archive)
  if ('issue' in source) {
    yield { name: '', issue: source.issue }
    return
  }
  try {
    let left = limits.totalBytes
    let count = 0
    for (const entry of readDirectory(source)) {
      if ('issue' in entry) {
        yield entry
        continue
      }
      if (entry.name.endsWith('/') || !wants(entry.name)) continue
      count += 1
      if (count > limits.entries || left <= 0) {
        yield { name: '', issue: issue('too-large', '', entry.name) }
        return
      }
      const read = readEntry(source, entry, limits, left)
      if ('bytes' in read) left -= read.bytes.length
      yield read
    }
  } finally {
    source.close()
  }
}

function readEntry(source: ByteSource, entry: DirectoryEntry, limits: ZipLimits, left: number): ZipEntry {
  const { name } = entry
  const refuse = (code: Issue['code'], detail: string): ZipEntry => ({ name, issue: issue(code, name, detail) })
  if (!isSafeName(name)) return refuse('archive-entry', 'unsafe name')
  if (entry.isLink) return refuse('symlink-skipped', 'link')
  if (entry.isEncrypted) return refuse('archive-entry', 'encrypted')
  if (entry.method !== 0 && entry.method !== 8) return refuse('archive-entry', `compression method ${entry.method}`)
  if (entry.size > Math.min(limits.entryBytes, left)) return refuse('too-large', `${entry.size} bytes`)
  if (entry.compressedSize > entry.size + entry.size / 100 + 1024) return refuse('archive-entry', 'sizes disagree')
  if (entry.size > ratioAppliesAbove && entry.size > entry.compressedSize * limits.ratio) {
    return refuse('too-large', `compressed 1 : ${Math.round(entry.size / Math.max(1, entry.compressedSize))}`)
  }
  const header = source.at(entry.headerOffset, localHeaderBytes)
  if (header === undefined || header.readUInt32LE(0) !== 0x04034b50) return refuse('archive-entry', 'no local header')
  const dataOffset = entry.headerOffset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
  const data = source.at(dataOffset, entry.compressedSize)
  if (data === undefined) return refuse('truncated', 'data')
  try {
    // The size in the directory bounds the output: an entry that lies about it ends there and is refused.
    const bytes = entry.method === 0 ? Uint8Array.from(data) : inflate(data, entry.size)
    if (bytes.length !== entry.size) return refuse('archive-entry', 'size differs from the directory')
    if (crc32(bytes) !== entry.crc) return refuse('archive-entry', 'checksum differs')
    return { name, bytes }
  } catch {
    return refuse('archive-entry', 'cannot be decompressed')
  }
}

/** One byte more than expected is room enough to see that there is more; one chunk of that size spares growing. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  return inflateRawSync(data, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) })
}
