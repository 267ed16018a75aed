import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '#store/store.ts'
import { describeOnEveryEngine, open, openFresh } from './stores.ts'

const steps = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'store', 'migrations')).map((_, at) => at + 1)

describeOnEveryEngine('opening', (place, engine) => {
  it('creates the schema once and finds it again', async () => {
    const options = await place.fresh()
    const first = await open(options)
    expect(first.engine).toBe(engine)
    await first.close()
    const again = await open(options)
    const taken = await again.db.selectFrom('migration').selectAll().execute()
    expect(taken.map(({ id }) => id)).toEqual(steps)
  })

  it('refuses a database that a later version has changed', async () => {
    const options = await place.fresh()
    const store = await open(options)
    await store.db.insertInto('migration').values({ id: 99, applied_at: '2030-01-01T00:00:00.000Z' }).execute()
    await expect(openStore(options)).rejects.toMatchObject({
      problem: { code: 'store-newer', found: 99, known: steps.length },
    })
  })

  it('lets several processes create it at once', async () => {
    const options = await place.fresh()
    const program = `
      const { openStore } = await import('#store/store.ts')
      const store = await openStore(${JSON.stringify(options)})
      await store.close()`
    const exits = await Promise.all([1, 2, 3].map(() => run(program)))
    expect(exits).toEqual([0, 0, 0])
    const store = await open(options)
    expect(await store.db.selectFrom('migration').select('id').execute()).toEqual(steps.map((id) => ({ id })))
  })

  it('does all of a transaction or nothing', async () => {
    const store = await openFresh(place)
    const half = store.transaction(async (inside) => {
      await insertPerson(inside, 'a')
      await inside.transaction((deeper) => insertPerson(deeper, 'b'))
      throw new Error('stop here')
    })
    await expect(half).rejects.toThrow('stop here')
    expect(await store.db.selectFrom('person_key').selectAll().execute()).toEqual([])
    await store.transaction((inside) => insertPerson(inside, 'c'))
    expect(await store.db.selectFrom('person_key').select('person').execute()).toEqual([{ person: 'c' }])
  })

  it('runs transactions that were begun at once one after another, without losing any', async () => {
    const options = await place.fresh()
    const [first, second] = [await open(options), await open(options)]
    const names = Array.from({ length: 20 }, (_, index) => `person-${index}`)
    await Promise.all(
      names.map((name, index) =>
        (index % 2 === 0 ? first : second).transaction((inside) => insertPerson(inside, name)),
      ),
    )
    const kept = await first.db.selectFrom('person_key').select('person').execute()
    expect(kept.length).toBe(20)
  })

  it('orders text by code point, whatever the collation of the database', async () => {
    const store = await openFresh(place)
    for (const name of ['b', 'B', 'a', 'ä', 'Z', '_', 'é', '😀', '\uffff']) await insertPerson(store, name)
    const rows = await store.db.selectFrom('person_key').select('person').orderBy('person').execute()
    expect(rows.map(({ person }) => person)).toEqual(['B', 'Z', '_', 'a', 'b', 'ä', 'é', '\uffff', '😀'])
  })

  it('gives counts and sums as numbers', async () => {
    const store = await openFresh(place)
    const { rows } = await sql<{ total: number; sum: number }>`
      select count(*) as total, sum(size) as sum from (select 9007199254740000 as size union all select 991) as sizes`.execute(
      store.db,
    )
    expect(rows).toEqual([{ total: 2, sum: 9007199254740991 }])
  })
})

describe('a SQLite store', () => {
  it('can be read by its owner alone', async () => {
    const home = join(temporaryFolder(), 'deep', 'home')
    await open({ home })
    expect(statSync(home).mode & 0o777).toBe(0o700)
    for (const file of ['headwater.db', 'headwater.db-wal', 'headwater.db-shm']) {
      expect([file, statSync(join(home, file)).mode & 0o777]).toEqual([file, 0o600])
    }
  })

  it('reaches the disk with every commit', async () => {
    const store = await open({ home: temporaryFolder() })
    const pragmas = await Promise.all(
      ['journal_mode', 'synchronous', 'foreign_keys'].map(
        async (name) => (await sql.raw<object>(`pragma ${name}`).execute(store.db)).rows[0],
      ),
    )
    expect(pragmas).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }])
  })

  it('says that a file is no database', async () => {
    const home = temporaryFolder()
    writeFileSync(join(home, 'headwater.db'), 'This is a letter to the harbor master, and quite a long one.'.repeat(50))
    await expect(openStore({ home })).rejects.toMatchObject({ problem: { code: 'store-unavailable' } })
  })

  it('says that the home cannot be made', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(openStore({ home: join(folder, 'file', 'home') })).rejects.toMatchObject({
      problem: { code: 'store-unavailable' },
    })
  })
})

describe('a PostgreSQL store', () => {
  it('says that nobody listens, without the password', async () => {
    const away = openStore({ databaseUrl: 'postgresql://headwater:secret@127.0.0.1:1/headwater' })
    await expect(away).rejects.toMatchObject({
      problem: { code: 'store-unavailable', address: 'postgresql://127.0.0.1:1/headwater' },
    })
  })
})

async function insertPerson({ db }: Awaited<ReturnType<typeof openStore>>, person: string): Promise<void> {
  await db.insertInto('person_key').values({ person, lookup: person, name: person, email: null }).execute()
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-opening-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** @returns the exit code of a Node process that runs the program in the project's folder */
function run(program: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: dirname(dirname(import.meta.dirname)),
    stdio: 'inherit',
  })
  return new Promise((resolve) => child.once('exit', resolve))
}
