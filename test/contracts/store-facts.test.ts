import { expect, it } from 'vitest'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const january = '2026-01-15T00:00:00.000Z'
const june = '2026-06-15T00:00:00.000Z'

describeOnEveryEngine('facts', (place) => {
  it('are the last of each subject and source, for a day and as known at a time', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'an answer')
    const fact = (subject: string, observedOn: string, count: number, source = 'registry'): Fact => ({
      kind: 'package',
      subject,
      source,
      evidence,
      at: '/0',
      observedOn,
      facts: { count },
    })
    const old = fact('pkg:npm/a', '2026-01-10', 1)
    const grown = fact('pkg:npm/a', '2026-06-10', 2)
    const table = fact('pkg:npm/a', '2026-01-10', 3, 'table')
    const other = fact('pkg:npm/b', '2026-01-10', 4)
    await saveFacts(store, [old, table, other], { recordedAt: january })
    await saveFacts(store, [grown, table, other, other], { recordedAt: june })
    expect(await store.db.selectFrom('fact').select('id').execute()).toHaveLength(4)
    const load = (asOf: string, knownAt: string) => loadFacts(store, 'package', { asOf, knownAt })
    expect(await load('2026-12-31', june)).toEqual([grown, table, other])
    expect(await load('2026-12-31', january)).toEqual([old, table, other])
    expect(await load('2026-05-31', june)).toEqual([old, table, other])
    expect(await load('2025-12-31', june)).toEqual([])
    expect(await loadFacts(store, 'project', { asOf: '2026-12-31', knownAt: june })).toEqual([])
  })

  it('are refused without the original they stand in', async () => {
    const store = await openFresh(place)
    const orphan: Fact = {
      kind: 'project',
      subject: 'forge.example/a',
      source: 'clone',
      evidence: 'f'.repeat(64),
      at: '',
      observedOn: '2026-01-10',
      facts: {},
    }
    await expect(saveFacts(store, [orphan], { recordedAt: january })).rejects.toMatchObject({
      problem: { code: 'evidence-missing' },
    })
    expect(await store.db.selectFrom('fact').select('id').execute()).toEqual([])
  })
})

async function keep(store: Store, content: string): Promise<string> {
  const bytes = new TextEncoder().encode(content)
  const [evidence] = await saveEvidence(store, [
    { kind: 'registry-answer', name: content, bytes, retrievedAt: january, recordedAt: january },
  ])
  return evidence?.id ?? ''
}
