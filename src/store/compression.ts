/** Originals as they are stored: Zstandard, cut into pieces that fit a row. */

import { promisify } from 'node:util'
import { zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'

/** The largest piece of one row, in bytes. */
export const pieceBytes = 1024 * 1024

/** Below this size the way to another thread and back takes longer than the work. */
const smallBytes = 64 * 1024

const compress = promisify<Uint8Array, Uint8Array>(zstdCompress)

export async function pack(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const packed = bytes.length < smallBytes ? zstdCompressSync(bytes) : await compress(bytes)
  const pieces: Uint8Array[] = []
  for (let start = 0; start < packed.length; start += pieceBytes)
    pieces.push(packed.subarray(start, start + pieceBytes))
  return pieces
}

/** @returns undefined when the pieces are not what `pack` made of so many bytes */
export async function unpack(pieces: readonly Uint8Array[], sizeBytes: number): Promise<Uint8Array | undefined> {
  const [only] = pieces
  const packed = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
  // The limit keeps an altered piece from unfolding into more than the original.
  const options = { maxOutputLength: Math.max(sizeBytes, 1) }
  try {
    if (sizeBytes < smallBytes) return zstdDecompressSync(packed, options)
    return await new Promise<Uint8Array>((resolve, reject) => {
      zstdDecompress(packed, options, (error, bytes) => (error === null ? resolve(bytes) : reject(error)))
    })
  } catch {
    return undefined
  }
}
