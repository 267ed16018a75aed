/** What a person does with the matrix of motivators, by keyboard alone and by pointer, in a real browser. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { assessedExample } from '#test/assessed-example.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'

const narrow = { width: 390, height: 844 }
const pageWidth = 'document.documentElement.scrollWidth'
const focused = 'document.activeElement?.dataset.motivator'

describe.skipIf(chromiumPath === undefined)('the matrix of motivators in a browser', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-motivators-'))
  let browser: Browser
  let store: Store
  let server: RunningServer

  beforeAll(async () => {
    store = await assessedExample(home)
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
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  async function open(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en', ...options })
    const page = await context.newPage()
    await page.goto(`${server.address}/motivators`)
    await page.locator('[data-motivator]').first().waitFor()
    await page.waitForLoadState('networkidle')
    return { page, context }
  }

  const bar = (page: Page, id: string) => page.locator(`[data-motivator="${id}"]`)
  const span = (page: Page, id: string) => bar(page, id).getAttribute('data-span')
  const settled = async (page: Page): Promise<void> => page.locator('.motivator-grid[aria-busy="false"]').waitFor()

  it('moves and stretches a bar by keyboard alone, says so, keeps it, and takes it back', async () => {
    const { page, context } = await open()
    const first = await page.locator('[data-motivator]').first().getAttribute('data-motivator')
    await page.locator('[data-motivator]').first().focus()
    await page.keyboard.press('ArrowDown')
    const id = (await page.evaluate<string>(focused)) ?? ''
    expect(id).not.toBe(first)
    const [from = 0, to = 0] = ((await span(page, id)) ?? '').split('-').map(Number)
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => span(page, id)).toBe(`${from - 1}-${to - 1}`)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => span(page, id)).toBe(`${from - 1}-${to}`)
    await expect.poll(() => page.locator('.edit-news [role="status"]').textContent()).toContain(': now from ')
    await expect.poll(() => bar(page, id).textContent()).toContain('edited here')
    expect(await page.evaluate(focused)).toBe(id)
    await settled(page)
    await page.reload()
    await bar(page, id).waitFor()
    await expect.poll(() => span(page, id)).toBe(`${from - 1}-${to}`)

    await bar(page, id).press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByText('Who said it', { exact: true }).waitFor()
    for (const left of [1, 0]) {
      await panel.getByRole('button', { name: 'Take back' }).last().press('Enter')
      await expect.poll(() => panel.getByRole('button', { name: 'Take back' }).count()).toBe(left)
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(focused)).toBe(id)
    expect(await span(page, id)).toBe(`${from}-${to}`)
    await context.close()
  })

  it('moves and stretches a bar by pointer, and takes it back with Undo', async () => {
    const { page, context } = await open()
    const id = 'not-one-head'
    expect(await span(page, id)).toBe('2-3')
    const drag = async (at: 'middle' | 'end', levels: number): Promise<void> => {
      const box = await bar(page, id).boundingBox()
      const lane = await bar(page, id).locator('..').boundingBox()
      if (box === null || lane === null) throw new Error('the bar is not shown')
      const x = at === 'middle' ? box.x + box.width / 2 : box.x + box.width - 3
      const y = box.y + box.height / 2
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + (levels * lane.width) / 5, y, { steps: 4 })
      await page.mouse.up()
    }
    await drag('middle', -1)
    await expect.poll(() => span(page, id)).toBe('1-2')
    await settled(page)
    await drag('end', 2)
    await expect.poll(() => span(page, id)).toBe('1-4')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await settled(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => span(page, id)).toBe('1-2')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => span(page, id)).toBe('2-3')
    await page.reload()
    await bar(page, id).waitFor()
    await expect.poll(() => span(page, id)).toBe('2-3')
    await context.close()
  })

  it('declines with a reason and wants again', async () => {
    const { page, context } = await open()
    await bar(page, 'not-one-head').press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel('Why is it not wanted?').fill('Everybody stays')
    await page.keyboard.press('Enter')
    await panel.getByText('Everybody stays').waitFor()
    await expect.poll(() => bar(page, 'not-one-head').textContent()).toContain('not wanted')
    await panel.getByRole('button', { name: 'Wanted again' }).press('Enter')
    await expect.poll(() => bar(page, 'not-one-head').textContent()).not.toContain('not wanted')
    await context.close()
  })

  it('adds what somebody said in a new conversation, and removes it', async () => {
    const { page, context } = await open()
    await page.getByRole('button', { name: 'Add what somebody said' }).press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel('In a conversation that I note now').check()
    await panel.getByLabel('Role of the person').fill('crane operator')
    await panel.getByLabel('What the person agreed to').selectOption('aggregate')
    await panel.getByText('Nothing of it is kept').waitFor()
    await panel.getByLabel('What the person agreed to').selectOption('quote')
    await panel.getByLabel('In own words').fill('<b>Fewer</b> night shifts')
    await panel.getByLabel('In words', { exact: true }).fill('Try a month without them')
    await panel.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    // What was agreed needs somebody and a day.
    expect(await panel.locator('select:invalid, input:invalid').count()).toBe(2)
    await panel.getByLabel('Who follows it up').selectOption('p-04')
    await panel.getByLabel('Until', { exact: true }).fill(`${new Date().getUTCFullYear() + 1}-03-01`)
    expect(await violations(page)).toEqual([])
    await panel.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await panel.waitFor({ state: 'hidden' })
    const added = page.locator('[data-motivator]', { hasText: '<b>Fewer</b> night shifts' })
    await added.waitFor()
    await added.getByText('follow-up open').waitFor()
    const agreed = page.getByRole('listitem').filter({ hasText: 'Try a month without them' })
    await agreed.getByText('p-04, until').waitFor()
    await agreed.getByRole('button', { name: /^It is done/ }).press('Enter')
    await agreed.waitFor({ state: 'detached' })
    await added.press('Enter')
    await panel.getByText('crane operator').waitFor()
    await panel.getByText(/p-04, until .*, done/).waitFor()
    expect(await violations(page)).toEqual([])
    await panel.getByRole('button', { name: 'Remove what was added here' }).press('Enter')
    await added.waitFor({ state: 'detached' })
    await context.close()
  })

  it('builds a pitch for the audience of an area and copies it', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByLabel('Audience').selectOption('managers')
    await page.getByText('the organization as a whole: for managers').waitFor()
    await page.getByRole('button', { name: 'Copy the text' }).press('Enter')
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('1. ')
    await context.close()
  })

  const views = languages.flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
  )

  it.each(views)('has no accessibility violation: $language, $colorScheme', async ({ language, colorScheme }) => {
    const { page, context } = await open({ locale: language, colorScheme })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize(narrow)
    expect(await page.evaluate<number>(pageWidth)).toBeLessThanOrEqual(narrow.width)
    await context.close()
  })
})
