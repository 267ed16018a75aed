/** What so many products use that its places are not kept with every figure: the chain goes on to each product all the same. */

import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mostNamedUses } from '#domain/recorded-uses.ts'
import { headwater } from '#test/headwater.ts'
import { isPostgresAtHand, startPostgres } from '#test/postgres.ts'
import { lodashAdvisory, packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const products = mostNamedUses + 7

type Chain = {
  readonly value: unknown
  readonly inputs: readonly Chain[]
  readonly figure: string
  readonly moreInputs: number
  readonly evidence: readonly { readonly source: string; readonly excerpt: string }[]
}

describe('a part in many products', () => {
  it('shows every place on SQLite', () => check({}))

  it.skipIf(!isPostgresAtHand())('shows every place on PostgreSQL', async () => {
    const postgres = await startPostgres()
    if (postgres === undefined) throw new Error('PostgreSQL was at hand and did not start')
    onTestFinished(() => postgres.stop())
    check({ DATABASE_URL: postgres.url })
  })
})

function check(environment: Readonly<Record<string, string>>): void {
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const names = Array.from({ length: products }, (_, number) => `berth-${number}`)
  writeFiles(folder, {
    'advisories/npm/EXAMPLE-2026-1.json': lodashAdvisory,
    ...Object.fromEntries(
      names.map((name) => [`repositories/${name}/package-lock.json`, packageLock().replace('harbor-site', name)]),
    ),
  })
  const home = ['--home', `${folder}/home`]
  const run = (...args: string[]): string => {
    const { code, stdout, stderr } = headwater([...args, ...home], { environment })
    expect(code, stderr).toBe(0)
    return stdout
  }
  run('data', 'import', `${folder}/advisories`)
  run('assess', `${folder}/repositories`, '--offline')
  const explain = (id: string): Chain => JSON.parse(run('explain', id, '--json', '--inputs', '21')) as Chain

  const finding = explain('vulnerabilities/finding/EXAMPLE-2026-1/pkg:npm/lodash@4.17.4')
  expect(finding.evidence).toHaveLength(1 + mostNamedUses)
  const [uses] = finding.inputs
  expect(uses).toMatchObject({ figure: 'recorded/uses/pkg:npm/lodash@4.17.4', value: products })
  expect((uses?.inputs.length ?? 0) + (uses?.moreInputs ?? 0)).toBe(products)
  const sources = uses?.inputs.flatMap(({ evidence }) => evidence.map(({ source }) => source)) ?? []
  expect(new Set(sources).size).toBe(uses?.inputs.length)
  expect(uses?.inputs.every(({ value, evidence }) => value === 1 && evidence[0]?.excerpt.includes('4.17.4'))).toBe(true)

  const critical = explain('advice/fact/criticality/pkg:npm/lodash')
  expect(critical.inputs).toHaveLength(mostNamedUses + 1)
  const rest = critical.inputs.reduce((left, { value }) => left * (1 - Number(value)), 1)
  expect(critical.value).toBeCloseTo(1 - rest, 12)
  expect(critical.inputs.at(-1)?.inputs[0]).toMatchObject({ figure: 'recorded/uses/pkg:npm/lodash', value: products })
}
