/** Random secrets, and comparing them without telling by time how much of them was right. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits: nobody guesses it, so a plain hash of it may be kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function isSameSecret(one: string, other: string): boolean {
  // Hashed first: of equal length, whatever was sent.
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)))
}
