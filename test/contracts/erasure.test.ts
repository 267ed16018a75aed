/** Recording contributions keeps groups only, and an erased person is nowhere any more: on every engine, in every byte. */

import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { runErasure } from '#app/erase-person.ts'
import { loadContributions } from '#app/load-contributions.ts'
import { silent } from '#app/progress.ts'
import { surveyContributions } from '#app/survey-contributions.ts'
import { loadEvidenceBytes, listEvidence, saveEvidence } from '#store/evidence.ts'
import { findPerson, listErasures, savePeople } from '#store/people.ts'
import { openStore, type Store, type StoreOptions } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { SampleRepository } from '#test/sample-repository.ts'
import { describeOnEveryEngine, type Place } from './stores.ts'

const now = '2026-11-22T00:00:00.000Z'
const times = { asOf: '2026-11-22', now }
const always = { asOf: '2026-11-22', knownAt: now }
const erased = ['Tamsin Quillfeather', 'tamsin@harbor.example', 'tamsin@quillfeather.example']

type Room = { readonly folder: string; readonly home: string; readonly place: StoreOptions }

async function room(place: Place): Promise<Room> {
  const folder = scratchFolder()
  const options = await place.fresh()
  const home = 'home' in options ? options.home : join(folder, 'home')
  const people = Array.from({ length: 6 }, (_, at) => `  - { id: p-${at + 1}, unit: quay }`)
  writeFiles(join(folder, 'city'), {
    'organization.yaml': `format: 1
id: harbor
name: Harbor
domains: [harbor.example]
units: [{ id: quay, name: Quay }]
people:
${people.join('\n')}
peopleFile: people.yaml
cloneFolders: [clones]
ledgerFiles: [ledger.csv]
commitFiles: [commits.csv]
laborRate: { yearlyWage: 172000, currency: EUR, loadFactor: 1, source: agreement, asOf: 2026-01-01 }
`,
    'people.yaml': `format: 1
people:
  - { id: p-1, name: Tamsin Quillfeather, addresses: [tamsin@harbor.example, tamsin@quillfeather.example] }
${[2, 3, 4, 5, 6].map((at) => `  - { id: p-${at}, name: Person Number ${at}, addresses: [p${at}@harbor.example] }`).join('\n')}
`,
    'ledger.csv': `date,kind,hours,note
2026-03-01,review,4,Tamsin Quillfeather looked at it; ask tamsin@harbor.example or pax@riverton.example
`,
    'commits.csv': `project,address,date
forge.example/gauge,tamsin@quillfeather.example,2026-02-02
forge.example/gauge,pax@riverton.example,2026-02-03
`,
  })
  mkdirSync(join(folder, 'city', 'clones'))
  const clone = new SampleRepository(join(folder, 'city', 'clones', 'tide'))
  clone.commit({ files: { a: '1\n' }, author: 'Tamsin Quillfeather <tamsin@harbor.example>' })
  clone.commit({ files: { a: '2\n' }, author: 'Tamsin Quillfeather <tamsin@unknown.example>' })
  clone.commit({ files: { b: '2\n' }, author: 'Pax <pax@riverton.example>', message: trailers })
  for (const at of [2, 3, 4, 5, 6])
    clone.commit({ files: { [`f${at}`]: 'x\n' }, author: `Person Number ${at} <p${at}@harbor.example>` })
  writeFiles(clone.path, {
    '.mailmap': `Tamsin Quillfeather <tamsin@harbor.example> <tamsin@old.example>
<tamsin@quillfeather.example> <tamsin@harbor.example>
<tamsin@harbor.example> <tamsin@quillfeather.example>
`,
  })
  return { folder, home, place: options }
}

const trailers = `Change

Co-authored-by: Tamsin Quillfeather <tamsin@quillfeather.example>
Signed-off-by: Tamsin Quillfeather <tamsin@harbor.example>`

async function using<T>({ place }: Room, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

function record({ folder, home }: Room, store: Store, isReadmitting = false) {
  const options = { home, clones: [], exports: [], isReadmitting }
  return surveyContributions(store, [join(folder, 'city')], options, times, silent)
}

/** Every file below a folder that holds one of the texts, whatever the case. */
function filesHolding(folder: string, texts: readonly string[]): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path).toString('latin1').toLowerCase()
      return texts.some((text) => content.includes(text.toLowerCase()))
    })
}

