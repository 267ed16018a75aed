/** The audit log on every engine: whatever is changed, removed, inserted or reordered in its table is found. */

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Act } from '#domain/audit.ts'
import { auditCsv, auditJsonLines } from '#app/access/audit.ts'
import { countAudit, loadAudit, readAudit, recordAct, verifyAudit } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const act = (n: number, changes: Partial<Act> = {}): Act => ({
  at: `2026-06-0${(n % 9) + 1}T00:00:00.000Z`,
  actor: { kind: 'person', id: 'person-1' },
  act: 'grant',
  subject: `person-${n}`,
  unit: n % 2 === 0 ? 'quay' : null,
  result: 'done',
  detail: { role: 'viewer', n },
  ...changes,
})

async function filled(store: Store, count = 6): Promise<void> {
  for (let n = 1; n <= count; n++) await recordAct(store, act(n))
}

const whyOf = async (store: Store) => (await verifyAudit(store)).breaks.map(({ sequence, why }) => `${sequence} ${why}`)

describeOnEveryEngine(
  'the audit log',
  (place) => {
    it('is a chain of its entries', async () => {
      const store = await openFresh(place)
      expect(await verifyAudit(store)).toMatchObject({ entries: 0, breaks: [] })
      await filled(store)
      const { entries, head, breaks } = await verifyAudit(store)
      expect({ entries, sequence: head.sequence, breaks }).toEqual({ entries: 6, sequence: 6, breaks: [] })
      const kept = []
      for await (const entry of readAudit(store)) kept.push(entry)
      expect(kept[0]?.previous).toBe('0'.repeat(64))
      expect(kept.slice(1).map(({ previous }) => previous)).toEqual(kept.slice(0, -1).map(({ hash }) => hash))
    })

    it('finds each value that was changed', async () => {
      const store = await openFresh(place)
      await filled(store)
      const changes = {
        at: '2020-01-01T00:00:00.000Z',
        actor: 'person-9',
        actor_kind: 'key',
        act: 'sign-in',
        subject: 'x',
        unit: 'dock',
        result: 'refused',
        detail: '{"role":"admin","n":3}',
        previous: 'f'.repeat(64),
        hash: 'f'.repeat(64),
      } as const
      const before = await store.db
        .selectFrom('audit_entry')
        .selectAll()
        .where('sequence', '=', 3)
        .executeTakeFirstOrThrow()
      for (const [column, value] of Object.entries(changes)) {
        await store.db
          .updateTable('audit_entry')
          .set({ [column]: value })
          .where('sequence', '=', 3)
          .execute()
        expect(await whyOf(store), column).toContain('3 changed')
        await store.db.updateTable('audit_entry').set(before).where('sequence', '=', 3).execute()
      }
      expect(await whyOf(store)).toEqual([])
    })

    it('finds what was removed, at the end too', async () => {
      const store = await openFresh(place)
      await filled(store)
      await store.db.deleteFrom('audit_entry').where('sequence', '=', 6).execute()
      expect(await whyOf(store)).toEqual(['6 head'])
      await store.db.deleteFrom('audit_entry').where('sequence', '=', 2).execute()
      expect(await whyOf(store)).toEqual(['3 missing', '6 head'])
      await store.db.deleteFrom('audit_entry').execute()
      expect(await whyOf(store)).toEqual(['6 head'])
    })

    it('finds what was inserted, and entries that changed places', async () => {
      const store = await openFresh(place)
      await filled(store)
      const rows = await store.db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
      const restore = async (changed: readonly (typeof rows)[number][]) => {
        await store.db.deleteFrom('audit_entry').execute()
        for (const row of changed) await store.db.insertInto('audit_entry').values(row).execute()
      }
      const [one, two, three, four] = rows
      if (one === undefined || two === undefined || three === undefined || four === undefined)
        throw new Error('no rows')
      await restore([...rows, { ...four, sequence: 7, previous: rows[5]?.hash ?? '' }])
      expect(await whyOf(store)).toEqual(['7 changed', '6 head'])
      await restore([one, { ...three, sequence: 2 }, { ...two, sequence: 3 }, ...rows.slice(3)])
      expect(await whyOf(store)).toEqual(['2 unlinked', '2 changed', '3 unlinked', '3 changed', '4 unlinked'])
    })

    it('finds a chain that was made anew by a head that was noted elsewhere', async () => {
      const store = await openFresh(place)
      await filled(store)
      const { head } = await verifyAudit(store)
      await recordAct(store, act(7))
      expect((await verifyAudit(store, head)).breaks).toEqual([])
      await store.db.deleteFrom('audit_entry').execute()
      await store.db.deleteFrom('audit_head').execute()
      await filled(store, 5)
      for (const n of [6, 7]) await recordAct(store, act(n, { subject: 'somebody-else' }))
      expect(await whyOf(store)).toEqual([])
      expect((await verifyAudit(store, head)).breaks).toEqual([{ sequence: 6, why: 'anchor' }])
    })

    it('is written with the act or not at all', async () => {
      const store = await openFresh(place)
      const failing = store.transaction(async (inside) => {
        await recordAct(inside, act(1))
        throw new Error('the act failed')
      })
      await expect(failing).rejects.toThrow('the act failed')
      expect(await verifyAudit(store)).toMatchObject({ entries: 0, breaks: [] })
    })

    it('has one order, however many write at once', async () => {
      const store = await openFresh(place)
      await Promise.all(Array.from({ length: 20 }, (_, n) => recordAct(store, act(n + 1))))
      expect(await verifyAudit(store)).toMatchObject({ entries: 20, breaks: [] })
    })

    it('shows each unit its own entries, in pages, lists and exports', async () => {
      const store = await openFresh(place)
      await filled(store)
      const scope = new Set(['quay'])
      const page = await loadAudit(store, { scope, before: null, limit: 2 })
      expect(page.map(({ sequence }) => sequence)).toEqual([6, 4])
      expect((await loadAudit(store, { scope, before: 4, limit: 2 })).map(({ sequence }) => sequence)).toEqual([2])
      expect(await loadAudit(store, { scope: new Set(), before: null, limit: 2 })).toEqual([])
      const [first] = page
      const ofAct = { scope, act: first?.act }
      const same = await loadAudit(store, { ...ofAct, before: null, limit: 10 })
      expect(new Set(same.map(({ act }) => act))).toEqual(new Set([first?.act]))
      expect(await countAudit(store, ofAct)).toBe(same.length)
      expect(await countAudit(store, { scope, act: 'person-erase' })).toBe(0)
      expect(await countAudit(store, { scope })).toBe(3)
      expect((await Array.fromAsync(auditJsonLines(store, scope))).length).toBe(3)
      expect((await Array.fromAsync(auditCsv(store, 'all'))).length).toBe(7)
    })

    it('exports nothing that a spreadsheet would compute', async () => {
      const store = await openFresh(place)
      for (const subject of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', 'a,"b"\r\n=1'])
        await recordAct(store, act(1, { subject }))
      const text = (await Array.fromAsync(auditCsv(store, 'all'))).join('')
      for (const cell of [`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@SUM(A1)"`, `"'\t=1"`, `"' =1"`, '"a,""b""\r\n=1"'])
        expect(text).toContain(`,${cell},`)
    })
  },
  ['C', 'icu'],
)

describeOnEveryEngine('any entry of the audit log', (place) => {
  it('is read as it was written', { timeout: 60_000 }, async () => {
    const store = await openFresh(place)
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    const detail = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text)))
    let count = 0
    await fc.assert(
      fc.asyncProperty(text, detail, async (subject, detail) => {
        const written = await recordAct(store, act(1, { subject, detail }))
        const [read] = await loadAudit(store, { scope: 'all', before: null, limit: 1 })
        expect(read).toEqual(written)
        count++
      }),
      { numRuns: 40 },
    )
    expect(await verifyAudit(store)).toMatchObject({ entries: count, breaks: [] })
  })
})
