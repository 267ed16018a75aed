/** What a person meets in a browser: readable for everybody, on a narrow screen, with the keyboard, with and without the script. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderHtml } from '#report/html.ts'
import { languages, type Language } from '#text/language.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'
import { largeReport, sampleExecutive, sampleReport, situations } from '#test/report-samples.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Scripts for the page, as text: these tests are compiled without the types of a browser. */
const openAll = "document.querySelectorAll('details').forEach((details) => { details.open = true })"
const pageWidth = 'document.documentElement.scrollWidth'

describe.skipIf(chromiumPath === undefined)('the report in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'headwater-report-'))

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(
    name: string,
    html: string,
    options: BrowserContextOptions,
  ): Promise<{ page: Page; context: BrowserContext }> {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, html)
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    return { page, context }
  }

  const views = [
    ...languages.flatMap((language) => [
      { language, colorScheme: 'light', situation: 'known' } as const,
      { language, colorScheme: 'dark', situation: 'known' } as const,
    ]),
    { language: 'en', colorScheme: 'light', situation: 'unknown' } as const,
    { language: 'en', colorScheme: 'dark', situation: 'unknown' } as const,
  ]

  it.each(views)(
    'has no accessibility violation: $language, $colorScheme, everything $situation',
    async ({ language, colorScheme, situation }) => {
      const html = renderHtml(await sampleReport(situations[situation], language))
      const { page, context } = await open('axe', html, { viewport: wide, colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(openAll)
      expect(await violations(page)).toEqual([])
      await page.locator('.lead .figure').first().click()
      expect(await violations(page, '.working:popover-open')).toEqual([])
      await context.close()
    },
  )

  it('would see a violation (canary)', async () => {
    const html = renderHtml(await sampleReport(situations.unknown, 'en')).replace(
      '--muted: #4A5C66',
      '--muted: #B8C4CA',
    )
    const { page, context } = await open('canary', html, {
      viewport: wide,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    expect((await violations(page, 'nav')).join()).toContain('color-contrast')
    await context.close()
  })

  it.each(languages)('never scrolls sideways on a telephone: %s', async (language: Language) => {
    for (const situation of Object.values(situations)) {
      const { page, context } = await open('narrow', renderHtml(await sampleReport(situation, language)), {
        viewport: narrow,
      })
      await page.evaluate(openAll)
      expect(await page.evaluate<number>(pageWidth)).toBeLessThanOrEqual(narrow.width)
      await context.close()
    }
  })

  it('opens the working of a figure with the keyboard, and closes it again', async () => {
    const { page, context } = await open('keyboard', renderHtml(await sampleReport(situations.known, 'en')), {
      viewport: wide,
    })
    await page.locator('[data-figure^="value/usage-replacement/person-months"]').first().focus()
    await page.keyboard.press('Enter')
    const panel = page.locator('.working:popover-open')
    await panel.waitFor()
    expect(await panel.textContent()).toContain('headwater explain value/usage-replacement/person-months')
    expect(await panel.textContent()).toContain('17 of 20 packages')
    await page.keyboard.press('Escape')
    expect(await panel.count()).toBe(0)
    await context.close()
  })

  it('can be read and explained without its script', async () => {
    const { page, context } = await open('plain', renderHtml(await sampleReport(situations.known, 'en')), {
      viewport: wide,
      javaScriptEnabled: false,
    })
    await page.locator('.lead .figure').first().click()
    expect(await page.locator('.working:popover-open').count()).toBe(1)
    expect(await page.locator('.tools').count()).toBe(0)
    await context.close()
  })

  it('sorts, filters and saves a table', async () => {
    const { page, context } = await open('table', renderHtml(await sampleReport(situations.known, 'en')), {
      viewport: wide,
      acceptDownloads: true,
    })
    const table = page.locator('[data-table="value-by-package"]')
    const first = () => table.locator('tbody tr:visible').first().locator('td').first().textContent()
    expect(await first()).toBe('numpy')
    await table.getByRole('button', { name: /^Products/ }).click()
    expect(await first()).toBe('lodash')
    await table.getByRole('button', { name: /^Package:/ }).click()
    expect(await first()).toBe('certifi')
    await table.getByRole('searchbox').fill('tokio')
    expect(await table.locator('tbody tr:visible').count()).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      table.getByRole('button', { name: /^Save as CSV/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('value-by-package.csv')
    await context.close()
  })

  it('runs nothing that foreign text brings along', async () => {
    const hostile = '"><img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
    const { page, context } = await open(
      'hostile',
      renderHtml(await sampleReport({ isLookedUp: true, isSized: true, hostile }, 'en')),
      { viewport: wide },
    )
    expect(await page.title()).toContain('<img')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    await context.close()
  })

  it.each(languages)('puts the first page on one sheet of A4, in %s', async (language: Language) => {
    for (const report of [
      await sampleReport(situations.known, language),
      await sampleExecutive(situations.known, language),
      await sampleExecutive(situations.unknown, language),
    ]) {
      const { page, context } = await open(`print-${language}`, renderHtml(report), {
        viewport: { width: 688, height: 1010 },
      })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#front').evaluate((front) => front.getBoundingClientRect().bottom)).toBeLessThan(1010)
      await context.close()
    }
  })

  it('opens a large report', async () => {
    const { page, context } = await open('large', renderHtml(await largeReport(20_000, 5_000)), { viewport: wide })
    expect(await page.locator('[data-table="findings"] tbody tr').count()).toBe(250)
    expect(await page.evaluate<number>(pageWidth)).toBeLessThanOrEqual(wide.width)
    await context.close()
  })
})
