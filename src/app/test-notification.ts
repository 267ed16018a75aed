/** Sends a test, so that an administrator sees at once whether mail and webhooks get through. */

import { randomUUID } from 'node:crypto'
import type { IsoTime } from '#domain/figure.ts'
import type { NewsEvent } from '#domain/notification.ts'
import { fail } from '#domain/problem.ts'
import { insideOf } from '#sources/http.ts'
import { sendMail, type MailServer } from '#sources/outbox/mail.ts'
import type { SendAnswer } from '#sources/outbox/sender.ts'
import { isWebhookSecret, sendWebhook } from '#sources/outbox/webhook.ts'
import type { Words } from '#text/words.ts'
import { mailOf, webhookBody } from './deliver-news.ts'

export type TestOptions = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly mailTo: string | undefined
  readonly webhook: string | undefined
}

export type TestResult = { readonly channel: 'mail' | 'webhook'; readonly address: string; readonly answer: SendAnswer }

/** The SMTP server of the configuration; null where none is named. */
export function mailServerOf(environment: TestOptions['environment']): MailServer | null {
  const url = environment['HEADWATER_SMTP_URL']
  if (!url) return null
  const from = environment['HEADWATER_MAIL_FROM'] || `headwater@${URL.parse(url)?.hostname ?? 'localhost'}`
  return { url, from, inside: insideOf(environment) }
}

/** Problem: `usage` when nothing is to be tested. */
export async function testNotification(
  { environment, mailTo, webhook }: TestOptions,
  words: Words,
  now: IsoTime,
): Promise<readonly TestResult[]> {
  if (mailTo === undefined && webhook === undefined) fail({ code: 'usage', what: '--mail, --webhook' })
  const inside = insideOf(environment)
  const event: NewsEvent = { kind: 'test', subject: now, detail: {}, units: [] }
  const id = `msg_${randomUUID()}`
  const missing: SendAnswer = { kind: 'failed', why: 'not-configured', status: null, isFinal: true }
  const results: TestResult[] = []
  if (mailTo !== undefined) {
    const server = mailServerOf(environment)
    const mail = { ...mailOf(event, words), to: mailTo, id, date: new Date(now) }
    results.push({ channel: 'mail', address: mailTo, answer: server === null ? missing : await sendMail(server, mail) })
  }
  if (webhook !== undefined) {
    const secret = environment['HEADWATER_WEBHOOK_SECRET'] ?? ''
    const timestamp = Math.trunc(Date.parse(now) / 1000)
    const request = { url: webhook, secret, id, timestamp, body: webhookBody(event, now), inside }
    results.push({
      channel: 'webhook',
      address: webhook,
      answer: isWebhookSecret(secret) ? await sendWebhook(request) : missing,
    })
  }
  return results
}
