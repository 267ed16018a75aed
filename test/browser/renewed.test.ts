/** A portal whose scripts are no more, since the server was updated under an open page: it never stays blank. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type RunningServer } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { webFolder } from '#tools/build-web.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'

/** What stands in place of the whole portal. */
const notLoaded = '#root > main'

describe.skipIf(chromiumPath === undefined)('a portal with missing scripts', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-renewed-'))
  let browser: Browser
  let store: Store
  let server: RunningServer

  beforeAll(async () => {
    store = await openStore({ home })
    const clock = () => new Date().toISOString()
    server = await startServer({ store, home, clock, language: 'en', host: '127.0.0.1', port: 0 })
    browser = await launchChromium()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  /** Answers that there is no such file, at first or always. @returns how often it was asked for */
  async function withoutScript(locale: string, source: string, times: number) {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const file = fileOf(source)
    let asked = 0
    await page.route(`**/${file}`, async (route) => {
      asked += 1
      await (asked <= times ? route.fulfill({ status: 404, body: '' }) : route.continue())
    })
    return { page, context, asked: () => asked }
  }

  it.each([
    ['words', '../text/en.ts', '/'],
    ['a page', 'pages/settings/page.tsx', '/settings'],
    ['the search', 'shell/command-menu.tsx', '/'],
  ])('loads itself anew when %s cannot be loaded, and then is whole', async (_, source, path) => {
    const { page, context } = await withoutScript('en', source, 1)
    await page.goto(`${server.address}${path}`)
    if (source.includes('command-menu')) {
      await page.locator('h1').waitFor()
      const renewed = page.waitForEvent('load')
      await page.keyboard.press('Control+k')
      await renewed
      await page.locator('h1').waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    } else await page.locator('main h1').waitFor()
    await page.locator('nav').first().waitFor()
    expect(await page.locator(notLoaded).count()).toBe(0)
    await context.close()
  })

  it.each(languages)('says so, and loads again when asked, where it stays away: %s', async (language) => {
    const { page, context, asked } = await withoutScript(language, `../text/${language}.ts`, 2)
    await page.goto(`${server.address}/`)
    const told = page.locator(`${notLoaded} [role="alert"]`)
    await told.waitFor()
    expect(await told.textContent()).toContain('Headwater')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await violations(page)).toEqual([])
    expect(asked()).toBe(2)
    await page.getByRole('button').click()
    await page.locator('nav').first().waitFor()
    expect(await page.locator(notLoaded).count()).toBe(0)
    await context.close()
  })
})

function fileOf(source: string): string {
  const manifest = JSON.parse(readFileSync(join(webFolder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const file = manifest[source]?.file
  if (file === undefined) throw new Error(`${source} is no part of the portal of its own`)
  return file
}