/** Every row of every table as text, and every original unpacked. */
async function everything(store: Store, without: readonly string[] = []): Promise<string> {
  const names =
    store.engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
      : sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`
  const parts: string[] = []
  for (const { name } of (await names.execute(store.db)).rows.filter((table) => !without.includes(table.name)))
    parts.push(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(store.db)).rows))
  for (const { id, tombstone } of await listEvidence(store))
    if (tombstone === null) parts.push(Buffer.from(await loadEvidenceBytes(store, id)).toString('utf8'))
  return parts.join('\n').toLowerCase()
}

describeOnEveryEngine('people who contribute', (place) => {
  it('stand by name in the key table and the cache of histories alone', { timeout: 60_000 }, async () => {
    const at = await room(place)
    await using(at, async (store) => {
      const recorded = await record(at, store)
      expect(recorded).toMatchObject({ repositories: 1, entries: 1, outwardProjects: 1, refusedPeople: [] })
      expect(await findPerson(store, 'TAMSIN@quillfeather.example')).toMatchObject({ id: 'p-1', name: erased[0] })
      const { histories, ledger, outward } = await loadContributions(store, always)
      // Person 1 wrote a commit, another under an address that only the name tells, and co-authored a third.
      expect(histories?.total).toEqual({ commits: 8, people: 6, activeDays: 6 })
      expect(histories?.byUnit).toEqual([{ unit: 'quay', commits: 8, people: 6, activeDays: 6 }])
      expect(ledger?.entries[0]).toMatchObject({ note: 'p-1 looked at it; ask p-1 or [address]' })
      expect(outward[0]?.projects).toMatchObject([{ project: 'forge.example/gauge', own: 1, listed: 2, people: null }])
      const tables = await everything(store, ['person_key', 'person_address'])
      for (const word of ['pax@riverton', '@old.example', '@unknown.example', ...erased])
        expect(tables).not.toContain(word.toLowerCase())
    })
    rmSync(at.folder, { recursive: true, force: true })
  })

  it('are erased by one command, from every byte, and not taken in again', { timeout: 60_000 }, async () => {
    const at = await room(place)
    await using(at, (store) => record(at, store))
    // A worker on another machine, with a cache of its own.
    const elsewhere = { ...at, home: join(at.folder, 'elsewhere') }
    await using(at, (store) => record(elsewhere, store))
    expect(filesHolding(elsewhere.home, erased).length).toBeGreaterThan(0)
    mkdirSync(join(at.home, 'reports'), { recursive: true })
    writeFileSync(join(at.home, 'reports', 'named.html'), `<p>${erased[0]}</p>`)
    writeFileSync(join(at.home, 'reports', 'other.html'), '<p>Nobody</p>')
    expect(filesHolding(at.home, erased).length).toBeGreaterThan(0)
    const environment: Record<string, string> = 'home' in at.place ? {} : { DATABASE_URL: at.place.databaseUrl }
    const command = (...args: readonly string[]) =>
      headwater(['admin', 'erase-person', ...args, '--home', at.home], { environment })

    const asked = command('p-1')
    expect(asked.code).toBe(2)
    expect(asked.stdout).toContain('--yes')
    expect(asked.stdout).not.toContain('Quillfeather')
    const done = command('tamsin@harbor.example', '--yes', '--json')
    expect(done.code).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject({ person: 'p-1', isDone: true, originals: [], mentions: [] })
    expect(command('p-1', '--yes').code).toBe(5)

    expect(filesHolding(at.home, erased)).toEqual([])
    expect(existsSync(join(at.home, 'reports', 'other.html'))).toBe(true)
    await using(at, async (store) => {
      const tables = await everything(store)
      for (const word of erased) expect(tables).not.toContain(word.toLowerCase())
      expect(await listErasures(store)).toEqual(['2026-11-22'])
      // The list still names the person: the person stays out, and what is read again does not bring the name back.
      expect((await record(at, store)).refusedPeople).toEqual(['p-1'])
      expect(await findPerson(store, 'p-1')).toBeUndefined()
      await record(elsewhere, store)
      expect(filesHolding(elsewhere.home, erased)).toEqual([])
      const again = await everything(store)
      for (const word of erased) expect(again).not.toContain(word.toLowerCase())
      const { histories } = await loadContributions(store, always)
      expect(histories?.total).toEqual({ commits: 5, people: 5, activeDays: 5 })
    })
    expect(filesHolding(at.home, erased)).toEqual([])
    const report = headwater(['contrib', 'report', join(at.folder, 'city'), '--home', at.home, '--json'], {
      environment,
    })
    expect(report.code).toBe(3)
    expect(report.stderr).toContain('p-1 was erased and still stands in the people file')
    for (const word of erased) expect(report.stdout).not.toContain(word)
    const collected = headwater(
      ['contrib', 'collect', join(at.folder, 'city', 'clones', 'tide'), '--names', '--home', at.home, '--json'],
      { environment },
    )
    for (const word of erased) expect(collected.stdout).not.toContain(word)
    expect(filesHolding(at.home, erased)).toEqual([])

    await using(at, async (store) => {
      expect((await record(at, store, true)).refusedPeople).toEqual([])
      expect(await findPerson(store, 'p-1')).toMatchObject({ name: erased[0] })
      expect((await loadContributions(store, always)).histories?.total.people).toBe(6)
    })
    rmSync(at.folder, { recursive: true, force: true })
  })

  it('leave traces in originals of others that are told, and deleted on request', async () => {
    const at = await room(place)
    await using(at, async (store) => {
      await record(at, store)
      const bytes = new TextEncoder().encode('{ "author": "tamsin quillfeather" }')
      const original = { kind: 'sbom' as const, name: 'bom.json', bytes, retrievedAt: now, recordedAt: now }
      await saveEvidence(store, [original])
      const options = { home: at.home, isConfirmed: true, withOriginals: false }
      const first = await runErasure(store, 'p-1', options, now)
      expect(first.originals).toMatchObject([{ name: 'bom.json', isDeleted: false }])
      await savePeople(store, [{ id: 'p-1', name: 'Tamsin Quillfeather', addresses: ['tamsin@harbor.example'] }], true)
      const second = await runErasure(store, 'p-1', { ...options, withOriginals: true }, now)
      expect(second.originals).toMatchObject([{ name: 'bom.json', isDeleted: true }])
      expect(await everything(store)).not.toContain('quillfeather')
    })
    rmSync(at.folder, { recursive: true, force: true })
  })

  it('leave the list when the file no longer names them', async () => {
    const at = await room(place)
    await using(at, async (store) => {
      await record(at, store)
      const file = join(at.folder, 'city', 'people.yaml')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*p-1,.*\n/m, ''))
      appendFileSync(file, '')
      await record(at, store)
      expect(await findPerson(store, 'p-1')).toBeUndefined()
      expect(await findPerson(store, 'p-2')).toMatchObject({ addresses: ['p2@harbor.example'] })
    })
    rmSync(at.folder, { recursive: true, force: true })
  })
})
