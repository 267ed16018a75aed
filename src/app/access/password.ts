/** Passwords: Argon2id, kept in the PHC string form. */

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { fail } from '#domain/problem.ts'

/**
 * RFC 9106, section 4, second recommended option (64 MiB, 3 passes), with one lane in place of four: several people sign in
 * at once on few cores. About 0.14 s each where it was measured.
 */
const parameters = { memory: 65_536, passes: 3, parallelism: 1 } as const
const saltBytes = 16
const tagBytes = 32

/** NIST SP 800-63B-4, 3.1.1.2: fifteen characters where the password is all that is asked for; no rules of composition. */
export const leastPasswordLength = 15
const longestPassword = 256

/** Throws `password-weak`. */
export function checkPassword(password: string, login: string): void {
  const length = Array.from(normalized(password)).length
  const isLogin = normalized(password).toLowerCase().includes(normalized(login).toLowerCase())
  const isMonotonous = new Set(normalized(password)).size < 5
  if (length < leastPasswordLength || length > longestPassword || isLogin || isMonotonous)
    fail({ code: 'password-weak', least: leastPasswordLength })
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return phcText(salt, await derive(password, salt, parameters))
}

/**
 * @param kept null for somebody without a password or nobody at all: the same work is done, and the answer is no
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const hash = readPhc(kept ?? standIn)
  const derived = await derive(password.slice(0, longestPassword * 4), hash.salt, hash)
  return timingSafeEqual(derived, hash.tag) && kept !== null
}

/** Whether it was made with other parameters than are used today. */
export function isOutdated(kept: string): boolean {
  const { memory, passes, parallelism } = readPhc(kept)
  return memory !== parameters.memory || passes !== parameters.passes || parallelism !== parameters.parallelism
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

/** Each takes 64 MiB, so only a few run at once; the others wait, and beyond some dozens they are sent away. */
const most = 2
const mostWaiting = 60
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  if (waiting.length >= mostWaiting) fail({ code: 'sign-in-throttled', seconds: 10 })
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await new Promise((resolve, reject) => {
      argon2(
        'argon2id',
        { message: normalized(password), nonce, memory, passes, parallelism, tagLength: tagBytes },
        (error, tag) => (error === null ? resolve(tag) : reject(error)),
      )
    })
  } finally {
    // The place goes to the next in line, who does not count it again.
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

/** The same password typed on another keyboard: NIST SP 800-63B-4, 3.1.1.2. */
function normalized(password: string): string {
  return password.normalize('NFKC')
}

function phcText(salt: Buffer, tag: Buffer): string {
  const { memory, passes, parallelism } = parameters
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

function readPhc(text: string): Cost & { readonly salt: Buffer; readonly tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text)
  if (found === null) throw new Error('A password hash that Headwater did not write')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

/** What is compared when there is nothing to compare: random, so no password opens it. */
const standIn = phcText(randomBytes(saltBytes), randomBytes(tagBytes))
