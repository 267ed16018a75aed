/**
 * Every number of the portal opens: to its working, to the rows it counts, or to the terms of its sum; for who sees everything
 * and for a reader of one unit.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessSettings } from '#app/access/request.ts'
import { batches } from '#store/rows.ts'
import type { Store } from '#store/store.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { assessedExample } from '#test/assessed-example.ts'
import { chromiumPath, launchChromium } from '#test/chromium.ts'
import { goodPassword, samplePerson } from '#test/sample-access.ts'

const component = '/component?purl=pkg%3Amaven%2Forg.apache.logging.log4j%2Flog4j-core'
/** Its advice is worked out when the page asks. */
const unlisted = '/component?purl=pkg%3Anpm%2Faxios'
const shared = '/component?purl=pkg%3Anpm%2Flodash'
const everywhere = [
  '/',
  '/inventory',
  '/inventory?show=packages',
  '/vulnerabilities',
  '/licenses',
  '/risk',
  '/value',
  '/contributions',
  '/maturity',
  '/motivators',
  '/advice',
  '/reports',
]
const ofTheWhole = [...everywhere, '/products/cargo-manifest', component, unlisted]
const ofTheUnit = [...everywhere, '/products/tide-portal', shared]

/** Figures of one kind are made alike, and each chain is read down to the originals. */
const mostOfFamily = 15

/** Digits that are no number to open, by where or how they stand. */
const allowed: Readonly<Record<string, string>> = {
  doors: 'a, button, summary',
  'what a person sets': 'select, option, output',
  'names, ids and versions': 'h1, .lead-text, tbody th, code, pre, [translate="no"]',
  'what others wrote': '.said',
  'formulas and scales': '.formula, .scale',
  'the terms of a sum': '.sum',
  'pictures, whose numbers stand in the table behind them': 'svg',
  moments: 'time',
  'how many rows a table shows': '.tools .count',
}

/** As the formats write them in English. */
const dates = /[A-Z][a-z]{2} \d{1,2}, \d{4}/g

/** Evaluated in the page, which TypeScript does not know here. Menus lie over the page when they are open. */
const openAll =
  'for (const one of document.querySelectorAll("main details:not(.chooser, .page-head *)")) one.open = true'
const digitsOutside = `(() => {
  const found = []
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  for (let node; (node = walker.nextNode()); )
    if (/\\d/.test(node.data.replace(${String(dates)}, '')) && !node.parentElement.closest(${JSON.stringify(Object.values(allowed).join(', '))}))
      found.push(node.parentElement.className + ': ' + node.data.slice(0, 80))
  return found
})()`
const doors = `[...new Set([...document.querySelectorAll('main [data-figure]')].map((one) => one.dataset.figure))]`
const countLinks = `[...document.querySelectorAll('main a[data-counts]')].map((one) => ({
  text: one.innerText,
  href: one.getAttribute('href'),
  where: (one.closest('[data-table]')?.dataset.table ?? '') + ' ' + (one.closest('td')?.cellIndex ?? one.closest('dd, li, p')?.innerText ?? ''),
}))`

type CountLink = { readonly text: string; readonly href: string; readonly where: string }

