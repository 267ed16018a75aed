/** Live work in the portal, with a real browser: handing documents in, background work, news, reports. */

import { createServer, type Server } from 'node:http'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '#app/assess.ts'
import { startJobThreads, type JobThreads } from '#app/job-threads.ts'
import { keepDelivering, type DeliveryLoop } from '#app/keep-delivering.ts'
import { silent } from '#app/progress.ts'
import type { Actor } from '#domain/access.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { languages } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import { chromiumPath, launchChromium, violations } from '#test/chromium.ts'

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }
const pages = ['/notifications', '/reports', '/inventory', '/products/cargo-manifest']
const openAll = 'for (const one of document.querySelectorAll("main details")) one.open = true'
const clock = (): string => new Date().toISOString()

describe.skipIf(chromiumPath === undefined)('live work in a browser', () => {
  const home = mkdtempSync(join(tmpdir(), 'headwater-live-'))
  const hooks: string[] = []
  let browser: Browser
  let store: Store
  let server: RunningServer
  let forPart: RunningServer
  let threads: JobThreads
  let startThreads: () => JobThreads
  let delivering: DeliveryLoop
  let receiver: Server
  let hook = ''

  beforeAll(async () => {
    const example = join(home, 'example')
    cpSync('examples/harbor-city', example, { recursive: true })
    store = await openStore({ home })
    await assess(
      store,
      { paths: [example], asOf: undefined, clones: [], home, isOffline: true, mostAsked: 0, isMeasuring: false },
      clock,
      silent,
    )
    const options = { store, home, clock, language: 'en', host: '127.0.0.1', port: 0 } as const
    server = await startServer(options)
    const viewer: Actor = { kind: 'person', id: 'p-1', grants: [{ role: 'viewer', unit: 'citizen-services' }] }
    forPart = await startServer({ ...options, resolveActor: async () => viewer })
    const environment = { HEADWATER_INSIDE: '127.0.0.1' }
    startThreads = () =>
      startJobThreads({
        store,
        options: { home },
        home,
        environment,
        language: 'en',
        general: 1,
        hasUrgent: true,
        onBug: (_id, text) => hooks.push(`bug: ${text}`),
      })
    threads = startThreads()
    delivering = keepDelivering(store, await loadWords('en'), environment)
    receiver = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        hooks.push(body)
        response.writeHead(204).end()
      })
    })
    hook = await new Promise<string>((resolve) => {
      receiver.listen(0, '127.0.0.1', () => {
        const address = receiver.address()
        resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`)
      })
    })
    browser = await launchChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    receiver?.close()
    await delivering?.stop()
    await threads?.stop()
    await server?.close()
    await forPart?.close()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  async function open(
    path: string,
    options: BrowserContextOptions = {},
    at = server,
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
    const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', locale: 'en', ...options })
    const page = await context.newPage()
    await go(page, path, at)
    return { page, context }
  }

  async function go(page: Page, path: string, at = server): Promise<void> {
    await page.goto(`${at.address}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
  }

  const views = languages.flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
  )

  it.each(views)(
    'has no accessibility violation: $language, $colorScheme',
    async ({ language, colorScheme }) => {
      const { page, context } = await open('/', { locale: language, colorScheme })
      const found: string[] = []
      for (const path of pages) {
        await go(page, path)
        await page.evaluate(openAll)
        found.push(...(await violations(page)).map((one) => `${path} ${one}`))
      }
      await go(page, '/inventory')
      await choose(page, [{ name: 'x.json', text: '{}' }])
      await page.locator('.upload form input').fill('Something new')
      found.push(...(await violations(page)).map((one) => `form ${one}`))
      await page.locator('.jobs-button').click()
      await page.getByRole('dialog').waitFor()
      found.push(...(await violations(page)).map((one) => `jobs ${one}`))
      expect(found).toEqual([])
      await context.close()
    },
    120_000,
  )

  it.each(languages)('never scrolls sideways on a telephone: %s', async (language) => {
    const { page, context } = await open('/', { viewport: narrow, locale: language })
    for (const path of pages) {
      await go(page, path)
      await page.evaluate(openAll)
      expect([path, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([path, narrow.width])
    }
    await context.close()
  })

  it('takes files that are dropped, tells what came of each, and shows the product when it was assessed', async () => {
    const { page, context } = await open('/inventory')
    await drop(page, [
      { name: 'bom.json', text: bom('plank', 3) },
      { name: 'letter.txt', text: 'good morning' },
    ])
    const field = page.getByRole('combobox', { name: 'Product' })
    await field.fill('The Mole')
    await page.getByText('The Mole is new and will be made.').waitFor()
    await page.getByRole('combobox', { name: 'Origin' }).first().selectOption('bought')
    await page.getByRole('button', { name: 'Hand in 2 files' }).press('Enter')
    const lines = page.getByRole('list', { name: 'Documents handed in' }).getByRole('listitem')
    await lines.filter({ hasText: 'bom.json' }).getByText('3 entries found, 3 taken, 0 refused').waitFor()
    await lines.filter({ hasText: 'bom.json' }).getByText('3 packages in the product now').waitFor()
    // What, where, why, what next.
    const refused = lines.filter({ hasText: 'letter.txt' }).getByRole('alert')
    await refused.getByText('letter.txt was not taken into The Mole').waitFor()
    expect(await refused.textContent()).toMatch(/No reader recognises this file\..*Check that the file.*unknown-format/)

    await page.getByRole('button', { name: /under way$/ }).click()
    const panel = page.getByRole('dialog', { name: 'Background work' })
    await panel.getByText('Read a document').first().waitFor()
    await panel.getByRole('button', { name: 'Assess again' }).press('Enter')
    await panel.getByText('The assessment was asked for.').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    // Without loading the page again.
    await page.getByText('A new assessment is there; this page shows it.').waitFor({ timeout: 60_000 })
    await page.locator('[data-table="products"]').getByRole('link', { name: 'The Mole' }).waitFor()
    await lines.getByRole('link', { name: 'Open The Mole' }).click()
    await page.getByRole('heading', { level: 1, name: 'The Mole' }).waitFor()
    await page.locator('[data-table="product-parts"]').getByText('plank-2').waitFor()
    expect(await page.getByText('bought', { exact: true }).count()).toBeGreaterThan(0)

    // On the page of a product nothing has to be chosen; the same document again is said to be so.
    await choose(page, [{ name: 'bom.json', text: bom('plank', 3) }])
    await page.getByText('The same document was handed in before; nothing changed.').waitFor()
    expect(hooks.filter((text) => text.startsWith('bug'))).toEqual([])
    await context.close()
  }, 120_000)

  it('shows what is known of a product before the whole is assessed, and removes it when its name is typed', async () => {
    const { page, context } = await open('/inventory')
    await choose(page, [{ name: 'bom.json', text: bom('rope', 3) }])
    await page.getByRole('combobox', { name: 'Product' }).fill('The Rope Walk')
    await page.getByRole('button', { name: 'Hand in 1 file' }).press('Enter')
    await page.getByRole('link', { name: 'Open The Rope Walk' }).click()
    await page.getByRole('heading', { level: 1, name: 'The Rope Walk' }).waitFor()
    await page.getByText('The last assessment does not hold this product yet.').waitFor()
    await page.locator('[data-table="fresh-parts"]').getByText('rope-2').first().waitFor()
    await page.getByText('3 entries found, 3 taken, 0 refused').waitFor()
    expect(await violations(page)).toEqual([])
    // Handed in on the page itself, what comes of it appears without loading the page again.
    await choose(page, [{ name: 'more.json', text: bom('net', 2) }])
    await page.locator('[data-table="fresh-parts"]').getByText('net-1').first().waitFor()
    await page.getByRole('button', { name: 'Assess again' }).press('Enter')
    await page.locator('[data-table="product-parts"]').getByText('net-1').waitFor({ timeout: 60_000 })

    await page.getByText('Remove this product').press('Enter')
    await page.getByRole('button', { name: 'Remove the product' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remove The Rope Walk?' })
    const remove = dialog.getByRole('button', { name: 'Remove the product' })
    expect(await remove.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('The Rope')
    expect(await remove.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('The Rope Walk')
    expect(await violations(page)).toEqual([])
    await remove.press('Enter')
    await page.waitForURL(/\/inventory$/)
    await page.getByText('The Rope Walk is removed.').waitFor()
    await expect
      .poll(() => page.locator('[data-table="products"]').getByRole('link', { name: 'The Rope Walk' }).count(), {
        timeout: 60_000,
      })
      .toBe(0)

    await go(page, '/products/cargo-manifest')
    await page.getByText('Remove this product').press('Enter')
    await page.getByText('It is declared in organization.yaml.').waitFor()
    expect(await page.getByRole('button', { name: 'Remove the product' }).count()).toBe(0)
    await go(page, '/products/cargo-manifest', forPart)
    expect(await page.getByText('Remove this product').count()).toBe(0)
    expect(hooks.filter((text) => text.startsWith('bug'))).toEqual([])
    await context.close()
  }, 180_000)

  it('can be done by keyboard, and a product that is there is offered', async () => {
    const { page, context } = await open('/inventory')
    const chooser = page.waitForEvent('filechooser')
    await focusByTab(page, '.upload button')
    await page.keyboard.press('Enter')
    await (
      await chooser
    ).setFiles([{ name: 'crane.json', mimeType: 'application/json', buffer: Buffer.from(bom('crane', 2)) }])
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("list") !== null')).toBe(true)
    await page.keyboard.type('Cargo manifest service')
    await page.getByText('They are added to Cargo manifest service.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2 entries found, 2 taken, 0 refused').waitFor()
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Choose files')
    await context.close()
  })

  it('tells in the portal and by webhook, shows the secret once, and tries a way out', async () => {
    const { page, context } = await open('/notifications')
    await page.getByRole('combobox', { name: 'About' }).selectOption('upload-refused')
    await page.getByRole('button', { name: 'Tell me' }).press('Enter')
    const wanted = page.getByRole('listitem').filter({ hasText: 'a document that could not be taken' })
    await wanted.filter({ hasText: 'portal' }).waitFor()
    await page.getByRole('combobox', { name: 'How' }).selectOption('webhook')
    await page.getByRole('textbox', { name: 'Address of the webhook' }).fill(hook)
    await page.getByRole('button', { name: 'Tell me' }).press('Enter')
    await page.getByText(/^whsec_/).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'I have kept it' }).press('Enter')
    await page.getByRole('button', { name: /^Try it out.*webhook/ }).press('Enter')
    await wanted.getByText('Deliveries').click({ timeout: 30_000 })
    await wanted.locator('details').getByText('sent').waitFor()
    expect(hooks.some((body) => body.includes('headwater.test'))).toBe(true)
    await page.reload()
    await wanted.first().waitFor()
    expect(await page.getByText(/^whsec_/).count()).toBe(0)

    await go(page, '/products/cargo-manifest')
    await choose(page, [{ name: 'note.txt', text: 'good evening' }])
    await page.getByRole('alert').getByText('note.txt was not taken into cargo-manifest').waitFor()
    const bell = page.getByRole('link', { name: 'Notifications: 1 unread' })
    await bell.press('Enter')
    await page.getByText('A document could not be taken: note.txt').first().waitFor()
    await page.getByRole('button', { name: /^Mark as read/ }).press('Enter')
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor()
    await page.getByRole('button', { name: /^End it.*portal/ }).press('Enter')
    await expect.poll(() => wanted.filter({ hasText: 'portal' }).count()).toBe(0)
    await context.close()
  }, 60_000)

  it('opens a report in another language than the page', async () => {
    const { page, context } = await open('/reports')
    await page
      .getByRole('form', { name: 'Open a report' })
      .getByRole('combobox', { name: 'Language' })
      .selectOption('ja')
    await page.getByRole('combobox', { name: 'Report', exact: true }).selectOption('executive')
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Open', exact: true }).press('Enter')
    const report = await opened
    await report.locator('h1').waitFor()
    expect(await report.locator('html').getAttribute('lang')).toBe('ja')
    expect(await report.locator('h1').textContent()).toMatch(/[ぁ-ん]/)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^headwater-executive-.*\.html$/)
    await context.close()
  })

  it('tells that a report is being made, and hands it over once it is', async () => {
    await threads.stop()
    const { page, context } = await open('/reports')
    const form = page.getByRole('form', { name: 'Open a report' })
    await form.getByRole('combobox', { name: 'Language' }).selectOption('de')
    await page.getByRole('link', { name: 'Open', exact: true }).press('Enter')
    await page.getByRole('status').getByText('The report is being made.').waitFor()
    await page.getByRole('progressbar', { name: 'The report is being made.' }).waitFor()
    expect(await violations(page)).toEqual([])
    // Whoever opens the address itself is told so by a page that looks again.
    const address = await page.getByRole('link', { name: 'Open', exact: true }).getAttribute('href')
    const other = await context.newPage()
    await other.goto(`${server.address}${address}`)
    expect(await other.locator('h1').textContent()).toBe('The report is being made')
    expect(await violations(other)).toEqual([])
    const opened = context.waitForEvent('page')
    threads = startThreads()
    // Where the key was pressed too long ago for a window to be opened, it is pressed again.
    void page
      .getByRole('link', { name: 'Open the report' })
      .press('Enter')
      .catch(() => undefined)
    expect(await (await opened).locator('html').getAttribute('lang')).toBe('de')
    await expect.poll(() => other.locator('html').getAttribute('lang'), { timeout: 15_000 }).toBe('de')

    await form.getByRole('combobox', { name: 'Format' }).selectOption('markdown')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^headwater-full-.*\.md$/)
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await context.close()
  }, 60_000)

  it('offers to those who may see a part neither reports nor uploads, and says why', async () => {
    const { page, context } = await open('/reports', {}, forPart)
    await page.getByText('Reports tell of the whole organization, and you see a part of it.').waitFor()
    expect(await page.getByRole('link', { name: 'Download' }).count()).toBe(0)
    await go(page, '/inventory', forPart)
    expect(await page.getByRole('button', { name: 'Choose files' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Background work' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('button', { name: 'Assess again' }).count()).toBe(0)
    await context.close()
  })
})

type Given = { readonly name: string; readonly text: string }

function bom(name: string, count: number): string {
  const components = Array.from({ length: count }, (_, index) => ({
    type: 'library',
    name: `${name}-${index}`,
    version: '1.0.0',
    purl: `pkg:npm/${name}-${index}@1.0.0`,
  }))
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components })
}

async function choose(page: Page, files: readonly Given[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
}

/** Onto the middle of the page, as from a folder of the desktop. */
async function drop(page: Page, files: readonly Given[]): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer()
    for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name))
    for (const type of ['dragover', 'drop'])
      document.querySelector('main').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
  }`)
}

/** As a person who has no mouse: forward until it is there. */
async function focusByTab(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return
  }
  throw new Error(`Tab does not reach ${selector}`)
}
