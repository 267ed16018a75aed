import { issue, type Issue } from '#domain/issue.ts'
import type { ByteSource } from './zip-bytes.ts'

/** One row of the central directory. Sizes and offsets in bytes. */
export type DirectoryEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly headerOffset: number
  readonly isEncrypted: boolean
  readonly isLink: boolean
}

type Broken = { readonly name: string; readonly issue: Issue }

const endBytes = 22
const entryBytes = 46
const longestComment = 0xffff
/** A directory row is at least 46 bytes; one of 512 MiB would describe more files than any export has. */
const largestDirectory = 512 * 2 ** 20

/** The rows of the central directory. A directory that ends early gives what it has, and an issue. */
export function* readDirectory(source: ByteSource): Generator<DirectoryEntry | Broken> {
  const broken = (code: Issue['code'], detail: string): Broken => ({ name: '', issue: issue(code, '', detail) })
  if (source.sizeBytes === 0) {
    yield broken('empty-file', '0 bytes')
    return
  }
  const place = findDirectory(source)
  if (place === undefined) {
    yield broken('truncated', 'no end of the directory')
    return
  }
  if (place.size > largestDirectory) {
    yield broken('too-large', `directory of ${place.size} bytes`)
    return
  }
  const view = source.at(place.offset, place.size)
  if (view === undefined) {
    yield broken('truncated', 'directory')
    return
  }
  // The view changes with the next read of the source, the directory is needed to the end.
  const directory = Buffer.from(view)
  let at = 0
  while (at + entryBytes <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    const next = at + entryBytes + nameBytes + extraBytes + directory.readUInt16LE(at + 32)
    if (next > directory.length) {
      yield broken('truncated', 'directory row')
      return
    }
    yield readRow(directory, at, nameBytes, extraBytes, place.shift)
    at = next
  }
  if (at < directory.length) yield broken('archive-entry', 'directory row')
}

/** Relative, with forward slashes, and never upward: a name that stays where it is put. */
export function isSafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || /[\\\0]/.test(name) || /^[A-Za-z]:/.test(name)) return false
  return !name.split('/').includes('..')
}

function readRow(
  directory: Buffer,
  at: number,
  nameBytes: number,
  extraBytes: number,
  shift: number,
): DirectoryEntry | Broken {
  const nameEnd = at + entryBytes + nameBytes
  const name = directory.toString('utf8', at + entryBytes, nameEnd)
  let size = directory.readUInt32LE(at + 24)
  let compressedSize = directory.readUInt32LE(at + 20)
  let headerOffset = directory.readUInt32LE(at + 42)
  if (size === 0xffffffff || compressedSize === 0xffffffff || headerOffset === 0xffffffff) {
    const long = longField(directory.subarray(nameEnd, nameEnd + extraBytes))
    const take = (short: number): number => (short === 0xffffffff ? long() : short)
    size = take(size)
    compressedSize = take(compressedSize)
    headerOffset = take(headerOffset)
    if (Number.isNaN(size + compressedSize + headerOffset)) {
      return { name, issue: issue('archive-entry', name, 'zip64 field') }
    }
  }
  return {
    name,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    compressedSize,
    size,
    headerOffset: headerOffset + shift,
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    // Upper half of the external attributes: the Unix mode, when a Unix system wrote the entry.
    isLink: directory.readUInt8(at + 5) === 3 && directory.readUInt32LE(at + 38) >>> 28 === 0xa,
  }
}

/** The 64-bit values of the zip64 extra field, one after the other; NaN when there is none left. */
function longField(extra: Buffer): () => number {
  let at = 0
  let end = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      end = Math.min(at + 4 + length, extra.length)
      at += 4
      break
    }
    at += 4 + length
  }
  return () => {
    if (at + 8 > end) return Number.NaN
    at += 8
    return safeNumber(extra.readBigUInt64LE(at - 8))
  }
}

type Place = {
  readonly offset: number
  readonly size: number
  /** Bytes that stand before the archive, for example of a self-extracting program. */
  readonly shift: number
}

function findDirectory(source: ByteSource): Place | undefined {
  const tailBytes = Math.min(source.sizeBytes, endBytes + longestComment)
  const tailOffset = source.sizeBytes - tailBytes
  const found = source.at(tailOffset, tailBytes)
  if (found === undefined) return undefined
  const tail = Buffer.from(found)
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue
    const size = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    const isLong = tail.readUInt16LE(at + 10) === 0xffff || size === 0xffffffff || offset === 0xffffffff
    const long = isLong ? findLongDirectory(source, tailOffset + at) : undefined
    const place = long ?? placeBefore(tailOffset + at, offset, size)
    if (place !== undefined && isDirectory(source, place)) return place
  }
  return undefined
}

function findLongDirectory(source: ByteSource, endOffset: number): Place | undefined {
  const locator = source.at(endOffset - 20, 20)
  if (locator === undefined || locator.readUInt32LE(0) !== 0x07064b50) return undefined
  const end = source.at(safeNumber(locator.readBigUInt64LE(8)), 56)
  if (end === undefined || end.readUInt32LE(0) !== 0x06064b50) return undefined
  return { offset: safeNumber(end.readBigUInt64LE(48)), size: safeNumber(end.readBigUInt64LE(40)), shift: 0 }
}

function placeBefore(endOffset: number, offset: number, size: number): Place | undefined {
  const shift = endOffset - size - offset
  return shift < 0 ? undefined : { offset: offset + shift, size, shift }
}

function isDirectory(source: ByteSource, place: Place): boolean {
  if (place.size === 0) return true
  return source.at(place.offset, Math.min(4, place.size))?.toString('latin1') === 'PK\x01\x02'
}

function safeNumber(value: bigint): number {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Number.MAX_SAFE_INTEGER
}
