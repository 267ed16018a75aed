/** Advice on one subject rests on the products behind it: read alone, they give what everything that was read gives. */

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { adviseOn } from '#advice/engagement/assess.ts'
import { assess } from '#app/assess.ts'
import { counselorInput } from '#app/counsel.ts'
import { engageUnlisted } from '#app/engage-unlisted.ts'
import { importAdvisories } from '#app/import-advisories.ts'
import { latestParts } from '#app/latest-parts.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { silent } from '#app/progress.ts'
import { loadDecisions } from '#app/record-decisions.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const home = scratchFolder()
const example = join(home, 'example')
cpSync('examples/harbor-city', example, { recursive: true })
afterAll(() => rmSync(home, { recursive: true, force: true }))

describeOnEveryEngine('advice on a subject', (place) => {
  it('is the same from the products behind it as from all', { timeout: 300_000 }, async () => {
    const store = await openFresh(place)
    const now = new Date().toISOString()
    await importAdvisories(store, home, join(example, 'advisories'), now, silent)
    const options = { clones: [], home, isOffline: true, mostAsked: 0, isMeasuring: false } as const
    await assess(store, { paths: [example], asOf: undefined, ...options }, () => now, silent)

    const latest = await latestParts(store)
    const times = { asOf: latest?.entry.asOf ?? '', knownAt: latest?.entry.knownAt ?? '' }
    const portfolio = await loadPortfolio(store, times)
    if (latest === undefined || portfolio === undefined) throw new Error('nothing was assessed')
    const { health, contribution, assessment } = latest
    const { vulnerabilities, value } = assessment
    const rules = await loadDecisions(store, times)
    const whole = counselorInput(portfolio, { health, contribution, vulnerabilities, value }, rules)
    const packages = [...new Set(portfolio.parts.flatMap((part) => part.package ?? []))]
    const own = portfolio.organization.products.flatMap(({ published }) => published ?? [])
    const subjects = [...own, ...packages]
    expect([own.length, packages.length]).toEqual([2, expect.toSatisfy((count: number) => count > 500)])

    const asked = store.engine === 'sqlite' ? subjects : subjects.filter((_, at) => at < 2 || at % 12 === 0)
    for (const subject of asked) {
      const advised = await engageUnlisted(store, subject, now)
      expect(advised, subject).toEqual(adviseOn(whole, subject))
      expect(advised?.advice.subject).toBe(subject)
    }
  })
})
