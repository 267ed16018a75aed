/** Copies of a store: moved to the other engine and back, backed up and restored, damaged and refused. */

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runBackup } from '#app/admin/backup.ts'
import { runDoctor } from '#app/admin/doctor.ts'
import { runMove } from '#app/admin/move.ts'
import { runRestore } from '#app/admin/restore.ts'
import { saveEvidence } from '#store/evidence.ts'
import { knownSteps } from '#store/migrate.ts'
import { sumsOf } from '#store/read-rows.ts'
import { databasePath } from '#store/sqlite-file.ts'
import type { Store, StoreOptions } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { isPostgresAtHand, startPostgres } from '#test/postgres.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, open, type Place } from './stores.ts'

const now = '2026-11-22T00:00:00.000Z'
const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')

/** Odd text on purpose: what one engine cannot keep as it is must arrive all the same. */
async function fill(store: Store): Promise<void> {
  const big = new Uint8Array(3_000_000).map((_, index) => (index * 7_919) % 251)
  await saveEvidence(
    store,
    [Buffer.from('plain'), Buffer.from([0, 255, 92, 10]), big].map((bytes, index) => ({
      kind: 'sbom',
      name: `tab\t, line\nbreak, back\\slash, \\N, null\0, half \ud800 pair, ${index}`,
      bytes,
      retrievedAt: now,
      recordedAt: now,
    })),
  )
  await store.db
    .insertInto('person_key')
    .values([
      { person: 'person-1', lookup: 'a', name: 'Ä', email: null },
      { person: 'person-2', lookup: 'Z', name: 'z', email: 'z@harbor.example' },
    ])
    .execute()
}

async function filled(place: Place): Promise<{ readonly options: StoreOptions; readonly store: Store }> {
  const options = await place.fresh()
  const store = await open(options)
  await fill(store)
  return { options, store }
}

function scratch(): string {
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const problem = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })

describeOnEveryEngine('a copy of a store', (place, engine) => {
  for (const isPortable of [false, true]) {
    it(`is written ${isPortable ? 'as rows' : 'in the own form of the engine'} and brought back`, async () => {
      const { options, store } = await filled(place)
      const path = join(scratch(), 'backup', 'monday')
      const backup = await runBackup(store, options, { path, isPortable }, now)
      expect(backup.manifest.form).toBe(isPortable ? 'rows' : engine === 'sqlite' ? 'sqlite' : 'pg-dump')
      expect(backup.manifest.tables).toEqual(await sumsOf(store))
      const { size, mode } = statSync(path)
      expect([size, mode & 0o777]).toEqual([backup.manifest.sizeBytes, 0o600])

      const target = await place.fresh()
      const restored = await runRestore(target, { path, isForced: false })
      expect(restored.tables).toEqual(backup.manifest.tables)
      const again = await open(target)
      expect(await sumsOf(again)).toEqual(await sumsOf(store))
      // Numbering goes on where it was: the next original is a new one.
      const before = await again.db.selectFrom('evidence').select('key').execute()
      await saveEvidence(again, [
        { kind: 'sbom', name: 'next', bytes: Buffer.from('next'), retrievedAt: now, recordedAt: now },
      ])
      expect(await again.db.selectFrom('evidence').select('key').execute()).toHaveLength(before.length + 1)
    })
  }

  it('is not put over what is there, unless that is wanted', async () => {
    const { options, store } = await filled(place)
    const path = join(scratch(), 'backup')
    await runBackup(store, options, { path, isPortable: false }, now)
    const other = await filled(place)
    await saveEvidence(other.store, [
      { kind: 'sbom', name: 'other', bytes: Buffer.from('other'), retrievedAt: now, recordedAt: now },
    ])
    const before = await sumsOf(other.store)
    await other.store.close()
    await expect(runRestore(other.options, { path, isForced: false })).rejects.toEqual(problem('store-not-empty'))
    expect(await sumsOf(await open(other.options))).toEqual(before)
    const restored = await runRestore(other.options, { path, isForced: true })
    expect(restored.tables).toEqual(await sumsOf(store))
    if (engine === 'sqlite') expect(existsSync(restored.before ?? '')).toBe(true)
  })

  it('is refused when it is damaged, cut short, newer, or no backup', async () => {
    const { options, store } = await filled(place)
    for (const isPortable of [false, true]) {
      const path = join(scratch(), 'backup')
      const { manifestPath } = await runBackup(store, options, { path, isPortable }, now)
      const bytes = readFileSync(path)
      const manifest = readFileSync(manifestPath, 'utf8')
      const target = await place.fresh()
      const restore = () => runRestore(target, { path, isForced: false })

      writeFileSync(
        path,
        bytes.with(Math.trunc(bytes.length / 2), ((bytes[Math.trunc(bytes.length / 2)] ?? 0) + 1) % 256),
      )
      await expect(restore()).rejects.toEqual(problem('backup-damaged'))
      writeFileSync(path, bytes.subarray(0, bytes.length - 100))
      await expect(restore()).rejects.toEqual(problem('backup-damaged'))
      writeFileSync(path, bytes)
      writeFileSync(manifestPath, manifest.replace(/"schema": \d+/, `"schema": ${knownSteps + 1}`))
      await expect(restore()).rejects.toEqual(problem('store-newer'))
      rmSync(manifestPath)
      if (isPortable) {
        writeFileSync(path, bytes.subarray(0, bytes.length - 100))
        await expect(restore()).rejects.toEqual(problem('backup-damaged'))
      }
      writeFileSync(path, 'a letter')
      await expect(restore()).rejects.toEqual(problem('backup-damaged'))
      const there = await sumsOf(await open(target))
      expect(there.every(({ rows }) => rows === 0)).toBe(true)
    }
    await expect(runRestore(options, { path: join(scratch(), 'none'), isForced: true })).rejects.toEqual(
      problem('path-missing'),
    )
  })

  it('goes to the other engine and back without a difference', async (context) => {
    if (!isPostgresAtHand()) return context.skip()
    const { options, store } = await filled(place)
    const middle: StoreOptions = engine === 'sqlite' ? { databaseUrl: await postgresDatabase() } : { home: scratch() }
    const there = await runMove(options, middle)
    expect(there.tables).toEqual(await sumsOf(store))
    await expect(runMove(options, middle)).rejects.toEqual(problem('store-not-empty'))
    const end = await place.fresh()
    expect((await runMove(middle, end)).tables).toEqual(there.tables)
  })

  it('has nothing to move while nothing is kept', async () => {
    await expect(runMove(await place.fresh(), { home: scratch() })).rejects.toEqual(problem('nothing-assessed'))
  })

  it('is looked after: each fault is found', async () => {
    const { options, store } = await filled(place)
    const home = 'home' in options ? options.home : scratch()
    const environment = { PATH: process.env['PATH'] }
    const states = async (time = now): Promise<Record<string, string>> => {
      const found = await runDoctor(store, { home, environment, isThorough: true }, time)
      return Object.fromEntries(found.map(({ check, state }) => [check, state]))
    }
    const healthy = await states()
    for (const check of ['schema', 'database', 'originals', 'loose-ends', 'clock', 'cache', 'git'])
      expect([check, healthy[check]]).toEqual([check, 'good'])

    expect((await states('2020-01-01T00:00:00.000Z'))['clock']).toBe('act')
    await sql`update evidence_chunk set bytes = ${Buffer.from('changed')} where evidence = 1 and position = 0`.execute(
      store.db,
    )
    expect((await states())['originals']).toBe('act')
    await sql`delete from evidence_chunk where evidence = 1`.execute(store.db)
    expect((await states())['loose-ends']).toBe('act')
    mkdirSync(join(home, 'cache'), { recursive: true })
    writeFileSync(join(home, 'cache', 'old'), 'old')
    expect((await states('2126-01-01T00:00:00.000Z'))['cache']).toBe('watch')
    await sql`insert into migration (id, applied_at) values (${knownSteps + 1}, ${now})`.execute(store.db)
    expect((await states())['schema']).toBe('act')
  })
})

