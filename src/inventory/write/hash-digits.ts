/** Length in hexadecimal digits by the algorithm's common name. */
const digits: ReadonlyMap<string, number> = new Map([
  ['ADLER32', 8],
  ['BLAKE2b-256', 64],
  ['BLAKE2b-384', 96],
  ['BLAKE2b-512', 128],
  ['MD2', 32],
  ['MD4', 32],
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-224', 56],
  ['SHA-256', 64],
  ['SHA-384', 96],
  ['SHA-512', 128],
  ['SHA3-224', 56],
  ['SHA3-256', 64],
  ['SHA3-384', 96],
  ['SHA3-512', 128],
])

/** Whether a value can be a hash of the algorithm. BLAKE3 gives as many digits as are asked for, 64 unless told. */
export function isHashOf(algorithm: string, value: string): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(value)) return false
  const expected = digits.get(algorithm)
  if (expected !== undefined) return value.length === expected
  return algorithm !== 'BLAKE3' || value.length >= 64
}
