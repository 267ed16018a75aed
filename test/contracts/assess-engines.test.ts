/** The main job gives the same bytes on SQLite and on PostgreSQL. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { isPostgresAtHand, startPostgres } from '#test/postgres.ts'
import { scratchFolder } from '#test/sample-folder.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')

describe('the example organization', () => {
  it.skipIf(!isPostgresAtHand())(
    'is assessed alike on SQLite and PostgreSQL, and explained alike',
    { timeout: 300_000 },
    async () => {
      const postgres = await startPostgres()
      if (postgres === undefined) throw new Error('PostgreSQL was at hand and did not start')
      const homes = [scratchFolder(), scratchFolder()]
      onTestFinished(async () => {
        await postgres.stop()
        for (const home of homes) rmSync(home, { recursive: true, force: true })
      })
      const [embedded = '', shared = ''] = homes
      const environment = { DATABASE_URL: postgres.url }
      const onSqlite = headwater(['assess', example, '--home', embedded, '--offline', '--json'])
      const onPostgres = headwater(['assess', example, '--home', shared, '--offline', '--json'], { environment })
      expect([onSqlite.code, onPostgres.code]).toEqual([0, 0])
      expect(onPostgres.stdout).toBe(onSqlite.stdout)
      for (const figure of ['value/usage-replacement', 'vulnerabilities/total']) {
        const asked = (home: string, variables: Record<string, string>): string =>
          headwater(['explain', figure, '--home', home, '--json'], { environment: variables }).stdout
        expect(asked(shared, environment)).toBe(asked(embedded, {}))
      }
    },
  )

  it('says which database cannot be reached', () => {
    const home = scratchFolder()
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const { code, stderr } = headwater(['assess', example, '--home', home, '--offline'], {
      environment: { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' },
    })
    expect(code).toBe(2)
    expect(stderr).toContain('store-unavailable')
    expect(stderr).not.toContain('secret')
  })
})
