/**
 * Webhooks signed as Standard Webhooks 1.0 describes: the id, the time and the body are signed together, so that none of
 * them can be changed or replayed with another.
 */

import { createHmac } from 'node:crypto'
import { postOnce, type Inside } from '#sources/http.ts'
import type { SendAnswer } from './sender.ts'

export type Webhook = {
  readonly url: string
  /** `whsec_` and base64, or base64 alone. */
  readonly secret: string
  /** The same for every attempt, so that a receiver can tell a repetition. */
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
  readonly inside: Inside
  readonly timeoutMs?: number
}

export async function sendWebhook(webhook: Webhook): Promise<SendAnswer> {
  const { url, id, timestamp, body, inside, timeoutMs = 15_000 } = webhook
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${timestamp}`,
    'webhook-signature': signatureOf(webhook),
  }
  const answer = await postOnce(url, { headers, body, timeoutMs, inside })
  if (answer.kind === 'failed') {
    const isFinal = answer.why === 'address-not-allowed'
    return { kind: 'failed', why: answer.why, status: null, isFinal }
  }
  const { status } = answer
  if (status >= 200 && status < 300) return { kind: 'sent', status }
  // 410 Gone is how a receiver ends it.
  return { kind: 'failed', why: 'refused', status, isFinal: status === 410 }
}

export function signatureOf({ secret, id, timestamp, body }: Omit<Webhook, 'url' | 'inside'>): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/** Between 24 and 64 bytes, as the specification asks for. */
export function isWebhookSecret(secret: string): boolean {
  const text = secret.replace(/^whsec_/, '')
  const { length } = Buffer.from(text, 'base64')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && length >= 24 && length <= 64
}
