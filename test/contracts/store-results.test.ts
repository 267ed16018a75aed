import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Assessment } from '#domain/assessment/assessment.ts'
import { assumed, lift, type NamedFigure, observed, unknown } from '#domain/figure.ts'
import {
  type AdvisoryRecord,
  advisorySetVersion,
  listAdvisorySets,
  loadAdvisories,
  saveAdvisories,
} from '#store/advisories.ts'
import {
  findFigures,
  listAssessments,
  listFigures,
  loadFigure,
  loadLatestAssessment,
  pruneAssessments,
  saveAssessment,
  finishAssessment,
  loadAssessment,
  writeAssessment,
} from '#store/assessments.ts'
import { tombstoneEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, open, openFresh } from './stores.ts'

const january = '2026-01-15T00:00:00.000Z'
const june = '2026-06-15T00:00:00.000Z'
const november = '2026-11-22T00:00:00.000Z'

describeOnEveryEngine('advisories', (place) => {
  it('are appended when they change, and the older ones kept for earlier times', async () => {
    const store = await openFresh(place)
    const import1 = [advisory('HW-1', '2026-01-01T00:00:00Z', 'one'), advisory('HW-2', '2026-01-02T00:00:00Z', 'two')]
    expect(await saveAdvisories(store, 'npm', import1, { recordedAt: january })).toEqual({
      added: 2,
      unchanged: 0,
      updated: 0,
    })
    const import2 = [
      advisory('HW-2', '2026-05-01T00:00:00Z', 'two, corrected'),
      advisory('HW-3', '2026-05-02T00:00:00Z', 'three'),
      import1[0] as AdvisoryRecord,
    ]
    expect(await saveAdvisories(store, 'npm', import2, { recordedAt: june })).toEqual({
      added: 1,
      unchanged: 1,
      updated: 1,
    })
    expect(await contents(store, 'npm', january)).toEqual({ 'HW-1': 'one', 'HW-2': 'two' })
    expect(await contents(store, 'npm', november)).toEqual({ 'HW-1': 'one', 'HW-2': 'two, corrected', 'HW-3': 'three' })
    expect(await contents(store, 'npm', '2026-01-01T00:00:00.000Z')).toEqual({})
    expect(await contents(store, 'PyPI', november)).toEqual({})
  })

  it('are not replaced by an older version', async () => {
    const store = await openFresh(place)
    await saveAdvisories(store, 'npm', [advisory('HW-1', '2026-05-01T00:00:00.5Z', 'new')], { recordedAt: january })
    const older = advisory('HW-1', '2026-05-01T00:00:00Z', 'old')
    expect(await saveAdvisories(store, 'npm', [older], { recordedAt: june })).toEqual({
      added: 0,
      unchanged: 1,
      updated: 0,
    })
    expect(await contents(store, 'npm', november)).toEqual({ 'HW-1': 'new' })
    const undated = advisory('HW-1', null, 'undated')
    expect(await saveAdvisories(store, 'npm', [undated], { recordedAt: june })).toEqual({
      added: 0,
      unchanged: 0,
      updated: 1,
    })
  })

  it('make a set per ecosystem, as known at a time', async () => {
    const store = await openFresh(place)
    await saveAdvisories(store, 'npm', [advisory('HW-1', '2026-01-01T00:00:00Z', 'one')], { recordedAt: january })
    await saveAdvisories(store, 'PyPI', [advisory('HW-9', null, 'nine')], { recordedAt: january })
    await saveAdvisories(store, 'npm', [advisory('HW-2', '2025-12-31T12:00:00.25Z', 'two')], { recordedAt: june })
    await saveAdvisories(store, 'npm', [advisory('HW-2', '2025-12-31T12:00:00.25Z', 'two')], { recordedAt: november })
    const pypi = { ecosystem: 'PyPI', advisories: 1, newest: null, importedAt: january }
    const npm = { ecosystem: 'npm', newest: '2026-01-01T00:00:00.000Z' }
    expect(await listAdvisorySets(store, { knownAt: '2026-01-14T00:00:00.000Z' })).toEqual([])
    expect(await listAdvisorySets(store, { knownAt: january })).toEqual([
      pypi,
      { ...npm, advisories: 1, importedAt: january },
    ])
    expect(await listAdvisorySets(store, { knownAt: november })).toEqual([
      pypi,
      { ...npm, advisories: 2, importedAt: november },
    ])
  })

  it('name the state of their set: another name when something changed, the same when not', async () => {
    const store = await openFresh(place)
    const version = (knownAt?: string) =>
      advisorySetVersion(store, 'npm', knownAt === undefined ? undefined : { knownAt })
    const none = await version()
    await saveAdvisories(store, 'npm', [advisory('HW-1', '2026-01-01T00:00:00Z', 'one')], { recordedAt: january })
    const first = await version()
    await saveAdvisories(store, 'npm', [advisory('HW-1', '2026-01-01T00:00:00Z', 'one')], { recordedAt: june })
    expect(await version()).toBe(first)
    await saveAdvisories(store, 'npm', [advisory('HW-1', '2026-02-01T00:00:00Z', 'one, corrected')], {
      recordedAt: november,
    })
    const second = await version()
    expect(new Set([none, first, second]).size).toBe(3)
    expect(await version(june)).toBe(first)
    expect(second).toMatch(/^[0-9a-f]+$/)

    const elsewhere = await openFresh(place)
    await saveAdvisories(elsewhere, 'npm', [advisory('HW-1', '2026-01-01T00:00:00Z', 'another')], {
      recordedAt: january,
    })
    expect(await advisorySetVersion(elsewhere, 'npm')).not.toBe(first)
  })

  it('may stand in several ecosystems with one original', async () => {
    const store = await openFresh(place)
    const shared = advisory('HW-1', null, 'shared')
    await saveAdvisories(store, 'npm', [shared], { recordedAt: january })
    await saveAdvisories(store, 'PyPI', [shared], { recordedAt: january })
    expect(await contents(store, 'PyPI', january)).toEqual({ 'HW-1': 'shared' })
    expect((await store.db.selectFrom('evidence').select('id').execute()).length).toBe(1)
  })

  it('are left out when their original was deleted, and refused when it was altered', async () => {
    const store = await openFresh(place)
    await saveAdvisories(store, 'npm', [advisory('HW-1', null, 'one'), advisory('HW-2', null, 'two')], {
      recordedAt: january,
    })
    const [first, second] = await store.db.selectFrom('evidence').select(['id', 'key']).orderBy('name').execute()
    await tombstoneEvidence(store, first?.id ?? '', 'withdrawn by its source', june)
    expect(await contents(store, 'npm', november)).toEqual({ 'HW-2': 'two' })
    await store.db
      .updateTable('evidence_chunk')
      .set({ bytes: new Uint8Array(20) })
      .where('evidence', '=', second?.key ?? 0)
      .execute()
    await expect(contents(store, 'npm', november)).rejects.toMatchObject({
      problem: { code: 'evidence-altered', evidence: second?.id },
    })
  })

  it('come by the thousand, by id', async () => {
    const store = await openFresh(place)
    const records = Array.from({ length: 3_000 }, (_, index) =>
      advisory(`HW-${String(index).padStart(5, '0')}`, null, `text ${index}`),
    )
    await saveAdvisories(store, 'Maven', records.toReversed(), { recordedAt: january })
    expect(await contents(store, 'Maven', january)).toEqual(
      Object.fromEntries(records.map(({ id, bytes }) => [id, text(bytes)])),
    )
    expect(Object.keys(await contents(store, 'Maven', january))).toEqual(records.map(({ id }) => id))
  })

  it('are imported by two at once without counting any twice', async () => {
    const options = await place.fresh()
    const stores = [await open(options), await open(options)]
    const records = Array.from({ length: 200 }, (_, index) => advisory(`HW-${index}`, null, `text ${index}`))
    const changes = await Promise.all(
      stores.map((store, index) =>
        saveAdvisories(store, 'Go', index === 0 ? records : records.toReversed(), { recordedAt: january }),
      ),
    )
    expect(changes.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 200])
    expect(await listAdvisorySets(stores[0] as Store, { knownAt: january })).toMatchObject([
      { ecosystem: 'Go', advisories: 200 },
    ])
  })
})

