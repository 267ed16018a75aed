/** What a person does in the portal, with a real browser on the example organization. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startJobThreads, type JobThreads } from '#app/job-threads.ts'
import type { Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { assessedExample } from '#test/assessed-example.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }
const log4j = '/component?purl=pkg%3Amaven%2Forg.apache.logging.log4j%2Flog4j-core'

const pages = [
  '/',
  '/inventory',
  '/inventory?show=packages',
  '/products/cargo-manifest',
  '/products/tariff-calculator',
  log4j,
  '/vulnerabilities',
  '/licenses',
  '/risk',
  '/value',
  '/contributions',
  '/maturity',
  '/motivators',
  '/advice',
  '/reports',
  '/settings',
  '/sign-in',
]

/** Evaluated in the page, which TypeScript does not know here. */
const pageWidth = 'document.documentElement.scrollWidth'
const openAll = 'for (const one of document.querySelectorAll("main details")) one.open = true'
/** What lies over the page when it is open, each on its own. */
const menus = 'main details.chooser'
const openText = `for (const one of document.querySelectorAll("main details")) one.open = !one.matches("${menus}")`

describe.skipIf(chromiumPath === undefined)('the portal in a browser', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-portal-'))
  let browser: Browser
  let store: Store
  let server: RunningServer
  let threads: JobThreads
  const bugs: string[] = []

  beforeAll(async () => {
    store = await assessedExample(home)
    threads = startJobThreads({
      store,
      options: { home },
      home,
      environment: {},
      language: 'en',
      general: 1,
      hasUrgent: false,
      onBug: (_id, text) => bugs.push(text),
    })
    server = await startServer({
      store,
      home,
      clock: () => new Date().toISOString(),
      language: 'en',
      host: '127.0.0.1',
      port: 0,
    })
    browser = await launchChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await threads?.stop()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
    expect(bugs).toEqual([])
  })

  async function open(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
    const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', locale: 'en', ...options })
    const page = await context.newPage()
    await go(page, path)
    return { page, context }
  }

  async function go(page: Page, path: string): Promise<void> {
    await page.goto(`${server.address}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
  }

  const views = languages.flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
  )

  it.each(views)(
    'has no accessibility violation on any page: $language, $colorScheme',
    async ({ language, colorScheme }) => {
      const { page, context } = await open('/', { locale: language, colorScheme })
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      const found: string[] = []
      for (const path of pages) {
        await go(page, path)
        await page.evaluate(openText)
        found.push(...(await violations(page)).map((one) => `${path} ${one}`))
      }
      expect(found).toEqual([])
      await context.close()
    },
    600_000,
  )

  it('shows first what weighs most, among products and packages alike', async () => {
    const { page, context } = await open('/value')
    for (const list of ['products', 'packages']) {
      const url = `${server.address}/api/v1/${list}?sort=value&order=descending&limit=1`
      const { items } = (await (await fetch(url)).json()) as { readonly items: readonly { readonly name: string }[] }
      const first = page.locator(`[data-table="value-${list}"] tbody tr`).first()
      expect(await first.textContent()).toContain(items[0]?.name)
    }
    await context.close()
  })

  it('has none in the panel, the detail and the search either, and would see one (canary)', async () => {
    const { page, context } = await open('/maturity')
    for (const menu of await page.locator(menus).all()) {
      await menu.locator('summary').click()
      expect(await violations(page)).toEqual([])
      await menu.locator('summary').click()
    }
    await go(page, '/vulnerabilities')
    await page.locator('tbody tr').first().locator('td').last().click()
    await page.getByRole('dialog').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await go(page, '/?why=value%2Fusage-replacement')
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or go to …' }).fill('log4j')
    await page
      .getByRole('option', { name: /log4j-core/ })
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.addStyleTag({ content: '.muted { color: #b8c4ca !important }' })
    expect((await violations(page)).join()).toContain('color-contrast')
    await context.close()
  })

  it.each(languages)('never scrolls sideways on a telephone: %s', async (language) => {
    const { page, context } = await open('/', { viewport: narrow, locale: language })
    const tooWide: string[] = []
    for (const path of pages) {
      await go(page, path)
      await page.evaluate(openAll)
      const width = await page.evaluate<number>(pageWidth)
      if (width > narrow.width) tooWide.push(`${path}: ${width}`)
    }
    expect(tooWide).toEqual([])
    await go(page, '/')
    await page.getByRole('button', { expanded: false }).first().click()
    expect(await page.locator('.side nav a').first().isVisible()).toBe(true)
    await context.close()
  })

  it('explains the first figure by keyboard, down to the original bytes, and gives the focus back', async () => {
    const { page, context } = await open('/')
    await focusByTab(page, '[data-figure="inventory/packages"]')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Why this number' })
    await panel.waitFor()
    await panel.getByText('headwater explain inventory/packages').waitFor()
    await panel.getByText('count of distinct package URLs').first().waitFor()
    await panel.locator('summary').first().press('Enter')
    await panel.getByText('unchanged').first().waitFor()
    expect(new URL(page.url()).searchParams.get('why')).toBe('inventory/packages')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate('document.activeElement?.dataset.figure')).toBe('inventory/packages')
    await context.close()
  })

  it('finds a package by keyboard, and which products contain it below a version', async () => {
    const { page, context } = await open('/')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or go to …' }).waitFor()
    await page.keyboard.type('log4j-core')
    await page
      .getByRole('option', { name: /log4j-core/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'org.apache.logging.log4j:log4j-core' }).waitFor()
    await page.getByRole('searchbox', { name: 'Only versions below' }).focus()
    await page.keyboard.type('2.15.0')
    const table = page.locator('[data-table="where-used"]')
    await table.getByRole('link', { name: 'Cargo manifest service' }).waitFor()
    expect(new URL(page.url()).searchParams.get('below')).toBe('2.15.0')
    await page.getByRole('searchbox', { name: 'Only versions below' }).fill('2.0')
    await expect.poll(() => table.locator('tbody tr').count()).toBe(0)
    await context.close()
  })

  it('keeps sorting and filters in the address', async () => {
    const { page, context } = await open('/inventory?show=packages')
    await page
      .getByRole('button', { name: /^Products/ })
      .last()
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=products\.desc/)
    const table = page.locator('[data-table="packages"]')
    const first = () => table.locator('tbody tr').first().locator('th').textContent()
    await expect.poll(first).toMatch(/lodash/)
    await page.getByRole('searchbox', { name: 'Text' }).fill('jackson')
    await page.waitForURL(/q=jackson/)
    await expect.poll(() => table.locator('tbody tr').count()).toBe(3)
    await page.reload()
    await expect.poll(() => table.locator('tbody tr').count()).toBe(3)
    expect(await table.locator('th[aria-sort="descending"]').textContent()).toContain('Products')
    await context.close()
  })

  it('walks the queue by keyboard and opens what an advisory reaches', async () => {
    const { page, context } = await open('/vulnerabilities')
    await page.getByRole('region', { name: 'What to look at first' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByRole('link', { name: 'Cargo manifest service' }).waitFor()
    expect(await panel.textContent()).toContain('CVE-2021-44228')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await context.close()
  })

  it('answers a what-if by keyboard, and the address holds what was tried', async () => {
    const { page, context } = await open('/value')
    await page.getByRole('slider', { name: /A3-labor-rate/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('At the labor rate: tried out').first().waitFor()
    expect(new URL(page.url()).searchParams.get('assume')).toMatch(/^A3-labor-rate=/)
    await page.getByRole('button', { name: 'Back to the assumptions that count' }).press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.has('assume')).toBe(false)
    await context.close()
  })

  it('walks the tree of a product with the arrow keys', async () => {
    const { page, context } = await open('/products/cargo-manifest')
    const items = page.getByRole('treeitem')
    const before = await items.count()
    const closed = page.locator('[role="treeitem"][aria-expanded="false"]').first()
    await items.first().focus()
    while ((await page.evaluate('document.activeElement?.getAttribute("aria-expanded")')) !== 'false')
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await items.count()).toBeGreaterThan(before)
    await page.keyboard.press('ArrowLeft')
    expect(await items.count()).toBe(before)
    expect(await closed.count()).toBe(1)
    await context.close()
  })

  it('can be toured in the seven steps of the README', async () => {
    const steps = readFileSync('README.md', 'utf8').match(/^\d\. \*\*[^*]+\*\*/gm) ?? []
    expect(steps.map((step) => step.replace(/^\d\. |\*/g, ''))).toEqual([
      'Home',
      'Ctrl K',
      'Vulnerabilities',
      'Value',
      'Motivators',
      'Advice',
      'Reports',
    ])
    const { page, context } = await open('/')
    const to = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    const dialog = page.getByRole('dialog')

    await page.locator('[data-figure="value/usage-replacement"]').first().click()
    await page.getByRole('dialog', { name: 'Why this number' }).waitFor()
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or go to …' }).fill('log4j-core')
    await page
      .getByRole('option', { name: /log4j-core/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox', { name: 'Only versions below' }).fill('2.15.0')
    await page.locator('[data-table="where-used"]').getByRole('link', { name: 'Cargo manifest service' }).waitFor()

    await to('Vulnerabilities')
    await page.locator('[data-table="findings"] tbody tr').first().locator('td').last().click()
    await dialog.getByRole('combobox', { name: 'It is' }).selectOption({ index: 1 })
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Being looked at.')
    await dialog.getByRole('button', { name: 'State it' }).click()
    await dialog.getByRole('button', { name: /^Undo/ }).first().click()
    await dialog.getByText('Taken back. It stands as it did before.').waitFor()
    await page.keyboard.press('Escape')

    await to('Value')
    await page.getByRole('slider', { name: /A3-labor-rate/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/assume=A3-labor-rate/)

    await to('Motivators')
    const bar = page.locator('[data-motivator="not-one-head"]')
    await bar.focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => bar.getAttribute('data-span')).toBe('1-2')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => bar.getAttribute('data-span')).toBe('2-3')
    await page.getByRole('button', { name: 'Copy the text' }).waitFor()

    await to('Advice')
    await page.locator('[data-figure^="advice/symptom/"]').first().waitFor()

    await to('Reports')
    await page
      .getByRole('form', { name: 'Open a report' })
      .getByRole('combobox', { name: 'Language' })
      .selectOption('ja')
    await page.getByRole('combobox', { name: 'Report', exact: true }).selectOption('executive')
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Open', exact: true }).click()
    // It is made in the background, and the page of it comes by itself.
    const language = async (): Promise<string | null> => (await opened).locator('html').getAttribute('lang')
    await expect.poll(language, { timeout: 30_000 }).toBe('ja')
    await context.close()
  })

  it('never shows as nothing what nobody looked for', async () => {
    const { page, context } = await open('/inventory')
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await row('Records archive').getByText('0 of 73').waitFor()
    expect(await row('Records archive').getByText('not looked up').count()).toBe(2)
    expect(await row('Tariff calculator').getByRole('link').allInnerTexts()).toEqual(['Tariff calculator'])
    await row('Tariff calculator').getByRole('link').click()
    await page.getByRole('heading', { name: 'Nothing has been read for this product yet' }).waitFor()
    expect(await page.locator('.figures').getByText('0', { exact: true }).count()).toBe(0)
    await page.goto(`${server.address}/component?purl=pkg%3Adeb%2Fdebian%2Fcurl`)
    await page.getByText('Whether an advisory speaks about it was not looked up.').waitFor()
    await page.goto(`${server.address}/?unit=finance`)
    const urgent = page.locator('.glance > *').filter({ hasText: 'Urgent' })
    await urgent.getByText('not looked up').first().waitFor()
    await page.getByRole('heading', { name: 'Nothing has been read here yet' }).waitFor()
    expect(await page.locator('.glance').getByText('0', { exact: true }).count()).toBe(0)
    await context.close()
  })

  it('narrows every page to the unit that is chosen', async () => {
    const { page, context } = await open('/inventory')
    const rows = page.locator('[data-table="products"] tbody tr')
    const all = await rows.count()
    await page.getByRole('combobox', { name: 'Unit' }).selectOption('citizen-services')
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await page.getByRole('navigation').getByRole('link', { name: 'Value' }).click()
    await page.waitForURL(/\/value\?unit=citizen-services/)
    await context.close()
  })

  it('runs under a policy that allows no script but its own, without a violation', async () => {
    const { page, context } = await open('/')
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    for (const path of pages) await go(page, path)
    expect(refused).toEqual([])
    await context.close()
  })
})

/** As a person who has no mouse: forward until it is there. */
async function focusByTab(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return
  }
  throw new Error(`Tab does not reach ${selector}`)
}
