/** Edits of motivators in the portal: kept, joined over the files, refused beyond the unit, taken back, erased. */

import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addSaid, changeMotivator, takeBack, type Editor, type SaidInPortal } from '#app/change-motivators.ts'
import { runErasure } from '#app/erase-person.ts'
import { exportEdits } from '#app/motivator-form.ts'
import { loadHeard, readFiles } from '#app/record-motivators.ts'
import type { Scope } from '#domain/access.ts'
import type { Organization } from '#domain/organization.ts'
import { nothingHeard, type Heard, type HeardConversation, type Motivator } from '#domain/motivators.ts'
import { loadAudit } from '#store/audit.ts'
import { listEvidence, loadEvidenceBytes, saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { loadOrganization, saveOrganization } from '#store/organization.ts'
import { savePeople } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import { sampleUnits } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const now = '2026-11-22T00:00:00.000Z'
const times = { asOf: '2026-11-22', knownAt: now }

const editorOf = (scope: Scope): Editor => ({ actor: { kind: 'person', id: 'person-editor' }, scope })
const everywhere = editorOf('all')
const ofQuay = editorOf(new Set(['quay']))

function conversation(unit: string): HeardConversation {
  const whom = { person: null, role: 'engineer' }
  return { id: `talk-${unit}`, on: '2026-01-01', with: whom, unit, audience: 'engineers', ...unsaid }
}
const unsaid = { interviewer: 'p-1', stance: null, note: null }

function motivator(id: string, areas: readonly string[]): Motivator {
  return {
    id,
    statement: `Wish of ${id}`,
    kind: 'technology',
    catalog: null,
    conversations: areas.map((unit) => `talk-${unit}`),
    heard: areas.map((unit) => ({ unit, audience: 'engineers', people: 1 })),
    others: 0,
    areas,
    activities: [],
    benefits: [],
    strength: 3,
    obstacle: null,
    wish: null,
    followUp: null,
    declined: null,
    from: 1,
    to: 3,
  }
}

const said: SaidInPortal = {
  statement: 'Stop waiting for approvals',
  catalog: null,
  kind: 'cost',
  from: 1,
  to: 2,
  areas: [],
  strength: 4,
  obstacle: 'Tamsin Quillfeather has to sign',
  wish: null,
  conversations: ['talk-quay'],
  talk: null,
}

const talk = {
  on: '2026-11-20',
  with: { person: null, role: 'crane operator' },
  unit: 'quay',
  audience: 'engineers',
  consent: 'quote',
  confidentiality: 'organization',
  note: 'Said over coffee',
} as const

async function prepared(place: Place): Promise<Store> {
  const store = await openFresh(place)
  await sampleUnits(store)
  await keepExtract(store, {
    ...nothingHeard,
    conversations: [conversation('quay'), conversation('dock')],
    motivators: [
      motivator('quay-wish', ['quay']),
      motivator('both', ['quay', 'dock']),
      motivator('dock-wish', ['dock']),
    ],
  })
  return store
}

async function keepExtract(store: Store, heard: Heard): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(heard))
  const [extract] = await saveEvidence(store, [
    { kind: 'answer', name: 'extract of what was heard.json', bytes, retrievedAt: now, recordedAt: now },
  ])
  const place = { kind: 'motivators', subject: 'organization', source: 'office', at: '' } as const
  const fact = { ...place, evidence: extract?.id ?? '', observedOn: '2026-11-01', facts: {} }
  await saveFacts(store, [fact], { recordedAt: now })
}

const found = async (store: Store, id: string) =>
  (await loadHeard(store, times)).motivators.find((one) => one.id === id)

/** Every original that can still be read, and every fact and act. */
async function everything(store: Store): Promise<string> {
  const parts: string[] = []
  for (const table of ['fact', 'audit_entry'])
    parts.push(JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(store.db)).rows))
  for (const { id, tombstone } of await listEvidence(store))
    if (tombstone === null) parts.push(new TextDecoder().decode(await loadEvidenceBytes(store, id)))
  return parts.join('\n')
}