describeOnEveryEngine('assessments', (place) => {
  const figures: NamedFigure[] = [
    { id: 'inventory/parts', figure: observed(12, 'a'.repeat(64), '/packages') },
    { id: 'value/rate', figure: assumed({ low: 1, central: 2.5, high: 1e12 }, 'A3-labor-rate') },
    { id: 'value/total', figure: lift([1, 'Ω', null], { id: 'sum', version: 2 }, ['value/rate']) },
    { id: 'value/total/unit:port\0', figure: unknown('not-collected') },
    { id: 'Value/upper-case', figure: unknown('failed') },
    { id: `value/package/pkg:npm/${'long'.repeat(2_000)}`, figure: unknown('failed') },
    { id: `value/package/pkg:npm/${'long'.repeat(2_000)}er`, figure: unknown('withheld') },
  ]

  it('are given back with their figures', async () => {
    const store = await openFresh(place)
    expect(await loadLatestAssessment(store)).toBeUndefined()
    expect(await loadFigure(store, 'value/total')).toBeUndefined()
    expect(await listFigures(store, 'value/')).toEqual([])
    const times = { asOf: '2026-06-15', knownAt: june, recordedAt: june }
    const assessment = {
      asOf: times.asOf,
      knownAt: june,
      gaps: [{ area: 'licenses', why: 'not-built', count: null, remedy: 'a\0b' }],
    } as unknown as Assessment
    const id = await saveAssessment(store, { ...times, assessment, figures })
    expect(await loadLatestAssessment(store)).toEqual({ id, ...times, assessment })
    for (const named of figures) expect(await loadFigure(store, named.id)).toEqual(named)
    expect(await loadFigure(store, 'value/none')).toBeUndefined()
  })

  it('are seen when all of them is there, and what a process left behind is cleared away', async () => {
    const store = await openFresh(place)
    const kept = await saveAssessment(store, assessed(january, figures))
    const half = await writeAssessment(store, assessed(june, figures))
    expect((await listAssessments(store)).map(({ id }) => id)).toEqual([kept])
    expect((await loadLatestAssessment(store))?.id).toBe(kept)
    expect(await loadAssessment(store, half)).toBeUndefined()
    expect(await loadFigure(store, 'value/total', half)).toBeUndefined()
    const told = async () =>
      (await sql<{ id: string }>`select assessment_id as id from view_figures`.execute(store.db)).rows
    expect(new Set((await told()).map(({ id }) => id))).toEqual(new Set([kept]))
    await finishAssessment(store, half)
    expect((await loadLatestAssessment(store))?.id).toBe(half)
    expect((await listFigures(store, '', half)).length).toBe(figures.length)

    await writeAssessment(store, assessed(june, figures))
    await saveAssessment(store, assessed(november, figures))
    const rows = await store.db.selectFrom('assessment').select('recorded_at').orderBy('recorded_at').execute()
    expect(rows.map(({ recorded_at }) => recorded_at)).toEqual([january, june, november])
  })

  it('list figures by prefix, in the order of their ids', async () => {
    const store = await openFresh(place)
    await saveAssessment(store, assessed(june, figures))
    const ids = async (prefix: string) => (await listFigures(store, prefix)).map(({ id }) => id)
    expect(await ids('value/total')).toEqual(['value/total', 'value/total/unit:port\0'])
    expect(await ids('value/%')).toEqual([])
    expect(await ids('Value')).toEqual(['Value/upper-case'])
    expect((await ids('value/package/pkg:npm/long')).length).toBe(2)
    expect((await ids('')).length).toBe(figures.length)
  })

  it('are found by many ids and prefixes at once', async () => {
    const store = await openFresh(place)
    await saveAssessment(store, assessed(june, figures))
    const found = async (ids: readonly string[], prefixes: readonly string[]) =>
      (await findFigures(store, { ids, prefixes })).map(({ id }) => id).toSorted()
    expect(await found([], [])).toEqual([])
    const total = ['value/total', 'value/total/unit:port\0']
    expect(await found(['value/none', 'value/total'], ['value/none', 'value/total/', 'Value'])).toEqual([
      'Value/upper-case',
      ...total,
    ])
    const many = Array.from({ length: 1_200 }, (_, index) => `none/${index}`)
    expect(await found([...many, 'value/total'], [...many, 'value/total/unit:'])).toEqual(total)
  })

  it('answer from the latest, or from the one that is named', async () => {
    const store = await openFresh(place)
    const valued = (value: number): NamedFigure[] => [{ id: 'value/total', figure: assumed(value, 'A1') }]
    const first = await saveAssessment(store, { ...assessed(january, valued(1)), id: 'first' })
    const third = await saveAssessment(store, assessed(november, valued(3)))
    const second = await saveAssessment(store, assessed(june, valued(2)))
    expect((await listAssessments(store)).map(({ id }) => id)).toEqual([third, second, first])
    expect(first).toBe('first')
    expect(await loadFigure(store, 'value/total')).toEqual(valued(3)[0])
    expect(await loadFigure(store, 'value/total', second)).toEqual(valued(2)[0])
    expect(await listFigures(store, 'value/', first)).toEqual(valued(1))
    expect(await loadFigure(store, 'value/total', 'nowhere')).toBeUndefined()
  })

  it('keep the newest of the last day, one of each day before, and one of each month before that', async () => {
    const store = await openFresh(place)
    const save = (asOf: string, recordedAt: string) =>
      saveAssessment(store, { ...assessed(recordedAt, figures), asOf, recordedAt })
    for (const [asOf, recordedAt] of [
      // Months ago, about days of three months.
      ['2026-03-10', '2026-03-10T08:00:00.000Z'],
      ['2026-05-01', '2026-05-01T08:00:00.000Z'],
      ['2026-05-30', '2026-05-30T08:00:00.000Z'],
      ['2026-05-30', '2026-05-30T09:00:00.000Z'],
      // Within the month.
      ['2026-06-10', '2026-06-10T08:00:00.000Z'],
      ['2026-06-11', '2026-06-11T08:00:00.000Z'],
      ['2026-06-11', '2026-06-11T09:00:00.000Z'],
      // Within the day, also about one that is long ago.
      ['2026-07-05', '2026-07-05T08:00:00.000Z'],
      ['2026-07-05', '2026-07-05T09:00:00.000Z'],
      ['2026-03-11', '2026-07-05T10:00:00.000Z'],
      ['2026-07-05', '2026-07-05T11:00:00.000Z'],
    ] as const)
      await save(asOf, recordedAt)
    expect(await pruneAssessments(store, { keepPerDay: 2, keepDays: 31 })).toBe(5)
    expect(await pruneAssessments(store, { keepPerDay: 2, keepDays: 31 })).toBe(0)
    const kept = (await listAssessments(store)).map(({ asOf, recordedAt }) => `${asOf} ${recordedAt.slice(5, 13)}`)
    expect(kept).toEqual([
      '2026-07-05 07-05T11',
      '2026-03-11 07-05T10',
      '2026-07-05 07-05T09',
      '2026-06-11 06-11T09',
      '2026-06-10 06-10T08',
      '2026-05-30 05-30T09',
    ])
    expect((await store.db.selectFrom('figure').select('id_key').execute()).length).toBe(6 * figures.length)
  })

  it('hold fifty thousand figures', async () => {
    const store = await openFresh(place)
    const many = Array.from({ length: 50_000 }, (_, index): NamedFigure => ({
      id: `value/package/${index}`,
      figure: assumed(index, 'A1'),
    }))
    await saveAssessment(store, assessed(june, many))
    expect(await loadFigure(store, 'value/package/49999')).toEqual(many[49_999])
    expect((await listFigures(store, 'value/package/')).length).toBe(50_000)
  })
})

function assessed(recordedAt: string, figures: readonly NamedFigure[]) {
  const asOf = recordedAt.slice(0, 10)
  return { asOf, knownAt: recordedAt, recordedAt, assessment: { asOf, gaps: [] } as unknown as Assessment, figures }
}

function advisory(id: string, modified: string | null, content: string): AdvisoryRecord {
  return { id, modified, withdrawn: null, bytes: new TextEncoder().encode(content) }
}

async function contents(store: Store, ecosystem: string, knownAt: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { id, bytes } of loadAdvisories(store, ecosystem, { knownAt })) found[id] = text(bytes)
  return found
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
