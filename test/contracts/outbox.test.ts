/** News: who is told, that it arrives once it can, and where it never goes. */

import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deliverDue, type DeliveryOptions, mailOf } from '#app/deliver-news.ts'
import { loadInbox, loadSubscriptions, readNotifications, subscribe, unsubscribe } from '#app/notifications.ts'
import type { Grant } from '#domain/access.ts'
import type { NewsEvent } from '#domain/notification.ts'
import { insideOf, isPrivate, nothingInside, postOnce } from '#sources/http.ts'
import { isWebhookSecret, sendWebhook, signatureOf } from '#sources/outbox/webhook.ts'
import { countOutbox, listDeliveries, mostAttempts, publishEvents, recordAttempt, takeDue } from '#store/outbox.ts'
import { pseudonymFor } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import {
  countUnread,
  endSubscription,
  listNotifications,
  listSubscriptions,
  markRead,
  saveSubscription,
} from '#store/subscriptions.ts'
import { loadWords } from '#text/load-words.ts'
import { entry } from '#test/headwater.ts'
import { startMailServer } from '#test/mail-server.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const now = '2026-11-22T00:00:00.000Z'
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const organization = {
  units: [
    { id: 'harbor', name: 'Harbor', parent: null },
    { id: 'quay', name: 'Quay', parent: 'harbor' },
    { id: 'city', name: 'City', parent: null },
  ],
}
const loopback = insideOf({ HEADWATER_INSIDE: '127.0.0.0/8' })
const grants: Record<string, Grant[]> = {
  all: [{ role: 'viewer', unit: null }],
  harbor: [{ role: 'viewer', unit: 'harbor' }],
  city: [{ role: 'viewer', unit: 'city' }],
  gone: [],
}
const grantsOf = async (person: string): Promise<readonly Grant[]> => grants[person] ?? []
const finding = (units: string[]): NewsEvent => ({
  kind: 'finding',
  subject: 'CVE-2026-0001 pkg:npm/tide@1.0.0',
  detail: { severity: 'critical', score: 9.8, fixed: null },
  units,
})
const portal = (person: string, unit: string | null = null) =>
  ({ person, kind: 'finding', channel: 'portal', unit, address: null, secret: null }) as const

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A receiver on the loopback address that answers as the test wants. */
async function receiver(
  answer: Answer,
): Promise<{ url: string; seen: { headers: IncomingMessage['headers']; body: string }[] }> {
  const seen: { headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      seen.push({ headers: request.headers, body })
      answer(request, response, body)
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}/hook`, seen }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end()
  }

async function options(more: Partial<DeliveryOptions> = {}): Promise<DeliveryOptions> {
  const words = await loadWords('en')
  return {
    organization,
    grantsOf,
    owner: 'worker-1',
    words,
    mail: null,
    inside: loopback,
    clock: () => now,
    ...more,
  }
}

const later = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString()

describeOnEveryEngine('news', (place) => {
  it('reaches those who asked, within their rights and the unit they named', async () => {
    const store = await openFresh(place)
    for (const person of ['all', 'harbor', 'city', 'gone']) await saveSubscription(store, portal(person), now)
    await saveSubscription(store, portal('all', 'city'), now)
    await saveSubscription(store, { ...portal('all'), kind: 'resolved' }, now)
    const told = (events: NewsEvent[]) => publishEvents(store, events, { organization, grantsOf }, now)
    expect(await told([finding(['quay'])])).toBe(2)
    expect((await listNotifications(store, 'harbor', { limit: 10 })).map(({ subject }) => subject)).toEqual([
      finding([]).subject,
    ])
    expect(await listNotifications(store, 'city', { limit: 10 })).toEqual([])
    expect(await told([finding(['city', 'quay'])])).toBe(4)
    // What belongs to no unit is for those who may see everything.
    expect(await told([finding([])])).toBe(1)
    expect(await listNotifications(store, 'gone', { limit: 10 })).toEqual([])
  })

  it('is marked as read by the person alone, and pages backwards', async () => {
    const store = await openFresh(place)
    await saveSubscription(store, portal('all'), now)
    const events = [1, 2, 3].map((number) => ({ ...finding([]), subject: `news ${number}` }))
    await publishEvents(store, events, { organization, grantsOf }, now)
    const [newest, middle] = await listNotifications(store, 'all', { limit: 2 })
    expect([newest?.subject, middle?.subject, newest?.detail['score']]).toEqual(['news 3', 'news 2', 9.8])
    expect(await listNotifications(store, 'all', { limit: 2, before: middle?.id ?? 0 })).toHaveLength(1)
    await markRead(store, 'somebody-else', [newest?.id ?? 0], now)
    expect(await countUnread(store, 'all')).toBe(3)
    await markRead(store, 'all', [newest?.id ?? 0], now)
    await markRead(store, 'all', [newest?.id ?? 0], later(1))
    expect(await countUnread(store, 'all')).toBe(2)
    expect((await listNotifications(store, 'all', { limit: 1 }))[0]?.readAt).toBe(now)
    expect(await listNotifications(store, 'all', { limit: 9, isUnreadOnly: true })).toHaveLength(2)
  })

  it('is not told when what it tells about was not kept', async () => {
    const store = await openFresh(place)
    await saveSubscription(store, hook('https://receiver.example/'), now)
    await store
      .transaction(async (inside) => {
        await publishEvents(inside, [finding([])], { organization, grantsOf }, now)
        throw new Error('the assessment was not kept')
      })
      .catch(() => undefined)
    expect(await countOutbox(store)).toEqual({ waiting: 0, sent: 0, dead: 0 })
  })

  it('is subscribed to once, and ended by its person alone', async () => {
    const store = await openFresh(place)
    const id = await saveSubscription(store, portal('all'), now)
    expect(await saveSubscription(store, portal('all'), later(1))).toBe(id)
    expect(await endSubscription(store, 'city', id, now)).toBe(false)
    expect(await endSubscription(store, 'all', id, now)).toBe(true)
    expect(await listSubscriptions(store, { person: 'all' })).toEqual([])
  })

  it('is set by each person for themselves; a secret is shown once', async () => {
    const store = await openFresh(place)
    const wanted = { kind: 'finding', channel: 'webhook', unit: null, address: 'https://receiver.example/' } as const
    const first = await subscribe(store, 'all', wanted, now)
    expect(isWebhookSecret(first.secret ?? '')).toBe(true)
    expect(await subscribe(store, 'all', wanted, now)).toEqual({ id: first.id, secret: null })
    for (const wrong of [
      { ...wanted, address: null },
      { ...wanted, address: 'x' },
      { ...wanted, channel: 'mail' as const },
    ])
      await expect(subscribe(store, 'all', wrong, now)).rejects.toMatchObject({ problem: { code: 'usage' } })
    const [shown] = await loadSubscriptions(store, 'all')
    expect(shown).toEqual({ id: first.id, ...wanted, createdAt: now, log: [] })
    expect(await loadSubscriptions(store, 'city')).toEqual([])
    await expect(unsubscribe(store, 'city', first.id, now)).rejects.toMatchObject({ problem: { code: 'usage' } })
    await unsubscribe(store, 'all', first.id, now)
    expect(await loadSubscriptions(store, 'all')).toEqual([])

    await subscribe(store, 'all', { ...wanted, channel: 'portal', address: null }, now)
    const events = [1, 2, 3].map((number) => ({ ...finding([]), subject: `news ${number}` }))
    await publishEvents(store, events, { organization, grantsOf }, now)
    const page = await loadInbox(store, 'all', { before: undefined, limit: 2 })
    expect([page.unread, page.items.map(({ subject }) => subject)]).toEqual([3, ['news 3', 'news 2']])
    const rest = await loadInbox(store, 'all', { before: page.next ?? 0, limit: 2 })
    expect([rest.items.map(({ subject }) => subject), rest.next]).toEqual([['news 1'], null])
    expect(await readNotifications(store, 'all', [rest.items[0]?.id ?? 0], now)).toEqual({ unread: 2 })
  })

  it('arrives signed, and again until the receiver takes it', async () => {
    const store = await openFresh(place)
    const codes = [500, 503, 200]
    const { url, seen } = await receiver((_, response) => void response.writeHead(codes.shift() ?? 200).end())
    const id = await saveSubscription(store, hook(url), now)
    await publishEvents(store, [finding(['quay'])], { organization, grantsOf }, now)
    const deliver = async (time: string) => deliverDue(store, await options({ clock: () => time }))
    expect(await deliver(now)).toEqual({ sent: 0, waiting: 1, dead: 0 })
    // Not before its time.
    expect(await deliver(now)).toEqual({ sent: 0, waiting: 0, dead: 0 })
    expect(await deliver(later(1))).toEqual({ sent: 0, waiting: 1, dead: 0 })
    expect(await deliver(later(5))).toEqual({ sent: 1, waiting: 0, dead: 0 })
    expect(await deliver(later(500))).toEqual({ sent: 0, waiting: 0, dead: 0 })
    expect((await listDeliveries(store, id, 10)).map(({ outcome, status: code }) => [outcome, code])).toEqual([
      ['sent', 200],
      ['refused', 503],
      ['refused', 500],
    ])
    expect(new Set(seen.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    for (const { headers, body } of seen) {
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
      const expected = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${expected}`)
      expect(JSON.parse(body)).toEqual({
        type: 'headwater.finding',
        timestamp: now,
        data: { subject: finding([]).subject, severity: 'critical', score: 9.8, fixed: null, units: ['quay'] },
      })
    }
  })

  it('is given up after many failures, at once when the receiver is gone or rights were lost', async () => {
    const store = await openFresh(place)
    const { url, seen } = await receiver(status(410))
    await saveSubscription(store, hook(url), now)
    await publishEvents(store, [finding([])], { organization, grantsOf }, now)
    expect(await deliverDue(store, await options())).toEqual({ sent: 0, waiting: 0, dead: 1 })

    await publishEvents(store, [finding([])], { organization, grantsOf }, now)
    expect(await deliverDue(store, await options({ grantsOf: async () => [] }))).toEqual({
      sent: 0,
      waiting: 0,
      dead: 1,
    })
    expect(seen).toHaveLength(1)

    await publishEvents(store, [finding([])], { organization, grantsOf }, now)
    let state = 'waiting'
    for (let attempt = 0; state === 'waiting' && attempt < 100; attempt += 1) {
      const [due] = await takeDue(store, 'w', 1, later(attempt * 10_000))
      if (due === undefined) continue
      state = await recordAttempt(
        store,
        due,
        'w',
        { outcome: 'timeout', status: null, isFinal: false },
        later(attempt * 10_000),
      )
      if (state === 'dead') expect(due.attempts + 1).toBe(mostAttempts)
    }
    expect([state, await countOutbox(store)]).toEqual(['dead', { waiting: 0, sent: 0, dead: 3 }])
  })

  it('is leased to one worker at a time, and to another when that one died', async () => {
    const store = await openFresh(place)
    await saveSubscription(store, hook('https://receiver.example/'), now)
    await publishEvents(store, [finding([]), finding([])], { organization, grantsOf }, now)
    const [first] = await takeDue(store, 'one', 1, now)
    const second = await takeDue(store, 'two', 9, now)
    expect(second.map(({ id }) => id)).not.toContain(first?.id)
    expect(second).toHaveLength(1)
    expect(await takeDue(store, 'two', 9, now)).toEqual([])
    expect((await takeDue(store, 'two', 9, later(3))).map(({ id }) => id)).toContain(first?.id)
    // The first worker comes back late: what it says is logged and changes nothing.
    if (first !== undefined)
      await recordAttempt(store, first, 'one', { outcome: 'sent', status: 200, isFinal: true }, later(3))
    expect(await countOutbox(store)).toEqual({ waiting: 2, sent: 0, dead: 0 })
  })

  it('comes by mail to the address in the key table, and to nobody who was erased', async () => {
    const store = await openFresh(place)
    const server = await startMailServer()
    onTestFinished(() => server.close())
    const person = await pseudonymFor(store, { name: 'Ada Quay', email: 'ada@harbor.example' })
    const everything = async (): Promise<readonly Grant[]> => [{ role: 'viewer', unit: null }]
    await saveSubscription(store, { ...portal(person), channel: 'mail' }, now)
    await publishEvents(store, [finding([])], { organization, grantsOf: everything }, now)
    const mail = { url: server.url, from: 'headwater@harbor.example', inside: nothingInside }
    const deliver = async (time: string) =>
      deliverDue(store, await options({ grantsOf: everything, mail, clock: () => time }))
    server.refusal = '451 try later'
    expect(await deliver(now)).toEqual({ sent: 0, waiting: 1, dead: 0 })
    server.refusal = undefined
    expect(await deliver(later(1))).toEqual({ sent: 1, waiting: 0, dead: 0 })
    expect(server.mails.map(({ to }) => to)).toEqual([['ada@harbor.example']])
    expect(server.mails[0]?.text).toContain('Subject: New urgent finding: CVE-2026-0001')
    server.refusal = '550 no such person'
    await publishEvents(store, [finding([])], { organization, grantsOf: everything }, now)
    expect(await deliver(later(2))).toEqual({ sent: 0, waiting: 0, dead: 1 })
    await erase(store)
    await publishEvents(store, [finding([])], { organization, grantsOf: everything }, now)
    expect(await deliver(later(3))).toEqual({ sent: 0, waiting: 0, dead: 1 })
    expect(server.mails).toHaveLength(1)
  })
})

