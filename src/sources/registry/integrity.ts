/** Whether an archive is the one that the registry describes. */

import { createHash } from 'node:crypto'
import type { ArchiveHash } from './registry.ts'

const strongestFirst = ['sha512', 'sha384', 'sha256', 'sha1'] as const

/** Subresource integrity: the strongest kind known; an old registry's plain SHA-1 where there is nothing else. */
export function hashOfIntegrity(integrity: string | null, sha1Hex: string | null = null): ArchiveHash | null {
  const hashes = integrity?.trim().split(/\s+/) ?? []
  for (const algorithm of strongestFirst) {
    const found = hashes.find((hash) => hash.startsWith(`${algorithm}-`))
    const digest = found?.slice(algorithm.length + 1).split('?')[0] ?? ''
    if (found !== undefined) return { algorithm, hex: Buffer.from(digest, 'base64').toString('hex') }
  }
  return sha1Hex === null ? null : { algorithm: 'sha1', hex: sha1Hex.toLowerCase() }
}

/** What nothing is known about proves nothing, and passes. */
export function isIntact(bytes: Uint8Array, hash: ArchiveHash | null): boolean {
  return hash === null || createHash(hash.algorithm).update(bytes).digest('hex') === hash.hex
}

export function sha256Hash(hex: string | null): ArchiveHash | null {
  return hex !== null && /^[0-9a-fA-F]{64}$/.test(hex) ? { algorithm: 'sha256', hex: hex.toLowerCase() } : null
}
