/** What alternatives would cost, asked from the command line of the example organization and of one with round numbers. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { excerptAt } from '#app/explain-place.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { methodText } from '#app/method-catalog.ts'
import type { AlternativesAssessment, AlternativesComparison } from '#domain/assessment/alternatives.ts'
import { readPriceBook } from '#sources/price-book.ts'
import { openStore } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { alternativeFigures } from '#value/alternatives/assess.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const scratch = scratchFolder()
const city = join(scratch, 'city')
const round = join(scratch, 'round')

const organization = `format: 1
id: round
name: Round Numbers
laborRate: { yearlyWage: 60000, currency: USD, loadFactor: 1.4, source: pay table, asOf: 2026-01-01 }
products:
  - { id: site, name: Site, origin: made, criticality: low, audience: public, paths: [site] }
alternatives:
  - { id: database, serves: database, product: site, price: oracle-database-ee-processor, quantity: 20, quantitySource: 40 cores, discount: 0.5 }
  - { id: lodash, serves: collections, part: pkg:npm/lodash, price: slack-pro, quantity: 5, quantitySource: a mistake }
acknowledgedPrices: [oracle-database-ee-processor]
`

beforeAll(() => {
  expect(headwater(['assess', example, '--home', city, '--offline']).code).toBe(0)
  const folder = join(scratch, 'folder')
  writeFiles(folder, { 'organization.yaml': organization, 'site/package-lock.json': packageLock() })
  expect(headwater(['assess', folder, '--home', round, '--offline']).code).toBe(0)
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const ask = (home: string, ...args: string[]) => headwater(['value', 'alternatives', '--home', home, ...args])
const asked = (home: string, ...args: string[]) =>
  JSON.parse(ask(home, '--json', ...args).stdout) as AlternativesAssessment & AlternativesComparison

describe('value alternatives', () => {
  it('prices the worked example with the price book that ships, and refuses a library', () => {
    const { lines, refused, gross } = asked(round)
    const line = lines[0]
    if (line?.gross.figure.known !== true) throw new Error('not priced')
    const { central } = line.gross.figure.value
    expect(central).toBeCloseTo(525_666.67, 2)
    expect(line.discounted.figure).toMatchObject({ value: { low: central / 2, high: central / 2 } })
    expect(refused).toMatchObject([{ substitution: 'lodash', issue: { code: 'library-not-priced' } }])
    expect(gross.coverage).toEqual({ known: 1, of: 1, unit: 'functions' })
  })

  it('tells of the example what is priced, paid already, not counted and not checked', () => {
    const { lines, stale, candidates, gross, net } = asked(city)
    expect(lines.map(({ substitution, state }) => [substitution, state])).toEqual([
      ['archive-database', 'priced'],
      ['archive-system', 'priced'],
      ['sensor-monitoring', 'priced'],
      ['portal-database', 'no-quantity'],
      ['planner-database', 'price-stale'],
      ['crane-monitoring', 'paid-already'],
    ])
    expect(lines.filter(({ isPartFound }) => isPartFound === false)).toEqual([])
    expect(gross.coverage).toEqual({ known: 4, of: 6, unit: 'functions' })
    expect(net.coverage).toEqual({ known: 3, of: 6, unit: 'functions' })
    expect(stale).toMatchObject([{ price: 'sql-server-2022-enterprise', asOf: null, ageDays: null }])
    expect(candidates).toMatchObject([{ software: 'postgresql' }])
  })

  it('tries out another price, a quantity, a discount, buying and leaving [row 62]', () => {
    const dearer = asked(city, '--switch', 'archive-system=rhel-server-premium', '--discount', 'archive-system=0')
    expect(dearer.changed).toHaveLength(1)
    expect(dearer.difference.gross.figure).toMatchObject({ value: { central: 1000 } })
    expect(dearer.changed[0]?.difference.net.figure).toMatchObject({ value: { central: 2598 - 1598 * 0.75 } })
    const left = asked(city, '--leave', 'crane-monitoring', '--buy', 'archive-system')
    expect(left.difference.gross.figure).toMatchObject({ value: { central: 6 * 15 * 12 - 1598 } })
    const other = asked(city, '--switch', 'archive-system=rhel-virtual-datacenter')
    expect(other.changed[0]?.after).toMatchObject({ state: 'no-quantity', quantity: { figure: { known: false } } })
    const held = asked(city, '--acknowledge', 'sql-server-2022-enterprise')
    expect(held.changed).toMatchObject([{ substitution: 'planner-database', after: { state: 'priced' } }])
  })

  it.each([
    ['a substitution that there is none of', ['--quantity', 'none=4']],
    ['a price that there is none of', ['--switch', 'archive-system=none']],
    ['a discount in percent', ['--discount', 'archive-system=40']],
    ['a quantity of nothing', ['--quantity', 'archive-system=0']],
    ['a quantity in words', ['--quantity', 'archive-system=many']],
    ['half of a pair', ['--switch', 'archive-system']],
    ['buying and leaving at once', ['--buy', 'archive-system', '--leave', 'archive-system']],
    ['a price to acknowledge that there is none of', ['--acknowledge', 'none']],
  ])('refuses %s', (_case, args) => {
    const { code, stdout, stderr } = ask(city, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(args.at(-2))
  })

  it.each([
    ['en', '4 of 6 functions priced', 'paid for already', 'never add the two', '$26.3K – $52.6K'],
    ['de', '4 von 6 Aufgaben bewertet', 'schon bezahlt', 'nie zusammenzählen', '26.300\u00A0$ – 52.600\u00A0$'],
    ['ja', '6 機能のうち 4 機能を算定', '支払い済み', '足してはいけません', '$2.63万 – $5.26万'],
  ])('says it in %s', (language, ...texts) => {
    const { code, stdout } = ask(city, '--language', language)
    expect(code).toBe(0)
    for (const text of texts) expect(stdout).toContain(text)
    expect(stdout).toContain('serves: database')
    expect(ask(city, '--language', language).stdout).toBe(stdout)
    const whatIf = ask(city, '--language', language, '--switch', 'archive-system=rhel-server-premium').stdout
    expect(whatIf).not.toBe(stdout)
    expect(whatIf).toContain('Premium')
  })

  it('names a line whose part no document holds, one that shares a purchase, and one that may not be valued', () => {
    const folder = join(scratch, 'odd')
    const line = 'product: site, price: slack-pro, quantity: 5, quantitySource: a count'
    const odd = organization.replace(
      'acknowledgedPrices',
      `  - { id: chat, serves: chat, part: pkg:docker/zulip/docker-zulip, ${line} }\n  - { id: calls, serves: calls, ${line} }\n  - { id: again, serves: Chat, ${line} }\nacknowledgedPrices`,
    )
    writeFiles(folder, { 'organization.yaml': odd, 'site/package-lock.json': packageLock() })
    const home = join(scratch, 'odd-home')
    expect(headwater(['assess', folder, '--home', home, '--offline']).code).toBe(0)
    const { stdout } = ask(home)
    expect(stdout).toContain('chat: no document names pkg:docker/zulip/docker-zulip')
    expect(stdout).toContain('chat: bought once, together with calls')
    expect(stdout).toContain('again: The function has an alternative already')
    expect(stdout).toContain('lodash: A library is not bought as such')
  })

  it('finds nothing where nobody stated anything and nothing could be valued, and says that this is not zero', () => {
    const folder = join(scratch, 'plain')
    writeFiles(folder, { 'package-lock.json': packageLock() })
    const home = join(scratch, 'plain-home')
    expect(headwater(['assess', folder, '--home', home, '--offline']).code).toBe(0)
    expect(ask(home)).toMatchObject({ code: 5, stdout: expect.stringContaining('unknown, not zero') })
  })

  it('finds nothing where nothing was recorded', () => {
    expect(ask(join(scratch, 'empty')).code).toBe(5)
  })
})

describe('the figures of the example', () => {
  it('lead to places of organization.yaml that hold what was read, and to methods with a formula', async () => {
    const store = await openStore({ home: city })
    const portfolio = await loadPortfolio(store, { asOf: '2026-11-22', knownAt: '2026-11-22T00:00:00.000Z' })
    await store.close()
    if (portfolio === undefined) throw new Error('nothing recorded')
    const bytes = readFileSync(join(example, 'organization.yaml'))
    const figures = alternativeFigures(portfolio, readPriceBook())
    const sources = figures.flatMap(({ figure }) => figure.from.map((source) => ({ source, figure })))
    const places = sources.flatMap(({ source, figure }) =>
      source.kind === 'observed' && figure.known
        ? [[excerptAt(bytes, source.at)?.text.split(': ').at(-1), JSON.stringify(figure.value)] as const]
        : [],
    )
    expect(places.length).toBeGreaterThan(8)
    expect(places.filter(([text, value]) => text !== value)).toEqual([])
    const methods = sources.flatMap(({ source }) => (source.kind === 'computed' ? [source.method] : []))
    expect(methods.filter((method) => methodText(method) === undefined)).toEqual([])
  })
})

describe('value prices', () => {
  it('lists the book with the age of each price, and only those that wait when asked', () => {
    const list = (...args: string[]) =>
      JSON.parse(headwater(['value', 'prices', '--json', ...args]).stdout) as {
        prices: { id: string; ageDays: number | null; isStale: boolean }[]
        unpriced: { id: string }[]
      }
    const { prices, unpriced } = list()
    expect(prices.find(({ id }) => id === 'oracle-database-ee-processor')).toMatchObject({
      ageDays: 631,
      isStale: true,
    })
    expect(prices.find(({ id }) => id === 'gitlab-premium')).toMatchObject({ ageDays: 181, isStale: false })
    expect(unpriced.map(({ id }) => id)).toContain('matlab')
    const stale = list('--stale').prices
    expect(stale).toEqual(prices.filter(({ isStale }) => isStale))
    expect(stale.length).toBeLessThan(prices.length)
  })

  it.each([
    ['en', 'wait for somebody to check them'],
    ['de', 'warten darauf, dass jemand sie prüft'],
    ['ja', '確認待ち'],
  ])('says it in %s', (language, text) => {
    const { code, stdout } = headwater(['value', 'prices', '--language', language])
    expect([code, stdout.includes(text), stdout.includes('47')]).toEqual([0, true, true])
  })
})
