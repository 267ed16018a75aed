/** `value usage` and `value explain` on the example city, as a person or another program calls them. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headwater, type Ran } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { compareWholeRepositories } from '#value/whole-repositories.ts'
import { measureOwnCode } from '#app/measure-own-code.ts'
import { recordedPortfolio } from '#app/recorded-portfolio.ts'
import { silent } from '#app/progress.ts'
import { survey } from '#app/survey.ts'
import { openStore } from '#store/store.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const now = '2026-11-22T00:00:00.000Z'
const home = scratchFolder()
const empty = scratchFolder()

beforeAll(async () => {
  expect(headwater(['assess', example, '--home', home, '--offline']).code).toBe(0)
  const store = await openStore({ home })
  const found = survey([example], silent)
  expect(await measureOwnCode(store, found, { asOf: '2026-11-22', now }, silent)).toBe(6)
  await store.close()
})
afterAll(() => {
  for (const folder of [home, empty]) rmSync(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]): Ran => headwater(['value', ...args, '--home', home])

type Band = { readonly low: number; readonly central: number; readonly high: number }
type Answer = {
  readonly schemaVersion: number
  readonly figure: Band & { readonly currency: string }
  readonly personMonths: Band
  readonly coverage: { readonly known: number; readonly of: number }
  readonly assumptions: readonly { id: string; value: Record<keyof Band, unknown>; source: string; basis: string }[]
  readonly sensitivity: readonly { assumption: string; width: number }[]
  readonly parts: readonly (Band & { purl: string; sloc: number; slocSource: string })[]
  readonly byProduct: readonly { product: string; figure: Band | null }[]
  readonly byUnit: readonly { unit: string; figure: Band | null }[]
  readonly reuse: {
    share: number
    openLines: number
    ownLines: number
    products: { known: number; of: number }
    benchmarks: readonly { year: number; share: number }[]
  }
  readonly like: { preset: string; figure: { personMonths: number; cost: number; currency: string }; ratio: number }
  readonly wholeRepositories: {
    figure: { money: number }
    once: { money: number }
    ours: { money: number }
    doubleCountedShare: number
    repositories: readonly { project: string; entries: number; doubleCounted: { money: number } }[]
  }
}

function ask(...args: readonly string[]): Answer {
  const { code, stdout, stderr } = run('usage', '--json', ...args)
  expect(`${code} ${stderr}`).toBe('0 ')
  return JSON.parse(stdout) as Answer
}

describe('value usage', () => {
  it('answers in the fields of the contract, the same bytes each time', () => {
    const answer = ask()
    expect(answer).toMatchObject({
      schemaVersion: 1,
      figure: { currency: 'USD' },
      coverage: { unit: 'packages' },
      parts: expect.any(Array) as unknown,
    })
    expect(answer.figure.low).toBeLessThan(answer.figure.central)
    expect(answer.figure.central).toBeLessThan(answer.figure.high)
    expect(answer.parts.length).toBe(answer.coverage.known)
    expect(answer.parts.reduce((sum, { central }) => sum + central, 0)).toBeCloseTo(answer.figure.central, 2)
    for (const { id, source, value } of answer.assumptions)
      expect([id, source, value.central].filter((field) => field === '' || field === undefined)).toEqual([])
    for (const { sloc, slocSource } of answer.parts.slice(0, 20)) expect([typeof sloc, slocSource]).not.toContain('')
    expect(run('usage', '--json').stdout).toBe(run('usage', '--json').stdout)
  })

  it('agrees with what the assessment kept', () => {
    const kept = JSON.parse(run('explain', 'usage-replacement', '--json').stdout) as { value: Band }
    expect(ask().figure).toEqual(kept.value)
  })

  it('tells a person the work first, then the money, and what to confirm', () => {
    const { stdout } = run('usage')
    const [work, money, covers] = ['person-months (low to high', 'At the labor rate:', 'Covers:'].map((text) =>
      stdout.indexOf(text),
    )
    expect(work).toBeGreaterThan(0)
    expect(money).toBeGreaterThan(work ?? 0)
    expect(covers).toBeGreaterThan(money ?? 0)
    expect(stdout).toContain('This rate is a public default')
    expect(stdout).toMatch(/The sizes of these 20 packages make \d\d% of the total/)
    expect(stdout).toContain('What moves the total most')
    expect(stdout).toContain('2022 78%')
  })

  it.each(['de', 'ja'])('speaks %s', (language) => {
    const { code, stdout } = run('usage', '--language', language, '--like', 'scc')
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/undefined|NaN|The packages that weigh most/)
  })

  it('tries other assumptions for one question, and keeps none of them', () => {
    const plain = ask()
    const doubled = ask('--assume', 'A2-eaf=2')
    expect(doubled.figure.central).toBeCloseTo(2 * plain.figure.central, 2)
    const moved = ask('--assume', 'A3.low=1.2', '--assume', 'A3.central=2.1', '--assume', 'A4=runtime')
    expect(moved.assumptions.find(({ id }) => id === 'A3-labor-rate')).toMatchObject({
      value: { low: 1.2, central: 2.1, high: 2.4 },
      basis: 'what-if',
    })
    expect(ask()).toEqual(plain)
  })

  it.each([
    ['A6=one-program', /--assume: A6-aggregation is fixed at per-package/],
    ['A8=-1', /A8-bought-products takes a share from 0 to 1; -1 is negative/],
    ['A3=80000 EUR', /no amount of money \("80000 EUR"\)/],
    ['Z=1', /"Z" is not an assumption of the usage value; there are A1-size, /],
    ['A3', /write ID=VALUE/],
  ])('refuses --assume %s with the reason', (text, reason) => {
    const { code, stderr, stdout } = run('usage', '--assume', text)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(reason)
  })

  it('answers for a product and for a unit with its sub-units', () => {
    const whole = ask()
    const product = ask('--product', 'tide-portal')
    expect(product.figure).toMatchObject(whole.byProduct.find((one) => one.product === 'tide-portal')?.figure ?? {})
    expect(product.parts.reduce((sum, { central }) => sum + central, 0)).toBeCloseTo(product.figure.central, 2)
    const unit = ask('--unit', 'it-operations')
    expect(unit.parts.reduce((sum, { high }) => sum + high, 0)).toBeCloseTo(unit.figure.high, 2)
    expect(ask('--unit', 'city').figure.central).toBeCloseTo(whole.figure.central, 2)
    expect(run('usage', '--product', 'nowhere')).toMatchObject({ code: 2, stdout: '' })
    expect(run('usage', '--product', 'nowhere').stderr).toContain('there are tide-portal, ')
    expect(run('usage', '--product', 'tide-portal', '--unit', 'city').code).toBe(2)
  })

  it.each(['sloccount', 'scc', 'linux-foundation-2008', 'harvard'])('compares with %s', (preset) => {
    const { like, figure } = ask('--like', preset)
    expect(like).toMatchObject({ preset, figure: { currency: 'USD' } })
    expect(like.figure.personMonths).toBeGreaterThan(0)
    expect(like.figure.cost).toBeGreaterThan(0)
    expect(like.ratio).toBeCloseTo(like.figure.personMonths / ask().personMonths.central, 9)
    expect(figure).toEqual(ask().figure)
  })

  it('refuses a comparison it does not know, and OSSVAL’s without a table', () => {
    expect(run('usage', '--like', 'cosmic').stderr).toContain('there are sloccount, scc, ')
    expect(run('usage', '--like', 'ossval')).toMatchObject({ code: 2 })
    expect(run('usage', '--repositories', join(home, 'none.csv'))).toMatchObject({ code: 2 })
  })

  it('sets whole repositories beside our total, and names what is counted again', async () => {
    const store = await openStore({ home })
    const portfolio = await recordedPortfolio(store, now)
    await store.close()
    const project = portfolio.projectLinks[0]?.project ?? ''
    const projects = [...new Set(portfolio.projectLinks.map((link) => link.project))]
    expect(project).not.toBe('')
    // Invented sizes, all the same: what is checked is how often each is charged.
    writeFiles(home, { 'repositories.csv': `project,lines\n${projects.map((one) => `${one},50000\n`).join('')}` })
    const { wholeRepositories: whole } = ask('--repositories', join(home, 'repositories.csv'))
    const expected = compareWholeRepositories(
      portfolio,
      projects.map((one, index) => ({ project: one, lines: 50_000, evidence: 'x', at: `line ${index + 2}` })),
    )
    expect(whole.repositories.map((one) => [one.project, one.entries])).toEqual(
      expected.repositories.map((one) => [one.project, one.entries]),
    )
    expect(whole.figure.money).toBeGreaterThan(whole.ours.money)
    expect(whole.figure.money - whole.once.money).toBeCloseTo(
      whole.repositories.reduce((sum, { doubleCounted }) => sum + doubleCounted.money, 0),
      2,
    )
    writeFiles(home, { 'odd.csv': `project,lines\n${project},many\n` })
    const odd = run('usage', '--repositories', join(home, 'odd.csv'))
    expect([odd.code, odd.stderr.includes('line 2')]).toEqual([3, true])
  })

  it('tells the share of open source where own code was counted, with published shares beside it [row 59]', () => {
    const { reuse } = ask()
    expect(reuse.products).toEqual({ known: 5, of: 6, unit: 'products' })
    expect(reuse.share).toBeCloseTo(reuse.openLines / (reuse.openLines + reuse.ownLines), 12)
    expect(reuse.benchmarks.find(({ year }) => year === 2022)?.share).toBe(0.78)
    const product = ask('--product', 'quay-sensors').reuse
    expect(product.ownLines).toBeGreaterThan(50)
    expect(run('usage').stdout).toMatch(
      /Open source in what is delivered: 99%: [\d,]+ lines of others, [\d,]+ own lines/,
    )
  })

  it('says what to do where nothing was assessed yet', () => {
    for (const command of [['usage'], ['explain']]) {
      const { code, stderr } = headwater(['value', ...command, '--home', empty])
      expect([code, stderr.includes('headwater assess PATH')]).toEqual([5, true])
    }
  })
})

describe('value explain', () => {
  it('lists the figures of the value', () => {
    const { code, stdout } = run('explain')
    expect(code).toBe(0)
    for (const id of ['value/sensitivity/A3-labor-rate', 'value/usage-replacement/unit:city', 'value/yearly-wage'])
      expect(stdout).toContain(id)
  })

  it('shows how one came about, with and without the name of the area [row 37]', () => {
    const chain = run('explain', 'value/usage-replacement/product:tide-portal').stdout
    expect(chain).toContain('Σ money over packages')
    expect(run('explain', 'usage-replacement/product:tide-portal').stdout).toBe(chain)
    expect(run('explain', 'value/none').code).toBe(5)
  })
})

describe('assumptions in organization.yaml', () => {
  const folder = scratchFolder()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const assessWith = (assumptions: string): Ran => {
    cpSync(example, join(folder, 'city'), { recursive: true })
    const file = join(folder, 'city', 'organization.yaml')
    const text = readFileSync(join(example, 'organization.yaml'), 'utf8')
    writeFileSync(file, text.replace(/^assumptions:\n/m, `assumptions:\n${assumptions}`))
    return headwater(['assess', join(folder, 'city'), '--home', join(folder, 'home'), '--offline'])
  }

  it('are refused with the place', () => {
    const { code, stderr } = assessWith('  - { id: A4-scope, value: everything, source: A guess }\n')
    expect(code).toBe(2)
    expect(stderr).toContain(
      'organization.yaml, at assumptions[0].value: A4-scope takes runtime, runtime-and-optional, all',
    )
  })

  it('act, and lead back to the line they stand in', () => {
    expect(assessWith('  - { id: A8, low: 0, central: 0.5, high: 1, source: Decided in procurement }\n').code).toBe(0)
    const chain = headwater([
      'value',
      'explain',
      'assumption/A8-bought-products',
      '--home',
      join(folder, 'home'),
    ]).stdout
    expect(chain).toContain('/assumptions/0')
    expect(chain).toContain('Decided in procurement')
  })
})
