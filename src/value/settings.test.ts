import { describe, expect, it } from 'vitest'
import type { ValueAssumptionId } from '#domain/assessment/value.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { AssumptionSetting } from '#domain/organization.ts'
import { ProblemError } from '#domain/problem.ts'
import { assessValue, valueFigures } from './assess.ts'
import { assumptions, defaultLaborRate } from './assumptions.ts'
import { samplePortfolio, stating, withAssumptions, withOrganization, type SampleUse } from './portfolio.sample.ts'
import { assumptionProblem, problemOfMistake, readAssumptions } from './settings.ts'
import { readWhatIf } from './what-if.ts'

const lodash: SampleUse = { purl: 'pkg:npm/lodash@4.17.21', product: 'portal', lines: 10_000, rawLines: 12_000 }

function mistakes(stated: readonly AssumptionSetting[]) {
  const read = readAssumptions(defaultLaborRate(), stated)
  return read.ok ? [] : read.mistakes.map((mistake) => problemOfMistake(mistake))
}

function first(stated: AssumptionSetting): string {
  const [problem] = mistakes([stated])
  if (problem?.code !== 'config-invalid') throw new Error('it was taken')
  return `${problem.where}: ${problem.what}`
}

describe('an assumption of the organization', () => {
  it('has a default, and says what it takes', () => {
    const read = readAssumptions(defaultLaborRate())
    expect(read.ok && read.assumptions.map(({ id }) => id)).toEqual(assumptions.map(({ id }) => id))
    expect(read.ok && read.assumptions.every(({ basis }) => basis === 'default')).toBe(true)
  })

  it('is refused with the place and what it takes', () => {
    expect(first(stating('A1', 'lines'))).toBe('assumptions[0].value: A1-size takes deduplicated, raw; not "lines"')
    expect(first(stating('A2-model', null, 'cocomo3', null))).toMatch(
      /^assumptions\[0\]\.central: A2-model takes cocomo2, cocomo81-embedded, .*, or custom:a,b .*; not "cocomo3"$/,
    )
    expect(first(stating('A2', 'custom:0,1.1'))).toMatch(/custom:a,b/)
    expect(first(stating('A2', 'custom:2,4'))).toMatch(/custom:a,b/)
    expect(first(stating('A8', 1.5))).toMatch(
      /^assumptions\[0\]\.value: A8-bought-products takes a share from 0 to 1; not 1\.5/,
    )
    expect(first(stating('A3', 0.5))).toMatch(/takes a factor on the yearly wage from 1 to 10; not 0\.5/)
    expect(first(stating('lifetime', -3))).toMatch(/-3 is negative/)
    expect(first(stating('A5-use', '')).includes('takes a share')).toBe(true)
  })

  it('is refused when its id is unknown, and left alone when it is another area’s', () => {
    expect(first(stating('A9-luck', 1))).toMatch(/^assumptions\[0\]\.id: "A9-luck" is not an assumption .* A1-size, /)
    expect(mistakes([stating('C1-hours', 3)])).toEqual([])
  })

  it('is refused with the reason when it is fixed', () => {
    expect(first(stating('A6', 'one-program'))).toMatch(
      /A6-aggregation is fixed at per-package and not "one-program": nobody/,
    )
    expect(first(stating('A7', 'per-product'))).toMatch(/A7-uniqueness is fixed at once .*: what is built again once/)
    expect(mistakes([stating('A6', 'per-package'), stating('A7', 'once')])).toEqual([])
  })

  it('is refused when it is an amount of money, with the currency of the rate', () => {
    expect(first(stating('A3', '80000 EUR'))).toMatch(
      /no amount of money \("80000 EUR"\); amounts stand in laborRate, in USD/,
    )
  })

  it('is refused when its readings change places, once all that is given is known', () => {
    expect(first(stating('A3', null, 3, null))).toMatch(
      /^assumptions\[0\]\.central: .* 3 lies above the high one, 2\.4/,
    )
    expect(mistakes([stating('A3', null, 3, null), stating('A3-labor-rate', null, null, 4)])).toEqual([])
    expect(first(stating('A4', 'all', 'runtime', 'all'))).toMatch(/low reading all lies above the central one, runtime/)
    expect(first(stating('lifetime', 2, 3, 4))).toMatch(/low reading 2 lies below the central one, 3/)
    expect(mistakes([stating('lifetime', 5, 3, 2)])).toEqual([])
  })

  it('acts, and is told with its source', () => {
    const portfolio = withAssumptions(samplePortfolio([lodash]), [
      stating('A1', 'raw'),
      stating('A2-model', 'custom:3, 1'),
      stating('A2-eaf', 2),
      stating('A3', 1, 2, 3),
    ])
    const { packages, assumptions: told } = assessValue(portfolio)
    expect(packages[0]?.personMonths).toEqual({ low: 72, central: 72, high: 72 })
    expect(packages[0]?.money.central).toBeCloseTo((72 * 132_930 * 2) / 12, 6)
    expect(told.find(({ id }) => id === 'A2-model')).toMatchObject({
      central: 'Own constants: 3 · KSLOC^1 person-months',
      values: { central: 'custom:3,1' },
      source: 'A test',
      basis: 'stated',
      isDefault: false,
    })
    const figure = valueFigures(portfolio, assessValue(portfolio)).find(({ id }) => id === 'value/assumption/A2-eaf')
    expect(figure?.figure.from).toEqual([{ kind: 'observed', evidence: 'organization', at: '/assumptions/2' }])
  })

  it('stops an assessment with the problem', () => {
    const portfolio = withAssumptions(samplePortfolio([lodash]), [stating('A8', 2)])
    expect(() => assessValue(portfolio)).toThrow(ProblemError)
    expect(assumptionProblem(portfolio.organization)).toMatchObject({ code: 'config-invalid' })
    expect(assumptionProblem(samplePortfolio([lodash]).organization)).toBeUndefined()
  })
})

