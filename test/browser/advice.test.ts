/** Advice in a real browser: put aside and brought back, decided and answered, on the example organization. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '#app/assess.ts'
import { engageOn } from '#app/counsel.ts'
import { silent } from '#app/progress.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'

const django = 'pkg:pypi/django'
const component = `/component?purl=${encodeURIComponent(django)}`
const nextYear = String(new Date().getUTCFullYear() + 1)

/** Evaluated in the page, which TypeScript does not know here. */
const pageWidth = 'document.documentElement.scrollWidth'
// The chooser of columns lies over the first rows while it is open.
const openAll = 'for (const one of document.querySelectorAll("main details:not(.chooser)")) one.open = true'
const focused = 'document.activeElement?.textContent'

describe.skipIf(chromiumPath === undefined)('advice in a browser', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-advice-'))
  let browser: Browser
  let store: Store
  let server: RunningServer

  beforeAll(async () => {
    const example = join(home, 'example')
    cpSync('examples/harbor-city', example, { recursive: true })
    store = await openStore({ home })
    const clock = () => new Date().toISOString()
    const options = {
      asOf: undefined,
      clones: [],
      home,
      isOffline: true,
      mostSizes: 0,
      mostAsked: 0,
      isMeasuring: false,
    }
    await assess(store, { paths: [example], ...options }, clock, silent)
    server = await startServer({ store, home, clock, language: 'en', host: '127.0.0.1', port: 0 })
    browser = await launchChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  async function open(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en', ...options })
    const page = await context.newPage()
    await go(page, path)
    return { page, context }
  }

  async function go(page: Page, path: string): Promise<void> {
    await page.goto(`${server.address}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
  }

  async function answer<T>(path: string): Promise<T> {
    return (await (await fetch(`${server.address}/api/v1/${path}`)).json()) as T
  }

  const recommended = async (): Promise<readonly string[]> =>
    (
      await answer<{ readonly recommendations: readonly { readonly scenario: string }[] }>('advice')
    ).recommendations.map(({ scenario }) => scenario)

  const views = languages.flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
  )

  it.each(views)(
    'has no accessibility violation, with every detail and form open: $language, $colorScheme',
    async ({ language, colorScheme }) => {
      const { page, context } = await open('/advice', { locale: language, colorScheme })
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await page.evaluate(openAll)
      expect(await violations(page)).toEqual([])
      await page.locator('[data-put-aside]').first().click()
      await page.getByRole('dialog').locator('textarea').waitFor()
      expect(await violations(page)).toEqual([])
      await go(page, component)
      await page.locator('.dealing > button').click()
      await page.locator('form.decide').waitFor()
      await page.evaluate(openAll)
      expect(await violations(page)).toEqual([])
      await context.close()
    },
    60_000,
  )

  it.each(languages)('never scrolls sideways on a telephone: %s', async (language) => {
    const { page, context } = await open('/advice', { viewport: { width: 390, height: 844 }, locale: language })
    await page.evaluate(openAll)
    expect(await page.evaluate<number>(pageWidth)).toBe(390)
    await go(page, component)
    await page.locator('.dealing > button').click()
    expect(await page.evaluate<number>(pageWidth)).toBe(390)
    await context.close()
  })

  it('is among the to-dos of the first page, each of which leads to its entry', async () => {
    const { page, context } = await open('/')
    const ids = (await recommended()).slice(0, 3)
    expect(ids.length).toBeGreaterThan(1)
    const links = page.locator('.todo a[href^="/advice"]')
    await expect.poll(() => links.count()).toBe(ids.length)
    const name = (await page.locator('.todo li', { hasText: 'Advice:' }).nth(1).locator('.what').textContent()) ?? ''
    await links.nth(1).press('Enter')
    await page.waitForURL(/\/advice\?/)
    expect(new URL(page.url()).searchParams.get('open')).toBe(ids[1])
    await page.locator('.recommendation.is-opened').waitFor()
    await expect.poll(() => page.evaluate(focused)).toBe(name.replace(/^.*Advice: /, '').trim())
    await expect.poll(() => page.evaluate('document.activeElement.getBoundingClientRect().top > 48')).toBe(true)
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  it('puts a recommendation aside by keyboard, and brings it back', async () => {
    const { page, context } = await open('/advice')
    const [first = ''] = await recommended()
    const button = page.locator(`[data-put-aside="${first}"]`)
    await button.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel('Why').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    await page.keyboard.type('We do this after the move')
    await page.keyboard.press('Tab')
    await page.keyboard.type(`0630${nextYear}`)
    await page.keyboard.press('Enter')
    await panel.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate<string>(focused)).toContain('Put aside until')
    expect(await button.count()).toBe(0)
    expect(await recommended()).not.toContain(first)
    expect(await answer('advice')).toMatchObject({
      putAside: expect.arrayContaining([
        expect.objectContaining({
          scenario: first,
          reason: 'We do this after the move',
          until: `${nextYear}-06-30`,
          isKeptHere: true,
        }),
      ]) as unknown,
    })
    // After a reload it stands folded, with its reason.
    await page.reload()
    await page.getByText(/^Put aside \(/).press('Enter')
    const line = page.locator('.todo li', { hasText: 'We do this after the move' })
    await line.getByRole('button').press('Enter')
    await button.waitFor()
    expect((await recommended())[0]).toBe(first)
    await context.close()
  })

  it('gives the focus back when a form is left, and keeps nothing', async () => {
    const { page, context } = await open('/advice')
    const before = await recommended()
    const button = page.locator('[data-put-aside]').first()
    await button.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate<string>(focused)).toContain('Put aside')
    expect(await recommended()).toEqual(before)
    await context.close()
  })

  it('opens a part of the table with what was turned down and what would change it', async () => {
    const { page, context } = await open('/advice')
    await page.locator('.filters select').selectOption('8')
    const table = page.locator('[data-table="engagement"]')
    await expect.poll(() => table.locator('tbody tr').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('option')).toBe('8')
    await table.locator('tbody tr').first().focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByRole('heading', { name: 'Turned down' }).waitFor()
    expect(await panel.locator('.turned-down li').count()).toBe(2)
    await panel.getByRole('heading', { name: 'What would change this' }).waitFor()
    await context.close()
  })

  it('records a decision by keyboard, which answers on the page, by the API and for the counselor; and withdraws it', async () => {
    const { page, context } = await open(component)
    await page.getByRole('button', { name: 'Record a decision' }).press('Enter')
    const what = page.getByLabel('What is decided')
    await what.waitFor()
    await what.selectOption({ label: 'Fund' })
    await page.getByLabel('Why').last().focus()
    await page.keyboard.type('We rely on it <b>for good</b>')
    await page.getByRole('button', { name: 'Record it' }).press('Enter')
    const decided = page.locator('[data-decided]')
    await decided.getByText('We rely on it <b>for good</b>').waitFor()
    const id = (await decided.getAttribute('data-decided')) ?? ''
    await expect.poll(() => page.evaluate<string>(focused)).toContain(`Decision ${id} is recorded`)
    expect(await answer(`engagement/${django}`)).toMatchObject({
      decided: { id, option: { number: 8 }, by: 'loopback' },
    })
    const counseled = async () => (await engageOn(store, django, new Date().toISOString())).decided?.decision ?? null
    expect(await counseled()).toBe(id)
    await decided.getByRole('button', { name: `Withdraw ${id}` }).press('Enter')
    await page.getByText(`Decision ${id} is withdrawn.`).waitFor()
    await expect.poll(() => decided.count()).toBe(0)
    expect(await answer(`engagement/${django}`)).toMatchObject({ decided: null })
    expect(await counseled()).toBeNull()
    await context.close()
  })
})
