/**
 * Text of foreign documents that would be markup, a script or a link: in SBOMs, lockfiles, advisories and the organization's
 * own file. In no page of the portal, no report and no mail does it become one.
 */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '#app/assess.ts'
import { importAdvisories } from '#app/import-advisories.ts'
import { startJobThreads, type JobThreads } from '#app/job-threads.ts'
import { silent } from '#app/progress.ts'
import { startServer, type RunningServer } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { chromiumPath, launchChromium } from '#test/chromium.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'

const run = 'window.wasRun=true'
/** What would run in markup, in an attribute, in a script, in a template and as a link. */
const hostile = `x"'><img src=x onerror="${run}"><script>${run}</script><svg onload=${run}>\${${run}}{{${run}}}</textarea></title>`
const link = `javascript:${run}`
const name = `hostile${hostile}`

const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name, version: hostile, 'bom-ref': 'root' } },
  components: [
    {
      type: 'library',
      'bom-ref': 'c1',
      name,
      version: '1.0.0',
      purl: `pkg:npm/${encodeURIComponent(name)}@1.0.0`,
      licenses: [{ license: { name: hostile, url: link } }],
      supplier: { name: hostile, url: [link] },
      externalReferences: [
        { type: 'vcs', url: link },
        { type: 'website', url: link },
      ],
      description: hostile,
    },
    { type: 'library', 'bom-ref': 'c2', name: 'lodash', version: hostile, purl: 'pkg:npm/lodash@4.17.4' },
  ],
  dependencies: [{ ref: 'root', dependsOn: ['c1', 'c2'] }],
}
const advisory = {
  schema_version: '1.6.0',
  id: 'EXAMPLE-2026-1',
  aliases: [hostile],
  modified: '2026-01-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  summary: hostile,
  details: hostile,
  references: [{ type: 'WEB', url: link }],
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lodash' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.5' }] }],
    },
    {
      package: { ecosystem: 'npm', name },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
    },
  ],
}
const organization = {
  format: 1,
  id: 'hostile',
  name: hostile,
  units: [{ id: 'quay', name: hostile }],
  products: [{ id: 'gate', name, origin: 'made', unit: 'quay', paths: ['gate'] }],
}

const home = scratchFolder()
const component = `/component?purl=${encodeURIComponent(`pkg:npm/${encodeURIComponent(name)}`)}`
const pages = [
  '/',
  '/inventory',
  '/inventory?show=packages',
  '/products/gate',
  component,
  '/component?purl=pkg%3Anpm%2Flodash',
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
  `/${encodeURIComponent(hostile)}`,
  `/inventory?q=${encodeURIComponent(hostile)}`,
]
const reports = ['full', 'executive'].flatMap((kind) =>
  ['en', 'de', 'ja'].map((language) => `/api/v1/reports/latest?kind=${kind}&language=${language}`),
)

/** Evaluated in the page: what became more than text. */
const found = `[
  ...(window.wasRun === undefined ? [] : ['a script was run']),
  ...[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]
    .filter(({ name, value }) => name.startsWith('on') || (/^(?:href|src|action|formaction|xlink:href|data)$/.test(name) && /^\\s*(?:javascript|vbscript|data:text)/i.test(value)))
    .map(({ name, value }) => name + '=' + value)),
  ...[...document.querySelectorAll('img[src="x"], script:not([src])')].map(({ outerHTML }) => outerHTML).filter((text) => text.includes('wasRun')),
]`
const openAll = 'for (const one of document.querySelectorAll("details")) one.open = true'

describe.skipIf(chromiumPath === undefined)('text that would be markup', () => {
  let browser: Browser
  let store: Store
  let server: RunningServer
  let threads: JobThreads
  let page: Page
  const dialogs: string[] = []

  beforeAll(async () => {
    const folder = join(home, 'organization')
    writeFiles(folder, {
      'organization.yaml': JSON.stringify(organization),
      'gate/bom.cdx.json': JSON.stringify(bom),
      'advisories/npm/EXAMPLE-2026-1.json': JSON.stringify(advisory),
    })
    store = await openStore({ home })
    const now = new Date().toISOString()
    await importAdvisories(store, home, join(folder, 'advisories'), now, silent)
    const options = { paths: [folder], asOf: undefined, clones: [], home, isOffline: true, mostAsked: 0 }
    await assess(store, { ...options, isMeasuring: false }, () => now, silent)
    const clock = (): string => new Date().toISOString()
    server = await startServer({ store, home, clock, language: 'en', host: '127.0.0.1', port: 0 })
    // Reports are made in the background.
    threads = startJobThreads({
      store,
      options: { home },
      home,
      environment: {},
      language: 'en',
      general: 1,
      hasUrgent: false,
      onBug: (_id, text) => dialogs.push(`bug: ${text}`),
    })
    browser = await launchChromium()
    page = await browser.newPage()
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await threads?.stop()
    await store?.close()
    rmSync(home, { recursive: true, force: true })
  })

  it('reaches the pages at all', async () => {
    await page.goto(`${server.address}/vulnerabilities`, { waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toContain('onerror=')
    await page.goto(`${server.address}/inventory?show=packages`, { waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toContain('onerror=')
  })

  it.each(pages)('is text on %s', { timeout: 60_000 }, async (path) => {
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.locator('main').waitFor()
    await page.evaluate(openAll)
    expect(await page.evaluate(found)).toEqual([])
    expect(dialogs).toEqual([])
  })

  it('is text in the panel of a finding and in the search', { timeout: 60_000 }, async () => {
    await page.goto(`${server.address}/vulnerabilities`, { waitUntil: 'networkidle' })
    await page.locator('[data-table="findings"] tbody tr').first().locator('td').last().click()
    await page.getByRole('dialog').waitFor()
    expect(await page.evaluate(found)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or go to …' }).fill('hostile')
    await page
      .getByRole('option', { name: /hostile/ })
      .first()
      .waitFor()
    expect(await page.evaluate(found)).toEqual([])
  })

  it.each(reports)('is text in the report %s', { timeout: 60_000 }, async (path) => {
    await page.goto(server.address + path, { waitUntil: 'load' })
    await expect.poll(() => page.locator('body').textContent(), { timeout: 30_000 }).toContain('onerror=')
    await page.evaluate(openAll)
    expect(await page.evaluate(found)).toEqual([])
    expect(dialogs).toEqual([])
  })

  it('would be seen if it were run or linked (canary)', async () => {
    await page.goto(`${server.address}/healthz`)
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(`<a href="${link}">x</a>${hostile}`)}`)
    expect(await page.evaluate<string[]>(found)).toEqual(
      expect.arrayContaining([`href=${link}`, `onerror=${run}`]) as string[],
    )
  })
})
