/** Hashes of a part, by the common name of their algorithm. */

import type { PartFacts, StatedHash } from '#domain/document-facts.ts'
import type { DocumentPart, Hash } from '#domain/part.ts'
import type { CheckSettings } from './field-check.ts'

/** `SHA-256`, `SHA256` and `sha_256` alike. */
export function plainAlgorithm(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Broken, or no cryptographic hash at all. */
const weak: ReadonlySet<string> = new Set(['MD2', 'MD4', 'MD5', 'MD6', 'SHA1', 'ADLER32'])
const strong = /^(?:SHA(?:224|256|384|512)|SHA3(?:224|256|384|512)|BLAKE2B(?:256|384|512)|BLAKE3|STREEBOG(?:256|512))$/

export function strengthOf(algorithm: string): 'strong' | 'weak' | 'unknown' {
  const plain = plainAlgorithm(algorithm)
  return strong.test(plain) ? 'strong' : weak.has(plain) ? 'weak' : 'unknown'
}

/** Of the entry itself and of the file it is delivered as. */
export function hashesOf(part: DocumentPart, facts: PartFacts): readonly (Hash | StatedHash)[] {
  return facts.deployableHashes === undefined ? part.hashes : [...part.hashes, ...facts.deployableHashes]
}

/** Whether one of the hashes is of an accepted algorithm; any is where the profile names none. */
export function hasAccepted(hashes: readonly StatedHash[], { algorithms }: CheckSettings): boolean {
  const accepted = algorithms?.map(plainAlgorithm)
  return hashes.some(({ algorithm, value }) => {
    if (value.trim() === '') return false
    return accepted === undefined ? true : accepted.includes(plainAlgorithm(algorithm))
  })
}
