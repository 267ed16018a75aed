/** Every figure of the example explains itself, down to bytes that are read again. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainFigure } from '#app/explain.ts'
import { methodText } from '#app/method-catalog.ts'
import { listFigures } from '#store/assessments.ts'
import { openStore, type Store } from '#store/store.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { ProblemError } from '#domain/problem.ts'
import { headwater } from '#test/headwater.ts'
import { createHistories } from '#tools/example/create-histories.ts'
import { scratchFolder } from '#test/sample-folder.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
let home = ''
let store: Store
let figures: readonly NamedFigure[] = []

beforeAll(async () => {
  home = scratchFolder()
  createHistories(join(home, 'histories'))
  const clones = ['--clones', join(home, 'histories')]
  expect(headwater(['assess', example, ...clones, '--home', home, '--offline']).code).toBe(0)
  store = await openStore({ home })
  figures = await listFigures(store, '')
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

describe('figures of the example organization', () => {
  it('are many, and every known one has a source [row 14]', () => {
    expect(figures.length).toBeGreaterThan(1000)
    expect(figures.filter(({ figure }) => figure.known && figure.from.length === 0)).toEqual([])
  })

  it('name only methods that say how they compute', () => {
    const methods = new Set(
      figures.flatMap(({ figure }) =>
        figure.from.flatMap((source) => (source.kind === 'computed' ? [source.method] : [])),
      ),
    )
    expect([...methods].filter((method) => methodText(method) === undefined)).toEqual([])
  })

  it('name only inputs that are kept', () => {
    const ids = new Set(figures.map(({ id }) => id))
    const missing = figures.flatMap(({ figure }) =>
      figure.from.flatMap((source) =>
        source.kind === 'computed' ? source.inputs.filter((input) => !ids.has(input)) : [],
      ),
    )
    expect(missing.slice(0, 5)).toEqual([])
  })

  it('walk back to the bytes: each observed place is there and holds what was read', { timeout: 300_000 }, async () => {
    const observed = figures.filter(({ figure }) => figure.from.some(({ kind }) => kind === 'observed'))
    expect(observed.length).toBeGreaterThan(400)
    for (const { id } of observed.filter((_, index) => index % 7 === 0 || observed.length < 200)) {
      const { evidence } = await explainFigure(store, id, { now: new Date().toISOString(), mostInputs: 0, deepest: 0 })
      expect(evidence.length).toBeGreaterThan(0)
    }
  })

  it('reach a line in a lockfile for a vulnerability and a formula for the money', async () => {
    const finding = await explainFigure(
      store,
      'vulnerabilities/finding/CVE-2021-44228/pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      { now: new Date().toISOString(), mostInputs: 3, deepest: 2 },
    )
    expect(
      finding.evidence.some(({ excerpt, at }) => at?.startsWith('line') === true && excerpt.includes('log4j-core')),
    ).toBe(true)
    expect(finding.evidence.some(({ source }) => source.startsWith('Maven/'))).toBe(true)
    const money = await explainFigure(store, 'value/usage-replacement', {
      now: new Date().toISOString(),
      mostInputs: 2,
      deepest: 3,
    })
    expect(money.inputs[0]?.formula).toContain('person-months')
    expect(money.inputs[0]?.known).toBe(true)
  })

  it('fail when the kept bytes were changed', async () => {
    const other = await openStore({ home })
    await other.db
      .updateTable('evidence_chunk')
      .set({ bytes: Buffer.from('altered') })
      .execute()
    await other.close()
    const id = figures.find(({ figure }) => figure.from.some(({ kind }) => kind === 'observed'))?.id ?? ''
    await expect(
      explainFigure(store, id, { now: new Date().toISOString(), mostInputs: 0, deepest: 0 }),
    ).rejects.toBeInstanceOf(ProblemError)
  })
})