async function postgresDatabase(): Promise<string> {
  const postgres = await startPostgres()
  if (postgres === undefined) throw new Error('PostgreSQL was at hand and did not start')
  onTestFinished(() => postgres.stop())
  return postgres.createDatabase()
}

describe('the commands below admin', () => {
  it(
    'move an assessed organization to PostgreSQL and back, with the same report',
    { timeout: 300_000 },
    async (context) => {
      if (!isPostgresAtHand()) return context.skip()
      const databaseUrl = await postgresDatabase()
      const home = scratch()
      const assess = (place: string, environment: Record<string, string> = {}) =>
        headwater(['assess', example, '--home', place, '--offline', '--json'], { environment })
      const explain = (place: string, environment: Record<string, string> = {}) =>
        headwater(['explain', 'value/usage-replacement', '--home', place, '--json'], { environment }).stdout
      const first = assess(home)
      expect(first.code).toBe(0)
      const figures = explain(home)

      const moved = headwater(['admin', 'move', '--to', '-', '--home', home], { input: `${databaseUrl}\n` })
      expect([moved.code, moved.stderr]).toEqual([0, expect.stringContaining('DATABASE_URL')])
      expect(moved.stdout).toContain('occurrence')
      expect(moved.stdout + moved.stderr).not.toContain(new URL(databaseUrl).password)
      const shared = scratch()
      expect(explain(shared, { DATABASE_URL: databaseUrl })).toBe(figures)
      expect(assess(shared, { DATABASE_URL: databaseUrl }).stdout).toBe(first.stdout)

      const back = join(scratch(), 'back')
      const returned = headwater(['admin', 'move', '--to', back], { environment: { DATABASE_URL: databaseUrl } })
      expect(returned.code).toBe(0)
      expect(explain(back)).toBe(figures)
      expect(assess(back).stdout).toBe(first.stdout)
    },
  )

  it('back up, restore and examine, in words and as JSON', { timeout: 120_000 }, () => {
    const home = join(scratch(), 'home')
    expect(headwater(['admin', 'migrate', '--home', home]).stdout).toContain('step')
    expect(headwater(['admin', 'migrate', '--home', home, '--json']).stdout).toContain('"taken": []')
    const file = join(scratch(), 'backup')
    expect(headwater(['admin', 'backup', file, '--home', home]).code).toBe(0)
    expect(headwater(['admin', 'backup', file, '--home', home]).code).toBe(2)
    expect(headwater(['admin', 'restore', file, '--home', home]).code).toBe(0)
    for (const language of ['en', 'de', 'ja']) {
      const doctor = headwater(['admin', 'doctor', '--home', home, '--language', language])
      expect([doctor.code, doctor.stdout.split('\n').length > 10]).toEqual([0, true])
    }
    const report = JSON.parse(headwater(['admin', 'doctor', '--home', home, '--json']).stdout) as { checks: unknown[] }
    expect(report.checks).toHaveLength(10)
    writeFileSync(databasePath(home), 'no database')
    expect(headwater(['admin', 'doctor', '--home', home]).code).toBe(2)
  })
})