describeOnEveryEngine('edits of motivators', (place) => {
  it('win over the files, show as edits, and are taken back one by one, with their bytes', async () => {
    const store = await prepared(place)
    const move = { kind: 'span', motivator: 'quay-wish', from: 2, to: 4 } as const
    const first = await changeMotivator(store, everywhere, move, now)
    const second = await changeMotivator(store, everywhere, { ...move, from: 0, to: 0 }, now)
    const declined = { kind: 'declined', motivator: 'quay-wish', reason: 'Too dear for us' } as const
    const third = await changeMotivator(store, everywhere, declined, now)
    expect(await found(store, 'quay-wish')).toMatchObject({ from: 0, to: 0, declined: 'Too dear for us' })
    expect((await loadHeard(store, times)).edits?.changes).toHaveLength(3)
    for (const { edits } of [third, second]) for (const edit of edits) await takeBack(store, everywhere, edit, now)
    expect(await found(store, 'quay-wish')).toMatchObject({ from: 2, to: 4, declined: null })
    expect(await everything(store)).not.toContain('Too dear for us')
    for (const edit of first.edits) await takeBack(store, everywhere, edit, now)
    expect(await found(store, 'quay-wish')).toMatchObject({ from: 1, to: 3 })
    const acts = await loadAudit(store, { scope: 'all', before: null, limit: 50 })
    expect(acts.map(({ act }) => act).toReversed()).toEqual([
      'motivator-edit',
      'motivator-edit',
      'motivator-edit',
      'motivator-edit-undo',
      'motivator-edit-undo',
      'motivator-edit-undo',
    ])
    expect(acts.at(-1)).toMatchObject({ actor: 'person-editor', subject: 'quay-wish', unit: 'quay', result: 'done' })
  })

  it('are all kept when several are made at once', async () => {
    const store = await prepared(place)
    const moves = ([2, 3, 4] as const).map((to) => ({ kind: 'span', motivator: 'both', from: 1, to }) as const)
    await Promise.all(moves.map((move) => changeMotivator(store, everywhere, move, now)))
    expect((await loadHeard(store, times)).edits?.changes).toHaveLength(3)
  })

  it('are refused where a motivator also matters beyond the unit, and what is out of sight is not told of', async () => {
    const store = await prepared(place)
    const span = { kind: 'span', from: 0, to: 1 } as const
    const edit = (motivatorId: string) => changeMotivator(store, ofQuay, { ...span, motivator: motivatorId }, now)
    await edit('quay-wish')
    await expect(edit('both')).rejects.toMatchObject({ problem: { code: 'beyond-rights' } })
    await expect(edit('dock-wish')).rejects.toMatchObject({ problem: { code: 'motivator-unknown' } })
    const add = (body: Partial<SaidInPortal>) => addSaid(store, ofQuay, { ...said, ...body }, now)
    await expect(add({ areas: ['dock'] })).rejects.toMatchObject({ problem: { code: 'beyond-rights' } })
    await expect(add({ conversations: ['talk-dock'] })).rejects.toMatchObject({
      problem: { code: 'motivator-unknown' },
    })
    await expect(add({ conversations: [], talk: { ...talk, unit: 'dock' } })).rejects.toMatchObject({
      problem: { code: 'beyond-rights' },
    })
    const beyond = await changeMotivator(store, everywhere, { ...span, motivator: 'dock-wish' }, now)
    await expect(takeBack(store, ofQuay, beyond.edits[0] ?? '', now)).rejects.toMatchObject({
      problem: { code: 'beyond-rights' },
    })
    expect(await found(store, 'both')).toMatchObject({ from: 1, to: 3 })
    expect(await exportEdits(store, new Set(['quay']), now)).not.toContain('dock-wish')
    const acts = await loadAudit(store, { scope: 'all', before: null, limit: 50 })
    expect(acts.filter(({ result }) => result === 'refused')).toHaveLength(4)
  })

  it('add what somebody said, and nothing that nobody said', async () => {
    const store = await prepared(place)
    await expect(addSaid(store, everywhere, { ...said, conversations: [] }, now)).rejects.toMatchObject({
      problem: { code: 'motivator-refused', why: 'nobody-said' },
    })
    const added = await addSaid(store, ofQuay, { ...said, conversations: [], talk }, now)
    const entry = await found(store, added.motivator ?? '')
    expect(entry).toMatchObject({
      statement: said.statement,
      areas: ['quay'],
      heard: [{ unit: 'quay', audience: 'engineers', people: 1 }],
    })
    const yaml = await exportEdits(store, 'all', now)
    expect(yaml).toContain('Said over coffee')
    const file = {
      name: 'motivators.yaml',
      bytes: new TextEncoder().encode(yaml.replaceAll(/^ {4}conversations:\n.*\n/gm, '')),
    }
    const organization = { units: [{ id: 'quay', name: 'Quay', parent: null }], people: [] } as never
    const read = readFiles({ conversations: [], motivators: [file], benefits: [] }, organization)
    // Without its conversation the file refuses it, and for nothing else.
    expect(read).toMatchObject({ ok: false, problem: { what: expect.stringContaining('what nobody said') } })
    // With the conversation goes what was said in it.
    await takeBack(store, ofQuay, added.edits.at(-1) ?? '', now)
    expect(await found(store, added.motivator ?? '')).toBeUndefined()
    expect(await everything(store)).not.toContain('Said over coffee')
  })

  it('keep what was agreed, with who follows it up until when, list it until it is done, and export it', async () => {
    const store = await prepared(place)
    const day = { asOf: '2026-11-22', knownAt: now }
    const organization = (await loadOrganization(store, day)) as Organization
    const person = { id: 'p-7', unit: 'quay', roles: [], from: null, to: null, namesAllowed: false }
    const people = [person, { ...person, id: 'p-8', unit: 'dock' }, { ...person, id: 'p-9', to: '2026-01-01' }]
    await saveOrganization(store, { ...organization, people }, { validFrom: day.asOf, recordedAt: now, evidence: null })
    const agreed = { what: 'Try one week without sign-offs', by: 'p-7', until: '2026-12-18', isDone: false }
    for (const by of ['p-8', 'p-9', 'nobody'])
      await expect(addSaid(store, ofQuay, { ...said, followUp: { ...agreed, by } }, now)).rejects.toMatchObject({
        problem: { code: 'person-unknown', asked: by },
      })
    const added = await addSaid(store, ofQuay, { ...said, followUp: agreed }, now)
    expect(await found(store, added.motivator ?? '')).toMatchObject({ followUp: { ...agreed, after: [] } })
    const other = { by: 'p-7', until: '2026-11-20', isDone: false }
    const note = (motivator: string, followUp: typeof other | typeof agreed | null, editor = ofQuay) =>
      changeMotivator(store, editor, { kind: 'follow-up', motivator, followUp }, now)
    await note('quay-wish', other)
    await expect(note('dock-wish', other)).rejects.toMatchObject({ problem: { code: 'motivator-unknown' } })
    await expect(note('both', other)).rejects.toMatchObject({ problem: { code: 'beyond-rights' } })
    const yaml = await exportEdits(store, new Set(['quay']), now)
    expect(yaml).toMatch(/followUp:\n +what: Try one week without sign-offs\n +by: p-7\n +until: 2026-12-18/)
    expect(yaml).toMatch(/# - id: quay-wish[\s\S]*# +followUp:\n# +by: p-7\n# +until: 2026-11-20/)
    const done = await note('quay-wish', { ...other, isDone: true })
    expect(await found(store, 'quay-wish')).toMatchObject({ followUp: { isDone: true, after: [] } })
    await takeBack(store, ofQuay, done.edits[0] ?? '', now)
    expect(await found(store, 'quay-wish')).toMatchObject({ followUp: { isDone: false } })
    await note('quay-wish', null)
    expect(await found(store, 'quay-wish')).toMatchObject({ followUp: null })
    for (const edit of added.edits) await takeBack(store, ofQuay, edit, now)
    expect(await everything(store)).not.toContain('Try one week')
  })

  it.each([
    ['aggregate', 'organization'],
    ['none', 'organization'],
    ['quote', 'team'],
    ['quote', 'private'],
  ] as const)('keep of a talk with consent %s for %s only that it took place', async (consent, confidentiality) => {
    const store = await prepared(place)
    const closed = { ...talk, audience: 'managers', consent, confidentiality } as const
    const kept = await addSaid(store, ofQuay, { ...said, conversations: [], talk: closed }, now)
    expect(kept.motivator).toBeNull()
    const heard = await loadHeard(store, times)
    expect(heard.groups).toEqual([{ unit: 'quay', audience: 'managers', people: null }])
    expect(heard.motivators).toHaveLength(3)
    const all = await everything(store)
    for (const text of [said.statement, said.obstacle, talk.note, talk.with.role, talk.on])
      expect(all).not.toContain(text)
  })

  it('are left out when the conversation they rest on may no longer be quoted', async () => {
    const store = await prepared(place)
    const { motivator: id } = await addSaid(store, ofQuay, said, now)
    expect(await found(store, id ?? '')).toBeDefined()
    await keepExtract(store, { ...nothingHeard, conversations: [conversation('dock')] })
    expect(await found(store, id ?? '')).toBeUndefined()
    expect((await loadHeard(store, times)).isWithholding).toBe(true)
  })

  it('lose what an erased person said, and their name in what others said', async () => {
    const store = await prepared(place)
    const addresses = ['tamsin@harbor.example']
    await savePeople(store, [{ id: 'p-9', name: 'Tamsin Quillfeather', addresses }])
    const own = { ...talk, with: { person: 'p-9', role: null }, note: 'In my own words' } as const
    const gone = await addSaid(store, everywhere, { ...said, statement: 'Mine', conversations: [], talk: own }, now)
    const stays = await addSaid(store, everywhere, said, now)
    const options = { home: join(scratchFolder(), 'home'), isConfirmed: true, withOriginals: false }
    const erasure = await runErasure(store, 'p-9', options, now)
    expect(erasure).toMatchObject({ isDone: true, originals: [], mentions: [] })
    expect(await found(store, gone.motivator ?? '')).toBeUndefined()
    expect(await found(store, stays.motivator ?? '')).toMatchObject({ obstacle: 'p-9 has to sign' })
    const all = await everything(store)
    for (const text of ['Quillfeather', 'In my own words', '"Mine"']) expect(all).not.toContain(text)
  })
})
