/**
 * S10, the server's part: what each page of the portal asks for as a browser opens it, asked again and again without the
 * browser. The time is until the whole answer is there, over loopback.
 */

import { places } from '#web/navigation.ts'
import { launchChromium } from '#test/chromium.ts'
import { percentile, type EngineFigure } from './figure.ts'

const rounds = 20
const bar = 150

/** @param subjects addresses of pages that are about one thing */
export async function measurePages(
  address: string,
  subjects: Readonly<Record<string, string>>,
  figure: EngineFigure,
): Promise<void> {
  const pages = { ...Object.fromEntries(places.map(({ id, to }) => [id, to as string])), ...subjects }
  const asked = await questionsOfPages(address, pages)
  const all: number[] = []
  let slowest = { question: '', time: 0 }
  for (const [page, questions] of asked) {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const question of questions) {
        const started = performance.now()
        const answer = await fetch(`${address}${question}`)
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`${question} was answered with ${answer.status}`)
        const time = performance.now() - started
        times.push(time)
        if (time > slowest.time) slowest = { question, time }
      }
    all.push(...times)
    figure(`data of ${page}, p95 of ${times.length} answers`, percentile(times, 95), 'ms', bar)
  }
  figure(`data of every page, p95 of ${all.length} answers`, percentile(all, 95), 'ms', bar)
  figure(`the slowest answer, ${slowest.question}`, slowest.time, 'ms')
}

async function questionsOfPages(
  address: string,
  pages: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const browser = await launchChromium()
  try {
    const asked = new Map<string, readonly string[]>()
    for (const [id, path] of Object.entries(pages)) {
      const page = await browser.newPage()
      // What takes minutes is a figure too, not an end.
      page.setDefaultTimeout(600_000)
      const questions = new Set<string>()
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url())
        // A stream of events has no end.
        if (request.method() === 'GET' && pathname.startsWith('/api/') && pathname !== '/api/v1/jobs/events')
          questions.add(pathname + search)
      })
      await page.goto(address + path)
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await page.locator('main h1').first().waitFor()
      await page.waitForTimeout(1_000)
      await page.close()
      asked.set(id, [...questions])
    }
    return asked
  } finally {
    await browser.close()
  }
}
