/** The real browser of the tests of pages, and what it finds against the rules of accessibility. */

import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Undefined where none is installed: tests that need it are then skipped, and counted as such. */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-proxy-server'],
  })
}

/** WCAG 2.2 AA and good practice. @param within a selector */
export async function violations(page: Page, within = 'html'): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    .options({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    .analyze()
  return found.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return `${id}: ${places.join(' | ')}`
  })
}
