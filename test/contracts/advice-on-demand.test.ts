/** Advice that no list holds, and what lockfiles repeat of publishers: from files to the portal's answers. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engagementOf, engagementPage } from '#app/engagement-page.ts'
import { accessSettings } from '#app/access/request.ts'
import { explainForPage, type Explained } from '#app/explain.ts'
import { whoAmI } from '#app/access/who-am-i.ts'
import { loopbackActor, type Scope } from '#domain/access.ts'
import { loadFigure } from '#store/assessments.ts'
import { openStore, type Store } from '#store/store.ts'
import { loadWords } from '#text/load-words.ts'
import { headwater } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'

const now = '2026-11-22T10:00:00.000Z'
const note = 'Use lock-gate <script>alert(1)</script>\u001B[31m'
const lock = (packages: Readonly<Record<string, object>>): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: Object.fromEntries(Object.keys(packages).map((name) => [name, '1'])) },
      ...Object.fromEntries(Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry])),
    },
  })

let home = ''
let store: Store

beforeAll(async () => {
  home = scratchFolder()
  const folder = join(home, 'files')
  writeFiles(folder, {
    'organization.yaml': `
format: 1
id: harbor
name: Harbor
labels: { open-source: open technology }
units: [{ id: quay, name: Quay }, { id: dock, name: Dock }]
products:
  - { id: gate, name: Gate, unit: quay, origin: made, criticality: low, paths: [gate], published: https://forge.example/harbor/gate }
  - { id: crane, name: Crane, unit: dock, origin: made, criticality: low, paths: [crane] }
`,
    'gate/package-lock.json': lock({ sluice: { version: '1.2.0', deprecated: note }, ms: { version: '2.0.0' } }),
    'crane/package-lock.json': lock({ winch: { version: '1.0.0' } }),
  })
  const assessed = headwater(['assess', folder, '--home', home, '--offline', '-o', `html=${join(home, 'report.html')}`])
  expect(assessed.stderr + assessed.stdout).not.toMatch(/config-invalid/)
  store = await openStore({ home })
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

async function told(subject: string, scope: Scope, language: 'en' | 'de' = 'en') {
  return engagementOf(store, { actor: loopbackActor, scope, now, language, words: await loadWords(language) }, subject)
}

describe('advice on a part that is not critical, decided or patched', () => {
  it('is the one that engage gives, at once, with a door to each chain though none is kept', async () => {
    const { stdout } = headwater(['engage', 'pkg:npm/ms', '--home', home, '--json'])
    const { option, reason } = JSON.parse(stdout) as { option: number; reason: string }
    const { advice, decided, withheld } = await told('pkg:npm/ms', 'all')
    expect(advice).toMatchObject({
      isListed: false,
      option: { number: option },
      reason: { code: reason },
    })
    expect(advice?.rejected).toHaveLength(2)
    expect(advice?.known?.length).toBeGreaterThan(0)
    const costs = [advice?.cost.id, ...(advice?.rejected.map(({ cost }) => cost.id) ?? [])]
    const doors = [advice?.figure, ...costs, ...(advice?.known?.map(({ figure }) => figure?.id) ?? [])]
    for (const id of doors) {
      const chain = await explainForPage(store, 'all', id ?? '', now)
      expect([id, chain.known, isSaid(chain)]).toEqual([id, true, true])
    }
    expect(await loadFigure(store, advice?.cost.id ?? '')).toBeUndefined()
    expect(headwater(['explain', advice?.cost.id ?? '', '--home', home]).stdout).toContain(advice?.cost.id)
    expect([decided, withheld]).toEqual([null, []])
  })

  it('tells those who see a unit of what their products use, and of nothing else', async () => {
    const quay = new Set(['quay'])
    const { advice, withheld } = await told('pkg:npm/ms', quay)
    expect(advice).toMatchObject({ isListed: false, changes: null, known: null, figure: null, products: 1 })
    expect(withheld).toEqual(['changes', 'known', 'figure'])
    const cost = advice?.cost.id ?? ''
    expect((await explainForPage(store, quay, cost, now)).known).toBe(true)
    const whole = (await told('pkg:npm/winch', 'all')).advice?.cost.id ?? ''
    for (const [id, code] of [
      [whole, 'figure-missing'],
      ['advice/option/pkg:npm/ms', 'beyond-rights'],
    ] as const)
      await expect(explainForPage(store, quay, id, now)).rejects.toMatchObject({ problem: { code } })
    for (const subject of ['pkg:npm/winch', 'pkg:npm/nowhere'])
      await expect(told(subject, quay)).rejects.toMatchObject({ problem: { code: 'nothing-found' } })
  })

  it('answers for an own project that a product in sight is published as', async () => {
    const own = 'forge.example/harbor/gate'
    expect((await told(own, new Set(['quay']))).advice).toMatchObject({ subject: own, name: 'Gate', isListed: false })
    await expect(told(own, new Set(['dock']))).rejects.toMatchObject({ problem: { code: 'nothing-found' } })
  })
})

describe('the list of advice', () => {
  it('says how many more parts matter than it holds, to those who see everything', { timeout: 120_000 }, async () => {
    const large = scratchFolder()
    writeFiles(join(large, 'files'), {
      'organization.yaml': `
format: 1
id: harbor
name: Harbor
units: [{ id: quay, name: Quay }]
products: [{ id: gate, name: Gate, unit: quay, origin: made, criticality: mission, paths: [gate] }]
`,
      'gate/package-lock.json': lock(
        Object.fromEntries(Array.from({ length: 1_020 }, (_, at) => [`plank-${at}`, { version: '1.0.0' }])),
      ),
    })
    expect(headwater(['assess', join(large, 'files'), '--home', large, '--offline']).code).toBe(0)
    const full = await openStore({ home: large })
    const asked = { actor: loopbackActor, now, language: 'en', words: await loadWords('en') } as const
    const all = await engagementPage(full, { ...asked, scope: 'all' }, { limit: 1 })
    expect([all.total.count, all.unlisted]).toEqual([1_000, 20])
    const ofUnit = await engagementPage(full, { ...asked, scope: new Set(['quay']) }, { limit: 1 })
    expect([ofUnit.total.count, ofUnit.unlisted]).toEqual([1_000, null])
    await full.close()
    rmSync(large, { recursive: true, force: true })
  })
})

describe('a version that its publishers deprecated', () => {
  it('is a warning with their sentence, made harmless, and leads back to the lockfile', { timeout: 180_000 }, () => {
    const shown = headwater(['health', 'show', 'pkg:npm/sluice', '--home', home])
    expect(shown.stdout).toContain('Deprecated: pkg:npm/sluice@1.2.0: Use lock-gate <script>alert(1)</script>')
    expect(shown.stdout).not.toContain('\u001B')
    const fact = 'health/fact/deprecation/pkg:npm/sluice@1.2.0'
    const chain = headwater(['explain', fact, '--home', home])
    expect(chain.code).toBe(0)
    expect(chain.stdout).toContain('"deprecated"')
    const inputs = headwater(['explain', 'health/indicator/not-deprecated/pkg:npm/sluice', '--home', home]).stdout
    expect(inputs).toContain(fact)
    expect(inputs).toContain('Not deprecated: Do publishers recommend the packages in use?')
  })
})

describe('terms of the organization', () => {
  it('stand in its report, where titles of books keep theirs', () => {
    const { stdout } = headwater(['report', 'build', 'full', '--home', home, '-o', 'markdown'])
    expect(stdout).toMatch(/open technology/i)
    expect(stdout).toContain('The Value of Open Source Program Offices')
    const ours = stdout.replaceAll(/Open Source (?:Software|Program Offices)/g, '')
    expect(ours).not.toMatch(/(?<![\p{L}\p{N}-])open source(?![\p{L}\p{N}-])/iu)
  })

  it('stand in the session of the portal, for its words', async () => {
    const access = accessSettings({}, { isLoopbackOnly: true, offline: true })
    const request = { id: '', method: 'GET', path: '', ip: '', header: () => undefined }
    expect((await whoAmI(store, loopbackActor, request, access, now)).labels).toEqual({
      'open-source': 'open technology',
    })
    expect((await whoAmI(store, null, request, access, now)).labels).toEqual({})
  })
})

/** Every input of a chain is found, down to what was read, stated or assumed. */
function isSaid({ inputs, evidence, declared, assumptions, method }: Explained): boolean {
  const isEnd = evidence.length + declared.length + assumptions.length > 0 || method !== null
  return isEnd && inputs.every((input) => !input.known || isSaid(input))
}
