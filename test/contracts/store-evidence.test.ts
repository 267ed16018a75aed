import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  findEvidence,
  listEvidence,
  loadEvidenceBytes,
  type Original,
  saveEvidence,
  tombstoneEvidence,
} from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, open, openFresh } from './stores.ts'

const monday = '2026-11-16T08:00:00.000Z'
const friday = '2026-11-20T08:00:00.000Z'

describeOnEveryEngine('evidence', (place) => {
  it('is named by the hash of its bytes', async () => {
    const store = await openFresh(place)
    const [kept] = await saveEvidence(store, [original('harbor')])
    const id = 'c1d64b2d4cb30f1be788cc4d246ddd9fc1fe85a3eb3a85a3de33829dfaf6ce7d'
    expect(kept).toEqual({
      id,
      kind: 'lockfile',
      name: 'harbor.lock',
      sizeBytes: 6,
      retrievedAt: monday,
      recordedAt: monday,
    })
    expect(text(await loadEvidenceBytes(store, id))).toBe('harbor')
  })

  it('gives back any bytes unchanged, empty ones and names from foreign systems included', async () => {
    const store = await openFresh(place)
    const foreignName = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(foreignName, fc.uint8Array({ maxLength: 5_000 })), { maxLength: 5 }),
        async (files) => {
          const saved = await saveEvidence(
            store,
            files.map(([name, bytes]) => ({ ...original(''), name, bytes })),
          )
          for (const [index, { id }] of saved.entries()) {
            expect(Buffer.compare(await loadEvidenceBytes(store, id), files[index]?.[1] ?? new Uint8Array())).toBe(0)
          }
        },
      ),
      { numRuns: 25 },
    )
    const [odd] = await saveEvidence(store, [{ ...original('odd'), name: 'a\0b\ud800c\u001ad' }])
    expect(odd?.name).toBe('a\0b\ud800c\u001ad')
    expect((await findEvidence(store, odd?.id ?? ''))?.name).toBe('a\0b\ud800c\u001ad')
  })

  it('keeps what is larger than a row, in pieces', async () => {
    const store = await openFresh(place)
    const bytes = noise(5 * 1024 * 1024 + 17)
    const [kept] = await saveEvidence(store, [{ ...original(''), bytes }])
    expect(Buffer.compare(await loadEvidenceBytes(store, kept?.id ?? ''), bytes)).toBe(0)
    const pieces = await store.db.selectFrom('evidence_chunk').select('bytes').execute()
    expect(pieces.length).toBeGreaterThan(1)
    expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(1024 * 1024)
  })

  it('takes the same bytes once, with the name and times of the first', async () => {
    const store = await openFresh(place)
    const again = { ...original('same'), name: 'other.lock', recordedAt: friday }
    const [first, twin] = await saveEvidence(store, [original('same'), again])
    const [second] = await saveEvidence(store, [again])
    expect(twin).toEqual(first)
    expect(second).toEqual(first)
    expect(await listEvidence(store)).toEqual([{ ...first, tombstone: null }])
  })

  it('takes the same originals from several writers at once', async () => {
    const options = await place.fresh()
    const writers = [await open(options), await open(options), await open(options)]
    const items = Array.from({ length: 300 }, (_, index) => original(`advisory ${index}`))
    const orders = [items, items.toReversed(), [...items.slice(150), ...items.slice(0, 150)]]
    const saved = await Promise.all(writers.map((writer, index) => saveEvidence(writer, orders[index] ?? [])))
    for (const [index, evidence] of saved.entries()) {
      expect(evidence.map(({ id }) => id).sort()).toEqual(saved[0]?.map(({ id }) => id).sort())
      expect(text(await loadEvidenceBytes(writers[index] as Store, evidence[7]?.id ?? ''))).toBe(
        text(orders[index]?.[7]?.bytes ?? noise(1)),
      )
    }
    expect((await listEvidence(writers[0] as Store)).length).toBe(300)
  })

  it('takes many thousand small originals', async () => {
    const store = await openFresh(place)
    const items = Array.from({ length: 15_000 }, (_, index) =>
      original(JSON.stringify({ id: `HW-${index}`, details: 'x'.repeat(index % 900) })),
    )
    const saved = await saveEvidence(store, items)
    expect(new Set(saved.map(({ id }) => id)).size).toBe(15_000)
    expect(text(await loadEvidenceBytes(store, saved[14_999]?.id ?? ''))).toBe(text(items[14_999]?.bytes ?? noise(1)))
  })

  it('finds every altered, lost or added piece', async () => {
    const store = await openFresh(place)
    const [small, large] = await saveEvidence(store, [
      original('a small one'),
      { ...original(''), bytes: noise(3 * 1024 * 1024) },
    ])
    const untouched = await store.db
      .selectFrom('evidence_chunk')
      .innerJoin('evidence', 'key', 'evidence')
      .select(['evidence', 'position', 'bytes', 'id'])
      .execute()
    expect(untouched.length).toBeGreaterThan(3)
    for (const { evidence, position, bytes, id } of untouched) {
      const replace = (piece: Uint8Array) =>
        store.db
          .updateTable('evidence_chunk')
          .set({ bytes: piece })
          .where('evidence', '=', evidence)
          .where('position', '=', position)
          .execute()
      await replace(Uint8Array.from(bytes, (byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)))
      await expect(loadEvidenceBytes(store, id)).rejects.toMatchObject({
        problem: { code: 'evidence-altered', evidence: id },
      })
      await replace(bytes)
    }
    await store.db.deleteFrom('evidence_chunk').where('position', '=', 1).execute()
    await expect(loadEvidenceBytes(store, large?.id ?? '')).rejects.toMatchObject({
      problem: { code: 'evidence-altered' },
    })
    expect(text(await loadEvidenceBytes(store, small?.id ?? ''))).toBe('a small one')
  })

  it('leaves a tombstone, and comes back when it is handed in again', async () => {
    const store = await openFresh(place)
    const [kept] = await saveEvidence(store, [original('sent by mistake')])
    const id = kept?.id ?? ''
    await tombstoneEvidence(store, id, 'contains a name', friday)
    await tombstoneEvidence(store, id, 'once more', friday)
    await expect(loadEvidenceBytes(store, id)).rejects.toMatchObject({
      problem: { code: 'evidence-missing', evidence: id },
    })
    expect(await findEvidence(store, id)).toEqual({ ...kept, tombstone: { reason: 'contains a name', at: friday } })
    expect(await store.db.selectFrom('evidence_chunk').selectAll().execute()).toEqual([])
    await saveEvidence(store, [original('sent by mistake')])
    expect(text(await loadEvidenceBytes(store, id))).toBe('sent by mistake')
    expect((await findEvidence(store, id))?.tombstone).toBeNull()
    await tombstoneEvidence(store, id, 'again', friday)
    expect((await findEvidence(store, id))?.tombstone).toEqual({ reason: 'again', at: friday })
  })

  it('says what was never kept', async () => {
    const store = await openFresh(place)
    const id = 'f'.repeat(64)
    expect(await findEvidence(store, id)).toBeUndefined()
    await expect(loadEvidenceBytes(store, id)).rejects.toMatchObject({
      problem: { code: 'evidence-missing', evidence: id },
    })
    await expect(tombstoneEvidence(store, id, 'x', friday)).rejects.toMatchObject({
      problem: { code: 'evidence-missing' },
    })
  })

  it('is listed in the order it came, by kind or by id where asked', async () => {
    const store = await openFresh(place)
    const [a] = await saveEvidence(store, [{ ...original('a'), kind: 'sbom' }])
    const [b] = await saveEvidence(store, [{ ...original('b'), kind: 'measurement' }])
    const names = async (filter?: Parameters<typeof listEvidence>[1]) =>
      (await listEvidence(store, filter)).map(({ name }) => name)
    expect(await names()).toEqual([a?.name, b?.name])
    expect(await names({ kinds: ['measurement', 'advisory'] })).toEqual([b?.name])
    expect(await names({ kinds: [] })).toEqual([])
    expect(await names({ ids: [b?.id ?? '', a?.id ?? '', 'f'.repeat(64)] })).toEqual([a?.name, b?.name])
  })

  it('is all there or not at all when its transaction fails', async () => {
    const store = await openFresh(place)
    const half = store.transaction(async (inside) => {
      await saveEvidence(inside, [original('never acknowledged')])
      throw new Error('stop here')
    })
    await expect(half).rejects.toThrow('stop here')
    expect(await listEvidence(store)).toEqual([])
  })
})

function original(content: string): Original {
  return {
    kind: 'lockfile',
    name: `${content}.lock`,
    bytes: new TextEncoder().encode(content),
    retrievedAt: monday,
    recordedAt: monday,
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Bytes that do not compress: a linear congruential sequence. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 12_345
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 24
  }
  return bytes
}