function hook(address: string) {
  return { ...portal('all'), channel: 'webhook', address, secret } as const
}

async function erase({ db }: Store): Promise<void> {
  await db.deleteFrom('person_key').execute()
}

describe('a webhook', () => {
  it('goes to no address of this machine or of a private network', async () => {
    const { url, seen } = await receiver(status(200))
    const { port } = new URL(url)
    const post = (address: string) =>
      postOnce(address, { headers: {}, body: '', timeoutMs: 2_000, inside: nothingInside })
    const refused = { kind: 'failed', why: 'address-not-allowed' }
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '0.0.0.0'])
      expect([host, await post(`http://${host}:${port}/`)]).toEqual([host, refused])
    for (const address of [
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'http://[fd00::1]/',
      'http://[fe80::1]/',
    ])
      expect([address, await post(address)]).toEqual([address, refused])
    for (const address of ['file:///etc/passwd', 'ftp://receiver.example/', 'nothing', 'http://a:b@receiver.example/'])
      expect([address, await post(address)]).toEqual([address, refused])
    expect(seen).toEqual([])
    expect(['8.8.8.8', '2606:4700::1111', '172.15.0.1'].map(isPrivate)).toEqual([false, false, false])
    expect(
      ['172.31.255.255', '192.168.1.1', '100.64.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'x'].map(isPrivate),
    ).toEqual(Array.from({ length: 6 }, () => true))
  })

  it('follows no redirect and waits for nobody forever', async () => {
    const inner = await receiver(status(200))
    const { url } = await receiver(status(302, { location: inner.url }))
    const silent = await receiver(() => undefined)
    const send = (address: string) =>
      sendWebhook({
        url: address,
        secret,
        id: 'msg_1',
        timestamp: 1,
        body: '{}',
        inside: loopback,
        timeoutMs: 300,
      })
    expect(await send(url)).toEqual({ kind: 'failed', why: 'redirected', status: null, isFinal: false })
    expect(inner.seen).toEqual([])
    expect(await send(silent.url)).toEqual({ kind: 'failed', why: 'timeout', status: null, isFinal: false })
    expect(await send('http://127.0.0.1:1/')).toEqual({
      kind: 'failed',
      why: 'unreachable',
      status: null,
      isFinal: false,
    })
  })

  it('is signed as the example of the specification', () => {
    // Standard Webhooks, specification, "Signature scheme": id, timestamp and payload joined by dots.
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
    const known = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    expect(signatureOf({ ...message, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })).toBe(known)
    expect(
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', secret, 'short', 'whsec_', 'not base64 at all, is it'].map(
        isWebhookSecret,
      ),
    ).toEqual([true, true, false, false, false])
  })

  it('and mail are tried out from the command line', async () => {
    const server = await startMailServer()
    onTestFinished(() => server.close())
    const run = (args: string[], environment: Record<string, string> = {}) =>
      runApart(['admin', 'notify', 'test', ...args], environment)
    expect((await run([])).code).toBe(2)
    const sent = await run(['--mail', 'ada@harbor.example'], { HEADWATER_SMTP_URL: server.url })
    expect([sent.code, server.mails.length]).toEqual([0, 1])
    expect((await run(['--mail', 'ada@harbor.example'])).stdout).toContain('HEADWATER_SMTP_URL')
    const { url, seen } = await receiver(status(204))
    const environment = { HEADWATER_WEBHOOK_SECRET: secret }
    expect((await run(['--webhook', url], environment)).code).toBe(3)
    expect(seen).toEqual([])
    const listed = { ...environment, HEADWATER_INSIDE: '127.0.0.1' }
    expect((await run(['--webhook', url, '--json'], listed)).code).toBe(0)
    expect(seen).toHaveLength(1)
  })

  it('puts no line of a foreign document into the head of a mail', async () => {
    const words = await loadWords('en')
    const { subject } = mailOf({ ...finding([]), subject: 'x\r\nBcc: everybody@harbor.example' }, words)
    expect(subject).toBe('New urgent finding: x Bcc: everybody@harbor.example')
  })
})

/** In a process of its own while this one goes on answering. */
async function runApart(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, HEADWATER_LANGUAGE: 'en', NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout }
}
