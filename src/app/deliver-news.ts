/** Sends what waits in the outbox: once a call, as much as is due. A worker calls it again and again. */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import type { Inside } from '#sources/http.ts'
import { sendMail, type MailServer } from '#sources/outbox/mail.ts'
import type { SendAnswer } from '#sources/outbox/sender.ts'
import { sendWebhook } from '#sources/outbox/webhook.ts'
import { concerns, type DueMessage, recordAttempt, type Surroundings, takeDue } from '#store/outbox.ts'
import { nameOf } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import type { Words } from '#text/words.ts'

export type DeliveryOptions = Surroundings & {
  /** Tells one worker from another. */
  readonly owner: string
  readonly words: Words
  /** Null where no mail is configured. */
  readonly mail: MailServer | null
  readonly inside: Inside
  readonly clock: () => IsoTime
  readonly limit?: number
  /** A person's mail address; the key table of people by default. */
  readonly addressOf?: (person: PersonId) => Promise<string | null>
}

export type Delivered = { readonly sent: number; readonly waiting: number; readonly dead: number }

/** Rights are asked again before sending: who lost them meanwhile is told nothing. */
export async function deliverDue(store: Store, options: DeliveryOptions): Promise<Delivered> {
  const counts = { sent: 0, waiting: 0, dead: 0 }
  const due = await takeDue(store, options.owner, options.limit ?? 20, options.clock())
  for (const message of due) {
    const answer = await send(store, message, options)
    const attempt =
      answer.kind === 'sent'
        ? { outcome: 'sent', status: answer.status, isFinal: true }
        : { outcome: answer.why, status: answer.status, isFinal: answer.isFinal }
    counts[await recordAttempt(store, message, options.owner, attempt, options.clock())] += 1
  }
  return counts
}

type Answer =
  | SendAnswer
  | { readonly kind: 'failed'; readonly why: 'withheld'; readonly status: null; readonly isFinal: true }

async function send(store: Store, due: DueMessage, options: DeliveryOptions): Promise<Answer> {
  const { subscription, event } = due
  const grants = await options.grantsOf(subscription.person)
  if (subscription.hasEnded || !concerns(event, subscription, grants, options))
    return { kind: 'failed', why: 'withheld', status: null, isFinal: true }
  return subscription.channel === 'webhook' ? webhook(due, options) : mail(store, due, options)
}

function webhook(
  { message, event, createdAt, subscription }: DueMessage,
  options: DeliveryOptions,
): Promise<SendAnswer> {
  const { address, secret } = subscription
  if (address === null || secret === null)
    return Promise.resolve({ kind: 'failed', why: 'not-configured', status: null, isFinal: true })
  return sendWebhook({
    url: address,
    secret,
    id: message,
    timestamp: Math.trunc(Date.parse(options.clock()) / 1000),
    body: webhookBody(event, createdAt),
    inside: options.inside,
  })
}

async function mail(
  store: Store,
  { message, event, createdAt, subscription }: DueMessage,
  options: DeliveryOptions,
): Promise<SendAnswer> {
  if (options.mail === null) return { kind: 'failed', why: 'not-configured', status: null, isFinal: false }
  const ofPerson = options.addressOf ?? (async (person) => (await nameOf(store, person))?.email ?? null)
  const to = await ofPerson(subscription.person)
  if (to === null) return { kind: 'failed', why: 'no-address', status: null, isFinal: true }
  return sendMail(options.mail, { ...mailOf(event, options.words), to, id: message, date: new Date(createdAt) })
}

/** `type`, `timestamp` and `data`, as Standard Webhooks recommends. */
export function webhookBody({ kind, subject, detail, units }: DueMessage['event'], createdAt: IsoTime): string {
  return JSON.stringify({ type: `headwater.${kind}`, timestamp: createdAt, data: { subject, ...detail, units } })
}

/** Subjects come from foreign documents: control characters must not become headers or lines. */
export function mailOf(
  { kind, subject, detail }: DueMessage['event'],
  { administration }: Words,
): { readonly subject: string; readonly text: string } {
  const plain = (value: string): string => value.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)
  const line = administration.events[kind](plain(subject))
  const rows = Object.entries(detail).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${plain(`${value}`)}`],
  )
  return { subject: line, text: [line, '', ...rows, '', '-- ', administration.mailFooter, ''].join('\n') }
}
