/** What a person states about a finding, the views they keep, and a what-if, with a real browser on the example. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'
import { assessedExample } from '#test/assessed-example.ts'

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }

/** Evaluated in the page, which TypeScript does not know here. */
const panelOverflow = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.side-panel'))`

describe.skipIf(chromiumPath === undefined)('statuses, saved views and what-ifs in a browser', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-status-'))
  let browser: Browser
  let store: Store
  let server: RunningServer

  beforeAll(async () => {
    store = await assessedExample(home)
    const clock = () => new Date().toISOString()
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
    const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', locale: 'en', ...options })
    const page = await context.newPage()
    await page.goto(`${server.address}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    return { page, context }
  }

  const rows = (page: Page) => page.locator('[data-table="findings"] tbody tr')

  /** Opens the first finding of the list, as somebody who has no mouse. */
  async function openFirst(page: Page) {
    await rows(page).first().focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.locator('form').waitFor()
    return panel
  }

  it('states by keyboard what a finding means, filters by it, and takes it back', async () => {
    const { page, context } = await open('/vulnerabilities?q=log4j')
    const all = await rows(page).count()
    const panel = await openFirst(page)
    await panel.getByText('Nobody has stated anything.').waitFor()
    await panel.getByRole('combobox', { name: 'It is' }).focus()
    await page.keyboard.type('not aff')
    await panel.getByRole('combobox', { name: 'Why it is not affected' }).focus()
    await page.keyboard.type('The vulnerable code is never')
    await page.keyboard.press('Tab')
    // Hostile text is text.
    await page.keyboard.type('Lookups are off <img src=x onerror=alert(1)>')
    await page.keyboard.press('Tab')
    await page.keyboard.type('See the runbook.')
    await panel.getByRole('button', { name: 'State it' }).press('Enter')
    await panel.getByText('It is written down.').waitFor()
    const history = panel.locator('.history')
    expect(await history.textContent()).toContain('Lookups are off <img src=x onerror=alert(1)>')
    expect(await history.textContent()).toContain('The vulnerable code is never called')
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Undo')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await expect.poll(() => rows(page).first().textContent()).toContain('not affected')

    const filter = page.getByRole('combobox', { name: 'Status', exact: true })
    await filter.selectOption('not-affected')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('status')).toBe('not-affected')
    await filter.selectOption('open')
    await expect.poll(() => rows(page).count()).toBe(all - 1)
    await filter.selectOption('not-affected')
    await expect.poll(() => rows(page).count()).toBe(1)

    const again = await openFirst(page)
    await again.getByRole('button', { name: 'Undo: not affected, all products' }).press('Enter')
    await again.getByText('Taken back. It stands as it did before.').waitFor()
    await expect.poll(() => again.locator('.history li').count()).toBe(2)
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(0)
    await filter.selectOption('undecided')
    await expect.poll(() => rows(page).count()).toBe(all)
    await context.close()
  })

  it('states it for one product, and for the other findings of the part, and asks for what is missing', async () => {
    const { page, context } = await open('/vulnerabilities?q=log4j')
    const panel = await openFirst(page)
    const send = panel.getByRole('button', { name: 'State it' })
    await send.click()
    expect(await panel.locator('textarea:invalid').count()).toBe(1)
    await panel.getByRole('textbox', { name: 'Reason' }).fill('Being tried out.')
    await panel.getByRole('radio', { name: 'only these products' }).check()
    await send.click()
    expect(await panel.locator('input[type="checkbox"]:invalid').count()).toBe(1)
    await panel.getByRole('checkbox', { name: 'Cargo manifest service' }).check()
    await panel.getByRole('checkbox', { name: /^also for the/ }).check()
    await send.click()
    await panel.getByText('It is written down.').waitFor()
    expect(await panel.locator('.history li').first().textContent()).toContain('Cargo manifest service')
    await page.keyboard.press('Escape')
    // The other product has not been looked at: neither row is done.
    await expect.poll(() => rows(page).filter({ hasText: '1 of 2 products' }).count()).toBe(2)
    const again = await openFirst(page)
    await again.getByRole('button', { name: /^Undo/ }).first().press('Enter')
    await again.getByText('Taken back. It stands as it did before.').waitFor()
    await context.close()
  })

  it('gives many findings one status by mouse and by keys, tells how many, and takes it back as a whole', async () => {
    const { page, context } = await open('/vulnerabilities?severity=critical')
    const all = await rows(page).count()
    expect(all).toBeGreaterThan(2)
    const boxes = rows(page).getByRole('checkbox')
    const bar = page.getByRole('region', { name: 'Selected findings' })
    const chosen = () => rows(page).getByRole('checkbox', { checked: true }).count()
    await boxes.first().click()
    await boxes.nth(2).click({ modifiers: ['Shift'] })
    expect(await chosen()).toBe(3)
    await bar.getByText('3 findings selected').waitFor()
    await boxes.nth(1).click()
    expect(await chosen()).toBe(2)
    expect(await page.getByRole('dialog').count()).toBe(0)
    const header = page.getByRole('checkbox', { name: `Select all ${all} rows shown` })
    await header.click()
    expect(await chosen()).toBe(all)
    await header.click()
    await bar.waitFor({ state: 'hidden' })

    await rows(page).first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await chosen()).toBe(3)
    await page.keyboard.press('Shift+ArrowUp')
    expect(await chosen()).toBe(2)
    await page.keyboard.press('Escape')
    expect(await chosen()).toBe(0)
    await page.keyboard.press('Shift+ArrowDown')
    expect(await chosen()).toBe(2)
    await bar.getByRole('button', { name: `Select all ${all} of this filter` }).press('Enter')
    await bar.getByText(`${all} findings selected`).waitFor()
    await bar.getByRole('button', { name: 'State a status' }).press('Enter')
    const panel = page.getByRole('dialog', { name: `State what ${all} findings mean` })
    await panel.getByRole('combobox', { name: 'It is' }).selectOption('false-positive')
    const send = panel.getByRole('button', { name: 'State it' })
    await send.press('Enter')
    expect(await panel.locator('textarea:invalid').count()).toBe(1)
    await panel.getByRole('textbox', { name: 'Reason' }).fill('Matched by name alone.')
    expect(await settledViolations(page)).toEqual([])
    await send.press('Enter')
    await page.getByText(`Written down for ${all} findings.`).waitFor()
    await expect.poll(() => rows(page).filter({ hasText: 'false alarm' }).count()).toBe(all)
    expect(await chosen()).toBe(0)
    expect(await settledViolations(page)).toEqual([])
    const undo = page.getByRole('button', { name: 'Undo' })
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('Undo')
    await undo.press('Enter')
    await page.getByText(`Taken back for ${all} findings.`).waitFor()
    await expect.poll(() => rows(page).filter({ hasText: 'not looked at yet' }).count()).toBe(all)

    // What was chosen under another filter is let go of.
    await boxes.first().click()
    await bar.waitFor()
    await page.getByRole('combobox', { name: 'Severity', exact: true }).selectOption('high')
    await bar.waitFor({ state: 'hidden' })
    await context.close()
  })

  it('keeps a view with its columns, opens it from the menu and by Ctrl K, renames and deletes it', async () => {
    const { page, context } = await open('/vulnerabilities')
    await page.getByRole('combobox', { name: 'Severity', exact: true }).selectOption('critical')
    await page.waitForURL(/severity=critical/)
    const count = () => rows(page).count()
    await expect.poll(count).toBeLessThan(10)
    const few = await count()
    await page.locator('.table summary').click()
    await page.getByRole('checkbox', { name: 'About' }).uncheck()
    const menu = page.getByText('Saved views', { exact: true })
    await menu.press('Enter')
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Gravest')
    await page.getByRole('checkbox', { name: 'for everybody who may read' }).check()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('“Gravest” is kept.').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Saved views')

    // In a browser that remembers nothing.
    const other = await open('/inventory')
    await other.page.keyboard.press('Control+k')
    await other.page.getByRole('combobox', { name: 'Search or go to …' }).fill('grav')
    await other.page.getByRole('option', { name: /Gravest/ }).waitFor()
    await other.page.keyboard.press('Enter')
    await other.page.waitForURL(/\/vulnerabilities\?/)
    await expect.poll(() => rows(other.page).count()).toBe(few)
    expect(await other.page.getByRole('columnheader', { name: 'About' }).count()).toBe(0)
    await other.context.close()

    await page.goto(`${server.address}/vulnerabilities`)
    await menu.press('Enter')
    await page.getByRole('button', { name: 'Rename Gravest' }).press('Enter')
    await page.getByRole('textbox', { name: 'Name of the view' }).first().fill('Burning')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Burning' }).press('Enter')
    await page.waitForURL(/severity=critical/)
    await expect.poll(count).toBe(few)
    await menu.press('Enter')
    await page.getByRole('button', { name: 'Delete Burning' }).press('Enter')
    await page.getByText('“Burning” is deleted.').waitFor()
    expect(await page.getByRole('link', { name: 'Burning' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByRole('link', { name: 'Burning' }).waitFor()
    await page.getByRole('button', { name: 'Delete Burning' }).press('Enter')
    await page.getByText('“Burning” is deleted.').waitFor()
    await context.close()
  })

  it('answers a what-if with what counts, what was tried and the difference', async () => {
    const { page, context } = await open('/value')
    const shown = page.locator('.what-if ~ [aria-live]')
    const bands = shown.locator('.band .value')
    await page.getByRole('slider', { name: /A3-labor-rate/ }).focus()
    await page.keyboard.press('ArrowRight')
    await bands.nth(1).waitFor()
    const [before, after] = await bands.allTextContents()
    expect(before).not.toBe(after)
    expect(before).toBe(await page.locator('.lopsided .stack .band .value').last().textContent())
    await expect.poll(() => shown.locator('.difference').textContent()).toMatch(/^\+/)
    await page.keyboard.press('Home')
    await expect.poll(() => shown.locator('.difference').textContent()).toMatch(/^−/)
    await page.getByRole('button', { name: 'Back to the assumptions that count' }).press('Enter')
    await shown.waitFor({ state: 'hidden' })
    await context.close()
  })

  const looks = languages.flatMap((locale) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ locale, colorScheme })),
  )
  it.each(looks)('has no accessibility violation in detail and menu: $locale, $colorScheme', async (look) => {
    const { page, context } = await open('/vulnerabilities', look)
    const panel = await openFirst(page)
    await panel.locator('form select').first().selectOption('not-affected')
    await panel.locator('input[type="radio"]').last().check()
    expect(await settledViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.saved-views summary').press('Enter')
    await page.locator('.saved-views form').waitFor()
    expect(await settledViolations(page)).toEqual([])
    await context.close()
  })

  it.each(languages)('does not scroll sideways on a telephone with detail and menu open: %s', async (locale) => {
    const { page, context } = await open('/vulnerabilities', { viewport: narrow, locale })
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth')
    await page.locator('.saved-views summary').press('Enter')
    await page.locator('.saved-views form').waitFor()
    expect(await width()).toBeLessThanOrEqual(narrow.width)
    await page.locator('.saved-views summary').press('Enter')
    const panel = await openFirst(page)
    await panel.locator('form select').first().selectOption('not-affected')
    expect(await width()).toBeLessThanOrEqual(narrow.width)
    const inner = await page.evaluate<number>(panelOverflow)
    expect(inner).toBe(0)
    await context.close()
  })
})

async function settledViolations(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle')
  return violations(page)
}