describe.skipIf(chromiumPath === undefined)('numbers in the portal', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-figures-'))
  let browser: Browser
  let store: Store
  const servers: RunningServer[] = []

  beforeAll(async () => {
    store = await assessedExample(home, ['2026-06-30'])
    browser = await launchChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    for (const server of servers) await server.close()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  /** @param port of a server that people sign in to, under its name on this machine */
  async function serve(port?: number): Promise<string> {
    const publicAddress = port === undefined ? null : `http://localhost:${port}`
    const server = await startServer({
      store,
      home,
      clock: () => new Date().toISOString(),
      language: 'en',
      host: '127.0.0.1',
      port: port ?? 0,
      ...(port === undefined
        ? {}
        : { access: { ...accessSettings({}, { isLoopbackOnly: false, offline: true }), publicAddress } }),
    })
    servers.push(server)
    return publicAddress ?? server.address
  }

  /** A page of somebody who sees every column. */
  async function engineer(address: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      locale: 'en',
    })
    await context.addInitScript('localStorage.setItem("headwater.audience", "engineer")')
    const page = await context.newPage()
    await page.goto(`${address}/reports`)
    await page.locator('h1').waitFor()
    return page
  }

  async function go(page: Page, path: string): Promise<void> {
    await page.goto(new URL(path, page.url()).href)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(openAll)
    await page.waitForLoadState('networkidle')
  }

  /** What is wrong with the working of a figure; undefined when it tells something. */
  async function faultOf(page: Page, id: string): Promise<string | undefined> {
    const path = id.split('/').map(encodeURIComponent).join('/')
    const answer = await page.request.get(new URL(`/api/v1/figures/${path}`, page.url()).href)
    if (answer.status() !== 200) return `${id}: ${answer.status()}`
    const chain = (await answer.json()) as Record<string, readonly unknown[]> & { known: boolean; why: string | null }
    const tells = ['evidence', 'declared', 'assumptions'].some((kind) => (chain[kind]?.length ?? 0) > 0)
    const isSaid = chain['method'] !== null || tells || chain['isOwnEvidenceOnly'] || !chain.known
    return isSaid ? undefined : `${id}: nothing`
  }

  /** Rows of the list that an address leads to. */
  async function rowsAt(page: Page, href: string): Promise<number> {
    await page.goto(new URL(href, page.url()).href)
    const { pathname, searchParams, hash } = new URL(page.url())
    if (searchParams.has('subject')) {
      const panel = page.getByRole('dialog')
      await panel.locator('dl.chain').waitFor()
      return panel.locator('a[href^="/products/"]').count()
    }
    const byPath: Readonly<Record<string, string>> = {
      '/vulnerabilities': 'findings',
      '/licenses': 'parts',
      '/risk': 'subjects',
    }
    const byView = searchParams.get('show') === 'packages' ? 'packages' : 'products'
    const table = hash === '' ? (byPath[pathname] ?? byView) : hash.slice(1)
    const count = page.locator(`[data-table="${table}"] .tools .count`)
    const nothing = page.locator(`[data-empty="${table}"]`)
    await count.or(nothing).waitFor()
    if (await nothing.isVisible()) return 0
    const said = (await count.textContent()) ?? ''
    return numberIn(/ of (.*)$/.exec(said)?.[1] ?? said)
  }

  async function showsWorking(page: Page, id: string): Promise<boolean> {
    await page
      .locator(`main [data-figure=${JSON.stringify(id)}]`)
      .first()
      .press('Enter')
    const panel = page.getByRole('dialog', { name: 'Why this number' })
    const outcome = panel.locator('dl.chain, [role="alert"]').first()
    await outcome.waitFor()
    const isShown = (await outcome.getAttribute('role')) !== 'alert'
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    return isShown
  }

  async function walk(page: Page, paths: readonly string[]) {
    const digits: string[] = []
    const figures = new Map<string, string>()
    const links = new Map<string, CountLink>()
    for (const path of paths) {
      await go(page, path)
      digits.push(...(await page.evaluate<string[]>(digitsOutside)).map((one) => `${path} ${one}`))
      for (const id of await page.evaluate<string[]>(doors)) figures.set(id, path)
      // Of each column one above zero and one more: they are all made alike.
      for (const link of await page.evaluate<CountLink[]>(countLinks)) {
        const key = `${link.where.startsWith(' ') ? path : ''}${link.where} ${numberIn(link.text) > 0}`
        if (!links.has(key)) links.set(key, link)
      }
    }
    return { digits, figures, links }
  }

  async function faultsOf(page: Page, paths: readonly string[]) {
    const { digits, figures, links } = await walk(page, paths)
    const silent: string[] = []
    const ofFamily = Map.groupBy(figures, ([id]) => id.split('/', 2).join('/'))
    const asked = [...ofFamily.values()].flatMap((family) => family.slice(0, mostOfFamily))
    for (const some of batches(asked, 8)) {
      const faults = await Promise.all(some.map(async ([id, path]) => ({ path, fault: await faultOf(page, id) })))
      silent.push(...faults.flatMap(({ path, fault }) => (fault === undefined ? [] : [`${path} ${fault}`])))
    }
    const inexact: string[] = []
    for (const [where, { text, href }] of links) {
      if (!/\d/.test(text)) continue
      const rows = await rowsAt(page, href)
      if (rows !== numberIn(text)) inexact.push(`${where}: ${text} leads to ${rows} rows at ${href}`)
    }
    // The panel itself, once for each family of figures.
    const families = new Map([...figures].map(([id, path]) => [id.split('/', 2).join('/'), { id, path }]))
    for (const [path, of] of Map.groupBy(families.values(), (one) => one.path)) {
      await go(page, path)
      for (const { id } of of) if (!(await showsWorking(page, id))) silent.push(`${path} ${id}: nothing in the panel`)
    }
    return { digits, silent, inexact, opened: figures.size, counted: links.size }
  }

  it('open for who sees everything', { timeout: 1_200_000 }, async () => {
    const page = await engineer(await serve())
    const { opened, counted, ...faults } = await faultsOf(page, ofTheWhole)
    expect(faults).toEqual({ digits: [], silent: [], inexact: [] })
    expect(opened).toBeGreaterThan(200)
    expect(counted).toBeGreaterThan(40)
    await page.context().close()
  })

  it('of the assessment before lead to its reports', async () => {
    const page = await engineer(await serve())
    for (const path of ['/', '/inventory', '/vulnerabilities', '/value', '/contributions', '/reports']) {
      await go(page, path)
      await page.locator('main .change a').first().click()
      const chosen = page.getByRole('combobox', { name: 'Assessment' }).locator('option:checked')
      await expect.poll(() => chosen.textContent(), { message: path }).toContain('Jun 30, 2026')
    }
    await page.context().close()
  })

  it('open for a reader of one unit, who has as many doors as there are numbers', { timeout: 1_200_000 }, async () => {
    const login = 'reader@harbor.example'
    await samplePerson(store, login, [{ role: 'viewer', unit: 'citizen-services' }], new Date().toISOString())
    const page = await engineer(await serve(await freePort()))
    await page.goto(new URL('/sign-in', page.url()).href)
    await page.getByRole('textbox', { name: 'Name' }).fill(login)
    await page.getByLabel('Password').fill(goodPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((address) => address.pathname !== '/sign-in')
    const { opened, counted, ...faults } = await faultsOf(page, ofTheUnit)
    expect(faults).toEqual({ digits: [], silent: [], inexact: [] })
    expect(opened).toBeGreaterThan(100)
    expect(counted).toBeGreaterThan(30)
    await page.context().close()
  })

  it('would be seen if they did not (canary)', { timeout: 60_000 }, async () => {
    const page = await browser.newPage()
    await page.setContent('<main><p class="bare">12 parts on Nov 26, 2026</p><p>Nov 26, 2026</p><a>7</a></main>')
    expect(await page.evaluate<string[]>(digitsOutside)).toEqual(['bare: 12 parts on Nov 26, 2026'])
    await page.close()
  })
})

function numberIn(text: string): number {
  return Number((/\d[\d,]*/.exec(text)?.[0] ?? 'NaN').replaceAll(',', ''))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolve(typeof found === 'object' && found !== null ? found.port : 0))
    })
  })
}
