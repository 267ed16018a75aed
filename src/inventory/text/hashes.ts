/** Hashes as lockfiles write them, brought to one form: the algorithm as CycloneDX names it, the value in lower-case hexadecimal. */

import type { Hash } from '#domain/part.ts'

const algorithms: Readonly<Record<string, string>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
  blake2b: 'BLAKE2b-512',
}

const byLength: Readonly<Record<number, string>> = {
  32: 'MD5',
  40: 'SHA-1',
  64: 'SHA-256',
  96: 'SHA-384',
  128: 'SHA-512',
}

/** `sha256:9f86…`, `sha256-9f86…`, or bare hexadecimal whose length tells the algorithm. None when it is neither. */
export function hexHash(text: string): Hash[] {
  const match = /^(?:([a-z0-9]+)[:=-])?([0-9a-fA-F]{32,128})$/.exec(text)
  const value = match?.[2]?.toLowerCase()
  if (value === undefined) return []
  const algorithm = match?.[1] === undefined ? byLength[value.length] : algorithms[match[1].toLowerCase()]
  return algorithm === undefined ? [] : [{ algorithm, value }]
}

/** Subresource integrity: `sha512-` and base64, several parted by spaces. */
export function integrity(text: string | undefined): Hash[] {
  if (text === undefined) return []
  return text.split(' ').flatMap((one) => {
    const dash = one.indexOf('-')
    const algorithm = algorithms[one.slice(0, Math.max(dash, 0))]
    return algorithm === undefined ? [] : base64Hash(algorithm, one.slice(dash + 1))
  })
}

/** A base64 value of a known algorithm; none when it is not base64. */
export function base64Hash(algorithm: string, base64: string): Hash[] {
  const options = base64.indexOf('?')
  try {
    const bytes = atob(options === -1 ? base64 : base64.slice(0, options))
    let value = ''
    for (let at = 0; at < bytes.length; at++) value += (bytes.charCodeAt(at) + 256).toString(16).slice(1)
    return value === '' ? [] : [{ algorithm, value }]
  } catch {
    return []
  }
}
