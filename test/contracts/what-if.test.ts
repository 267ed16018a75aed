/** What a what-if answers to people of one unit, on the assessed example organization. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import type { Store } from '#store/store.ts'
import { accessServer } from '#test/access-server.ts'
import { assessedExample } from '#test/assessed-example.ts'
import { BrowserSession } from '#test/browser-session.ts'
import { goodPassword, samplePerson } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'

type Worth = { readonly id: string | null; readonly value: { readonly low: number; readonly central: number } | null }
type Answer = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before: Worth
  readonly after: Worth
}

const unit = 'citizen-services'
const path = '/api/v1/value/what-if?assume='

describe('a what-if', () => {
  let store: Store
  let server: FastifyInstance
  let reader: BrowserSession

  beforeAll(async () => {
    store = await assessedExample(join(scratchFolder(), 'home'))
    const now = new Date().toISOString()
    await samplePerson(store, 'keeper@people.example', [{ role: 'admin', unit: null }], now)
    await samplePerson(store, 'reader@people.example', [{ role: 'viewer', unit }], now)
    server = await accessServer({ store })
    reader = new BrowserSession(server)
    await reader.ask('POST', '/api/v1/session', { login: 'reader@people.example', password: goodPassword })
  }, 240_000)
  afterAll(async () => {
    await server?.close()
    await store?.close()
  })

  const ask = async (question: string) => {
    const { status, json } = await reader.ask('GET', `${path}${question}`)
    return { status, ...(json as unknown as Answer) }
  }

  it('tells a reader of a unit what the value of that unit would be, beside what it is', async () => {
    const { json } = await reader.ask('GET', '/api/v1/value')
    const { status, subject, before, after } = await ask('A3-labor-rate=2')
    expect(status).toBe(200)
    expect(subject).toMatchObject({ kind: 'unit', id: unit })
    expect(before.value).not.toBeNull()
    expect(before.value).toEqual((json as unknown as { readonly total: Worth }).total.value)
    // A factor on the wage: twice the rate is twice the value, and what is only supposed has no chain.
    const twice = await ask('A3-labor-rate=4')
    expect(twice.before).toEqual(before)
    expect((twice.after.value?.central ?? 0) / (after.value?.central ?? 1)).toBeCloseTo(2, 6)
    expect(after.value?.central).not.toBe(before.value?.central)
    expect([after.id, before.id !== null]).toEqual([null, true])
  })

  it('keeps nothing, and supposes nothing about others', async () => {
    const { json: page } = await reader.ask('GET', '/api/v1/value')
    await ask('A3-labor-rate=2')
    expect((await reader.ask('GET', '/api/v1/value')).json).toEqual(page)
    expect((await ask('A3-labor-rate=2&unit=port-operations')).status).toBe(404)
    expect((await ask('A99-nothing=2')).status).toBe(400)
    expect((await ask('A3-labor-rate=much')).status).toBe(400)
  })
})
