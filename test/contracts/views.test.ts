/** What other tools read: the views are there, say what the program says, and are described. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { assess } from '#app/assess.ts'
import { silent } from '#app/progress.ts'
import { loadAssessedFindings } from '#store/assessed-findings.ts'
import { loadLatestAssessment, pruneAssessments } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { saveSubscription, listNotifications } from '#store/subscriptions.ts'
import { samplePerson } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, open } from './stores.ts'

const root = join(import.meta.dirname, '..', '..')
const example = join(root, 'examples', 'harbor-city')
const now = '2026-11-22T00:00:00.000Z'
const description = readFileSync(join(root, 'docs', 'views.md'), 'utf8')

async function read<Row>(store: Store, text: string): Promise<readonly Row[]> {
  return (await sql.raw<Row>(text).execute(store.db)).rows
}

describeOnEveryEngine(
  'a view for other tools',
  (place) => {
    it('says what the assessment of the example says', { timeout: 120_000 }, async () => {
      const options = await place.fresh()
      const store = await open(options)
      const home = 'home' in options ? options.home : scratchFolder()
      onTestFinished(() => rmSync(home, { recursive: true, force: true }))
      const settings = {
        paths: [example],
        home,
        asOf: '2026-11-22',
        isOffline: true,
        isMeasuring: false,
        mostAsked: 0,
        clones: [],
      }
      const person = await samplePerson(store, 'listener@harbor.example', [{ role: 'viewer', unit: null }], now)
      const portal = { person, channel: 'portal', unit: null, address: null, secret: null } as const
      for (const kind of ['assessment-done', 'finding'] as const)
        await saveSubscription(store, { ...portal, kind }, now)
      const told = async () => (await listNotifications(store, person, { limit: 99 })).map(({ kind }) => kind)
      const run = () => assess(store, settings, () => now, silent)
      const { assessment, portfolio } = await run()
      const latest = await loadLatestAssessment(store)
      // With nothing to compare with, what is found is no news.
      expect(await told()).toEqual(['assessment-done'])

      const { findings } = assessment.vulnerabilities
      const shown = await read<{ advisory: string; purl: string; score: number | null; products: string }>(
        store,
        'select * from view_findings',
      )
      const key = (purl: string | null | undefined, id: string): string => `${id} ${purl}`
      expect(findings.length).toBeGreaterThan(0)
      expect(shown.map(({ purl, advisory }) => key(purl, advisory)).sort()).toEqual(
        findings.map(({ part, id }) => key(portfolio.parts[part]?.purl, id)).sort(),
      )
      expect(shown.every(({ products }) => (JSON.parse(products) as string[]).length > 0)).toBe(true)
      expect(await loadAssessedFindings(store, latest?.id ?? '')).toHaveLength(findings.length)

      const [occurrences] = await read<{ rows: number }>(store, 'select count(*) as rows from view_occurrences')
      expect(occurrences?.rows).toBe(portfolio.occurrences.count)
      const products = await read<{ product_id: string; unit_name: string | null }>(
        store,
        'select * from view_products',
      )
      expect(products.map(({ product_id }) => product_id).sort()).toEqual(
        portfolio.organization.products.map(({ id }) => id).sort(),
      )
      expect(products.some(({ unit_name }) => unit_name === 'Harbor Authority')).toBe(true)
      const figures = await read<{ figure: string }>(
        store,
        "select figure from view_figures where figure_id = 'vulnerabilities/total'",
      )
      expect(JSON.parse(figures[0]?.figure ?? '{}')).toMatchObject({ known: true, value: findings.length })
      const evidence = await read<{ sha256: string }>(store, 'select sha256 from view_evidence')
      expect(new Set(evidence.map(({ sha256 }) => sha256)).size).toBe(evidence.length)
      const parts = await read(store, 'select part_id from view_parts')
      expect(parts.length).toBeGreaterThanOrEqual(portfolio.parts.length)

      // The example of the description is read as it stands there.
      const sample = /```sql\n([^`]+)```/.exec(description)?.[1] ?? ''
      expect(await read(store, sample)).toBeInstanceOf(Array)

      // The second assessment finds the same, so only that it is done is news; pruning takes its findings along.
      await run()
      expect(await told()).toEqual(['assessment-done', 'assessment-done'])
      expect(await pruneAssessments(store, { keepPerDay: 1, keepDays: 31 })).toBe(1)
      expect(await read(store, 'select * from view_findings')).toHaveLength(findings.length)
    })

    it('has the columns that are described, and no others', async () => {
      const store = await open(await place.fresh())
      for (const [, view = '', text = ''] of description.matchAll(/## `(view_\w+)`[^\n]*\n([^#]*)/g)) {
        const described = [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
          [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
        )
        const columns =
          store.engine === 'sqlite'
            ? await read<{ name: string }>(store, `select name from pragma_table_info('${view}')`)
            : await read<{ name: string }>(
                store,
                `select attname::text as name from pg_attribute where attrelid = '${view}'::regclass and attnum > 0`,
              )
        expect([view, columns.map(({ name }) => name).sort()]).toEqual([view, described.toSorted()])
      }
    })
  },
  ['icu'],
)
