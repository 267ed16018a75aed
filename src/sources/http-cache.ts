/** Answers kept with their ETag, one pair of files each. A damaged pair is as good as none. */

import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What tells answers of one address apart. Credentials enter as part of a hash only. */
export type CacheIdentity = { readonly url: string; readonly accept: string; readonly authorization: string | null }

export type CachedAnswer = { readonly etag: string; readonly contentType: string | null; readonly bytes: Uint8Array }

export function readCached(folder: string, identity: CacheIdentity): CachedAnswer | null {
  const path = pathOf(folder, identity)
  try {
    const meta: unknown = JSON.parse(readFileSync(`${path}.json`, 'utf8'))
    const bytes = readFileSync(`${path}.body`)
    if (typeof meta !== 'object' || meta === null || !('etag' in meta) || !('sha256' in meta)) return null
    if (typeof meta.etag !== 'string' || meta.sha256 !== sha256(bytes)) return null
    const contentType = 'contentType' in meta && typeof meta.contentType === 'string' ? meta.contentType : null
    return { etag: meta.etag, contentType, bytes }
  } catch {
    return null
  }
}

/** Each file appears whole or not at all; the hash ties the two together. A full or read-only disk only costs speed. */
export function writeCached(folder: string, identity: CacheIdentity, { etag, contentType, bytes }: CachedAnswer): void {
  const path = pathOf(folder, identity)
  try {
    mkdirSync(folder, { recursive: true })
    writeWhole(`${path}.body`, bytes)
    writeWhole(`${path}.json`, JSON.stringify({ url: identity.url, etag, contentType, sha256: sha256(bytes) }))
  } catch {
    // The answer itself is at hand; only keeping it failed.
  }
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

function pathOf(folder: string, { url, accept, authorization }: CacheIdentity): string {
  return join(folder, sha256(Buffer.from(JSON.stringify([url, accept, authorization]))))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
