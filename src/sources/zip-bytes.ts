import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { issue, type Issue } from '#domain/issue.ts'

/** Random access to bytes in memory or in a file. */
export type ByteSource = {
  readonly sizeBytes: number
  /** The bytes at a place, valid until the next call; undefined when they lie outside or cannot be read. */
  readonly at: (offset: number, length: number) => Buffer | undefined
  readonly close: () => void
}

const windowBytes = 4 * 2 ** 20

/** Opens bytes or a file. A file is read through one window, because entries mostly lie in the order of the directory. */
export function openBytes(archive: string | Uint8Array): ByteSource | { readonly issue: Issue } {
  if (typeof archive !== 'string') return inMemory(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength))
  try {
    return inFile(openSync(archive, 'r'))
  } catch {
    return { issue: issue('unreadable', archive) }
  }
}

function inMemory(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    at: (offset, length) =>
      offset >= 0 && length >= 0 && offset + length <= bytes.length
        ? bytes.subarray(offset, offset + length)
        : undefined,
    close: () => undefined,
  }
}

function inFile(descriptor: number): ByteSource {
  const sizeBytes = fstatSync(descriptor).size
  let window: Buffer = Buffer.alloc(0)
  let windowOffset = 0
  return {
    sizeBytes,
    at(offset, length) {
      if (offset < 0 || length < 0 || offset + length > sizeBytes) return undefined
      if (offset < windowOffset || offset + length > windowOffset + window.length) {
        const wanted = Math.min(Math.max(length, windowBytes), sizeBytes - offset)
        const next = read(descriptor, offset, wanted)
        if (next === undefined) return undefined
        window = next
        windowOffset = offset
      }
      return window.subarray(offset - windowOffset, offset - windowOffset + length)
    },
    close: () => closeSync(descriptor),
  }
}

function read(descriptor: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length)
  try {
    let filled = 0
    while (filled < length) {
      const count = readSync(descriptor, bytes, filled, length - filled, offset + filled)
      if (count === 0) return undefined
      filled += count
    }
    return bytes
  } catch {
    return undefined
  }
}
