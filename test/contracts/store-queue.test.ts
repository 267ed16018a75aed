/** The queue: in order and by urgency, nothing lost, nothing done twice visibly, on both engines. */

import { describe, expect, it } from 'vitest'
import { complete, countJobs, enqueue, findJob, giveBack, heartbeat, lease, type NewJob } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, open, openFresh } from './stores.ts'

const start = Date.parse('2026-11-26T00:00:00.000Z')
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString()

const job = (input: unknown, more: Partial<NewJob> = {}): NewJob => {
  return { kind: 'sample', subject: null, input, priority: 50, mostAttempts: 3, ...more }
}
const take = (store: Store, seconds: number, atLeast = 0) =>
  lease(store, { until: at(seconds + 60), atLeast }, at(seconds))

describeOnEveryEngine('the queue', (place) => {
  it('hands jobs out by urgency and then in the order they came, each once', async () => {
    const store = await openFresh(place)
    for (const [input, priority] of [
      ['first re-analysis', 10],
      ['upload 1', 100],
      ['second re-analysis', 10],
      ['upload 2', 100],
    ] as const)
      await enqueue(store, job(input, { priority }), at(0))
    const taken = []
    for (let leased = await take(store, 1); leased !== undefined; leased = await take(store, 1))
      taken.push(leased.input)
    expect(taken).toEqual(['upload 1', 'upload 2', 'first re-analysis', 'second re-analysis'])
  })

  it('keeps a worker free for urgent jobs', async () => {
    const store = await openFresh(place)
    await enqueue(store, job('re-analysis', { priority: 10 }), at(0))
    expect(await take(store, 1, 100)).toBeUndefined()
    await enqueue(store, job('upload', { priority: 100 }), at(2))
    expect((await take(store, 3, 100))?.input).toBe('upload')
  })

  it('enqueues together with what else the transaction writes, or not at all', async () => {
    const store = await openFresh(place)
    await expect(
      store.transaction(async (inside) => {
        await enqueue(inside, job('given up'), at(0))
        throw new Error('given up')
      }),
    ).rejects.toThrow('given up')
    expect(await take(store, 1)).toBeUndefined()
    const id = await store.transaction((inside) => enqueue(inside, job('kept'), at(0)))
    expect((await take(store, 1))?.id).toBe(id)
  })

  it('has one waiting job of a key, and takes a further one once that has begun', async () => {
    const store = await openFresh(place)
    const first = await enqueue(store, job(1, { key: 'harbor' }), at(0))
    expect(await enqueue(store, job(2, { key: 'harbor' }), at(1))).toBe(first)
    expect(await enqueue(store, job(3, { key: 'quay' }), at(1))).not.toBe(first)
    expect((await take(store, 2))?.id).toBe(first)
    expect(await enqueue(store, job(4, { key: 'harbor' }), at(3))).not.toBe(first)
  })

  it('gives a job whose holder fell silent to another, and refuses the first one its result', async () => {
    const store = await openFresh(place)
    const id = await enqueue(store, job('work'), at(0))
    const silent = await take(store, 0)
    expect(await take(store, 59)).toBeUndefined()
    const second = await take(store, 61)
    expect(second?.id).toBe(id)
    if (silent === undefined || second === undefined) throw new Error('not taken')
    expect(await heartbeat(store, silent, { until: at(200), progress: null })).toBe(false)
    expect(await complete(store, silent, 'late', at(62))).toBe(false)
    expect(await complete(store, second, 'right', at(63))).toBe(true)
    expect(await complete(store, second, 'again', at(64))).toBe(false)
    expect(await findJob(store, id)).toMatchObject({ state: 'done', attempts: 2 })
    expect(await take(store, 1000)).toBeUndefined()
  })

  it('leaves a job with a holder who says what it is doing', async () => {
    const store = await openFresh(place)
    const id = await enqueue(store, job('work'), at(0))
    const leased = await take(store, 0)
    if (leased === undefined) throw new Error('not taken')
    const progress = { step: 'reading', done: 1, total: 3 }
    expect(await heartbeat(store, leased, { until: at(110), progress })).toBe(true)
    expect(await take(store, 100)).toBeUndefined()
    expect(await findJob(store, id)).toMatchObject({ state: 'running', progress })
  })

  it('tries again after growing pauses, and puts aside what keeps failing', async () => {
    const store = await openFresh(place)
    const id = await enqueue(store, job('fails'), at(0))
    const pauses: number[] = []
    let now = 0
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      let waited = 0
      let leased = await take(store, now)
      while (leased === undefined && waited < 100) leased = await take(store, now + (waited += 1))
      if (leased === undefined) throw new Error('never due')
      pauses.push(waited)
      now += waited
      const outcome = await giveBack(store, leased, { error: 'offline', isFinal: false }, at(now))
      expect(outcome).toBe(attempt < 3 ? 'retrying' : 'dead')
    }
    expect(pauses).toEqual([0, 2, 4])
    expect(await take(store, 10_000)).toBeUndefined()
    expect(await findJob(store, id)).toMatchObject({ state: 'dead', error: 'offline' })
    expect(await countJobs(store)).toEqual([{ kind: 'sample', state: 'dead', count: 1 }])
  })

  it('tells of a job that took its holders down with it as often as it may', async () => {
    const store = await openFresh(place)
    const id = await enqueue(store, job('deadly', { mostAttempts: 2 }), at(0))
    expect(await take(store, 0)).toMatchObject({ isExhausted: false })
    expect(await take(store, 100)).toMatchObject({ isExhausted: false })
    const last = await take(store, 200)
    if (last === undefined) throw new Error('not taken')
    expect(last.isExhausted).toBe(true)
    expect(await giveBack(store, last, { error: 'abandoned', isFinal: true }, at(200))).toBe('dead')
    expect(await findJob(store, id)).toMatchObject({ state: 'dead', error: 'abandoned' })
    expect(await take(store, 1000)).toBeUndefined()
  })
})

describeOnEveryEngine(
  'several workers at one queue',
  (place) => {
    describe('each with a connection of its own', () => {
      it('do every job once', async () => {
        const options = await place.fresh()
        const stores = await Promise.all([1, 2, 3, 4].map(() => open(options)))
        const [store] = stores
        if (store === undefined) throw new Error('no store')
        for (let number = 0; number < 100; number += 1) await enqueue(store, job(number), at(0))
        const done: unknown[] = []
        await Promise.all(
          stores.map(async (own) => {
            for (let leased = await take(own, 1); leased !== undefined; leased = await take(own, 1))
              if (await complete(own, leased, null, at(2))) done.push(leased.input)
          }),
        )
        expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 100 }, (_, index) => index))
      })
    })
  },
  ['C'],
)
