/** One layer of a container image, unpacked in memory as far as its files are wanted; nothing is written or run. */

import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { issue, type Issue } from '#domain/issue.ts'
import { isSafeName } from './zip-directory.ts'

/** What an image may cost, in bytes after decompression. */
export type ImageLimits = {
  /** All layers together, wanted or not. */
  readonly unpackedBytes: number
  /** All files that are kept. */
  readonly keptBytes: number
  readonly fileBytes: number
  readonly entries: number
}

export type LayerEntry =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array | null }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  /** A name that is a folder below; it replaces nothing. */
  | { readonly kind: 'folder'; readonly path: string }

/** What is left of the limits while an image is read. */
export type Allowance = { unpackedBytes: number; keptBytes: number; readonly fileBytes: number; entries: number }

/** Everything in a layer, wanted files with their bytes; and what was odd. It ends early where a limit is reached. */
export async function readLayer(
  compressed: () => Generator<Uint8Array>,
  digest: string | null,
  where: string,
  wants: (path: string) => boolean,
  allowance: Allowance,
): Promise<{ readonly entries: readonly LayerEntry[]; readonly issues: readonly Issue[] }> {
  const entries: LayerEntry[] = []
  const issues: Issue[] = []
  const hash = createHash('sha256')
  try {
    const tar = Readable.toWeb(Readable.from(unpacked(compressed, hash, allowance)))
    for await (const { header, body } of (tar as ReadableStream<Uint8Array>).pipeThrough(
      createTarDecoder({ strict: true }),
    )) {
      allowance.entries -= 1
      if (allowance.entries < 0) throw new TooMuch()
      const path = header.name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
      if (path !== '' && path !== '.' && !isSafeName(path)) {
        issues.push(issue('archive-entry', where, header.name))
        await body.cancel()
      } else if (header.type === 'file' && wants(path)) {
        const bytes = await bytesOf(body, header.size, allowance)
        if (bytes === null) issues.push(issue('too-large', path))
        entries.push({ kind: 'file', path, bytes })
      } else {
        await body.cancel()
        if (header.type === 'directory') entries.push({ kind: 'folder', path })
        else if (header.type === 'symlink' || header.type === 'link')
          entries.push({ kind: 'link', path, target: linkTarget(path, header.type, header.linkname ?? '') })
        else entries.push({ kind: 'file', path, bytes: null })
      }
    }
    if (digest !== null && hash.digest('hex') !== digest) issues.push(issue('archive-entry', where, 'digest differs'))
  } catch (error) {
    issues.push(issue(error instanceof TooMuch ? 'too-large' : 'archive-entry', where))
  }
  return { entries, issues }
}

/** Ends reading a layer; never leaves this file. */
class TooMuch extends Error {}

async function* unpacked(
  compressed: () => Generator<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  allowance: Allowance,
): AsyncGenerator<Uint8Array> {
  const hashed = function* (): Generator<Uint8Array> {
    for (const chunk of compressed()) {
      hash.update(chunk)
      yield chunk
    }
  }
  const [first] = compressed()
  const source = Readable.from(hashed())
  const decoder = decoderFor(first)
  const stream = decoder === null ? source : source.pipe(decoder)
  // `pipe` does not hand errors on.
  source.on('error', (error) => stream.destroy(error))
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      allowance.unpackedBytes -= chunk.length
      if (allowance.unpackedBytes < 0) throw new TooMuch()
      yield chunk
    }
  } finally {
    source.destroy()
    stream.destroy()
  }
}

/** By what the bytes are: media types are missing in older archives. */
function decoderFor(bytes: Uint8Array | undefined): (NodeJS.ReadWriteStream & Readable) | null {
  if (bytes?.[0] === 0x1f && bytes[1] === 0x8b) return createGunzip()
  if (bytes?.[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) return createZstdDecompress()
  return null
}

/** Null when the file is larger than allowed. */
async function bytesOf(
  body: ReadableStream<Uint8Array>,
  sizeBytes: number,
  allowance: Allowance,
): Promise<Uint8Array | null> {
  if (sizeBytes > Math.min(allowance.fileBytes, allowance.keptBytes)) {
    await body.cancel()
    return null
  }
  allowance.keptBytes -= sizeBytes
  return new Uint8Array(await new Response(body).arrayBuffer())
}

/** The path that a link leads to, seen from the root of the image; `''` when it leads outside. */
function linkTarget(path: string, type: 'symlink' | 'link', name: string): string {
  const isFromRoot = type === 'link' || name.startsWith('/')
  const segments = isFromRoot ? [] : path.split('/').slice(0, -1)
  for (const segment of name.split('/')) {
    if (segment === '..') {
      // At the root of an image `..` stays there, as in any file system.
      segments.pop()
    } else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