describe('a labor rate from elsewhere', () => {
  it.each([
    ['yearlyWage', -60_000],
    ['yearlyWage', 0],
    ['loadFactor', 0.5],
    ['currency', 'euros'],
  ])('is refused when %s is %s', (field, value) => {
    const portfolio = withOrganization(samplePortfolio([lodash]), {
      laborRate: { ...defaultLaborRate(), [field]: value },
    })
    let where = ''
    try {
      assessValue(portfolio)
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'config-invalid') where = error.problem.where
    }
    expect(where).toBe(`laborRate.${field}`)
  })
})

describe('what is tried out', () => {
  it('reads one value for all bands, or one band', () => {
    expect(readWhatIf('A3=1.8')).toMatchObject({ setting: { id: 'A3', low: '1.8', central: '1.8', high: '1.8' } })
    expect(readWhatIf(' A3.low = 1 ')).toMatchObject({ setting: { id: 'A3', low: '1', central: null, high: null } })
    expect(readWhatIf('A2=custom:2,1.1')).toMatchObject({ setting: { low: 'custom:2,1.1' } })
    for (const odd of ['A3', '=2', 'A3=', 'A3.middle=2', '']) expect(readWhatIf(odd)).toMatchObject({ ok: false })
  })

  it('wins over what is stated, and any unknown id is a mistake', () => {
    const read = readAssumptions(defaultLaborRate(), [stating('A2-eaf', 2)], [stating('A2-eaf', '3')])
    expect(read.ok && read.assumptions.find(({ id }) => id === 'A2-eaf')).toMatchObject({
      values: { central: 3 },
      basis: 'what-if',
    })
    const refused = readAssumptions(defaultLaborRate(), [], [stating('C1-hours', 2)])
    expect(!refused.ok && problemOfMistake(refused.mistakes[0])).toMatchObject({ code: 'usage' })
  })
})

/** Packages on which every assumption acts, and settings under which none hides another. */
const everyKind: readonly SampleUse[] = [
  { purl: 'pkg:npm/plain@1', product: 'portal', lines: 900, rawLines: 1900 },
  { purl: 'pkg:npm/tested@1', product: 'portal', lines: 800, rawLines: 1800, scope: 'development' },
  { purl: 'pkg:npm/maybe@1', product: 'portal', lines: 700, rawLines: 1700, scope: 'optional' },
  { purl: 'pkg:npm/deep-large@1', product: 'shop', lines: 20_000, rawLines: 30_000, directness: 'transitive' },
  { purl: 'pkg:npm/deep-small@1', product: 'shop', lines: 600, rawLines: 1600, directness: 'transitive' },
  { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 500, rawLines: 1500 },
  { purl: 'pkg:npm/embedded-tests@1', product: 'bought-suite', lines: 400, rawLines: 1400, scope: 'development' },
  { purl: 'pkg:npm/unsized@1', product: 'portal' },
]
const base = [
  stating('A4', 'runtime', 'runtime-and-optional', 'all'),
  stating('A5-use', 0.25, 0.5, 0.75),
  stating('A8', 0.2, 0.5, 0.9),
]
const others: Readonly<Partial<Record<ValueAssumptionId, readonly (number | string)[]>>> = {
  'A1-size': ['deduplicated', 'raw'],
  'A2-model': ['cocomo81-embedded'],
  'A2-eaf': [2],
  'A3-labor-rate': [3],
  'A4-scope': ['runtime', 'all'],
  'A5-use': [0.6],
  'A5-large-lines': [100, 1_000_000],
  'A8-bought-products': [0.7],
  lifetime: [5],
  'maintenance-share': [0.4],
}

describe('changing one assumption', () => {
  const figuresWith = (assumptions: readonly AssumptionSetting[]) => {
    const portfolio = withAssumptions(
      withOrganization(samplePortfolio(everyKind), {
        units: [{ id: 'city', name: 'City', parent: null }],
      }),
      assumptions,
    )
    return new Map(valueFigures(portfolio, assessValue(portfolio)).map((named) => [named.id, named]))
  }
  const before = figuresWith(base)

  it.each(Object.entries(others))('%s changes exactly the figures whose chain names it', (id, values) => {
    const changed = new Set<string>()
    for (const value of values)
      for (const [figureId, { figure }] of figuresWith([...base, stating(id, value)]))
        if (figure.known && JSON.stringify(figure.value) !== valueText(before.get(figureId))) changed.add(figureId)
    const named = [...before.keys()].filter((figureId) => chainOf(before, figureId).has(`value/assumption/${id}`))
    expect([...changed].toSorted()).toEqual(named.filter((figureId) => before.get(figureId)?.figure.known).toSorted())
    expect(changed.size).toBeGreaterThan(1)
  })

  it('is tried for every assumption that is not fixed', () => {
    const free = assumptions.filter(({ takes }) => takes.kind !== 'fixed').map(({ id }) => id)
    expect(Object.keys(others).toSorted()).toEqual(free.toSorted())
  })
})

function valueText(named: NamedFigure | undefined): string {
  return named?.figure.known === true ? JSON.stringify(named.figure.value) : ''
}

/** All ids that a figure rests on, itself included. */
function chainOf(figures: ReadonlyMap<string, NamedFigure>, id: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(id)) return seen
  seen.add(id)
  for (const source of figures.get(id)?.figure.from ?? [])
    if (source.kind === 'computed') for (const input of source.inputs) chainOf(figures, input, seen)
  return seen
}
