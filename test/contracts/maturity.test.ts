/** Maturity of the example organization, from its files to the commands; and what the store keeps for it. */

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { excerptAt } from '#app/explain-place.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { methodText } from '#app/method-catalog.ts'
import { silent } from '#app/progress.ts'
import { loadOffice, recordOffice, recordOfficeFile } from '#app/record-office.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { keepLevels, loadLevels, maturityNow } from '#app/run-maturity.ts'
import { survey } from '#app/survey.ts'
import { assessMaturity, maturityFigures } from '#maturity/assess.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { openStore, type Store } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const example = resolve(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const asOf = '2026-11-22'
const now = `${asOf}T00:00:00.000Z`
const moment = { asOf, now }
const times = { asOf, knownAt: now }

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-maturity-'))
  folders.push(folder)
  return folder
}

async function recordExample(store: Store): Promise<void> {
  const found = survey([example], silent)
  await recordSurvey(store, found, moment, silent)
  await recordOffice(store, found, moment)
}

describe('the example organization', () => {
  const home = join(scratch(), 'home')
  const run = (...args: readonly string[]) => headwater(['maturity', ...args, '--home', home])

  beforeAll(async () => {
    const store = await openStore({ home })
    await recordExample(store)
    await store.close()
  })

  it('denies what was found in one unit, and the commands say so [row 6]', () => {
    const { code, stdout } = run('show', '--unit', 'harbor-authority')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Harbor Authority +as a whole +L0 /)
    expect(stdout).toContain('Harbor Authority: "IC1 Use is known" is claimed (67%)')
    expect(stdout).toMatch(/Harbor Authority +consume +L0 +L1 +1 /)
    expect(run('show', '--unit', 'harbor-authority').stdout).toBe(stdout)
  })

  it('is told in figures that lead to the bytes', async () => {
    const store = await openStore({ home })
    const { evidence, assessment } = await maturityNow(store, now)
    const figures = maturityFigures(evidence, assessment)
    const sources = figures.flatMap(({ figure }) => figure.from)
    const methods = new Set(sources.flatMap((source) => (source.kind === 'computed' ? [source.method] : [])))
    expect([...methods].filter((method) => methodText(method) === undefined)).toEqual([])
    const places = sources.filter((source) => source.kind === 'observed')
    expect(places.length).toBeGreaterThan(40)
    for (const { evidence: id, at } of places)
      expect(excerptAt(await loadEvidenceBytes(store, id), at), `${id} ${at}`).toBeDefined()
    await store.close()
  })

  it('reads the same in stages: same evidence, other names [row 68]', () => {
    const { stdout } = run('show', '--levels', 'stages')
    expect(stdout).toContain('S1 Legal education')
    expect(stdout).toContain('What the office does now:')
    const json = JSON.parse(run('show', '--json').stdout) as {
      readonly schemaVersion: number
      readonly levels: readonly { readonly unit: string | null; readonly coverage: { readonly of: number } }[]
      readonly stages: readonly unknown[]
    }
    expect(json.schemaVersion).toBe(1)
    expect(json.levels.length).toBe(6 * json.stages.length)
    expect(json.levels.every(({ coverage }) => coverage.of > 0)).toBe(true)
  })

  it('exports every item of a framework with its record or its gap [row 32]', () => {
    for (const [framework, items] of [
      ['ISO5230', 25],
      ['ISO18974', 25],
      ['GGI', 25],
      ['FINOS', 29],
      ['TODO', 16],
    ] as const) {
      const { code, stdout } = run('framework', framework, '-o', 'csv')
      expect(code).toBe(0)
      expect(stdout.trimEnd().split('\r\n')).toHaveLength(items + 1)
    }
    expect(run('framework', 'ISO/IEC 5230').stdout).toMatch(
      /\| 3\.1\.1\.1 \| Usage policy \| answered \| Rules for using/,
    )
    expect(run('framework', 'ISO18974').stdout).toMatch(/\| 4\.3\.2\.1 \| [^|]+ \| gap \|/)
    expect(run('framework', 'COBIT')).toMatchObject({ code: 2, stdout: '' })
  })

  it('asks only what is missing, and takes a filled-in file', () => {
    const { stdout } = run('answer', '--unit', 'citizen-services')
    expect(stdout).toContain('- question: Q-communities')
    expect(stdout).not.toContain('Q-contribution-rule')
    const file = join(scratch(), 'answers-citizen-services.yaml')
    writeFileSync(file, stdout)
    // Nobody filled it in: refused with file and line, and nothing is kept.
    const empty = run('answer', '--answers', file)
    expect(empty.code).toBe(2)
    expect(empty.stderr).toMatch(/answers-citizen-services\.yaml, at line \d+, answers\[0\]\.by/)
    writeFileSync(
      file,
      'format: 1\nanswers:\n  - { question: Q-communities, unit: citizen-services, by: p-04, role: engineer, on: 2026-11-20, answer: usually }\n',
    )
    expect(run('answer', '--answers', file).code).toBe(0)
    expect(run('answer', '--unit', 'citizen-services').stdout).not.toContain('Q-communities')
    expect(run('assess', '--unit', 'citizen-services').stdout).toMatch(/IP4 .* met +67% +D answered +2027-05-20/)
  })

  it('speaks three languages', () => {
    expect(run('show', '--language', 'de').stdout).toContain('nutzen')
    expect(run('show', '--language', 'ja').stdout).toContain('組織全体')
  })

  it('refuses wrong use', () => {
    expect(run('show', '--unit', 'nowhere').code).toBe(2)
    expect(run('show', '--function', 'dance').code).toBe(2)
    expect(run('show', '--levels', 'steps').code).toBe(2)
    expect(headwater(['maturity', 'show', '--home', join(scratch(), 'none')]).code).toBe(5)
  })
})

describeOnEveryEngine('what an office holds', (place) => {
  it('is kept with its originals; a file that is taken away says nothing any longer', async () => {
    const store = await openFresh(place)
    const folder = scratch()
    mkdirSync(join(folder, 'office'))
    const organization = ['format: 1', 'id: city', 'name: City', 'people: [{ id: p-1 }]', 'officeFolders: [office]']
    writeFileSync(join(folder, 'organization.yaml'), `${organization.join('\n')}\n`)
    writeFileSync(join(folder, 'requirements.txt'), 'tidewheel==1.0.0\n')
    const write = (name: string, on: string) =>
      writeFileSync(
        join(folder, 'office', name),
        `format: 1\nrecords:\n  - { id: ${name.slice(0, 1)}, kind: event, title: Talk, by: p-1, on: ${on} }\n`,
      )
    write('a.yaml', '2026-01-01')
    write('b.yaml', '2026-02-01')
    const found = survey([folder], silent)
    await recordSurvey(store, found, moment, silent)
    await recordOffice(store, found, moment)
    const ids = async (knownAt = now) => (await loadOffice(store, { asOf, knownAt })).records.map(({ id }) => id)
    expect(await ids()).toEqual(['a', 'b'])
    const [first] = (await loadOffice(store, times)).records
    const kept = new TextDecoder().decode(await loadEvidenceBytes(store, first?.evidence ?? ''))
    expect(kept).toContain('kind: event')

    const later = '2026-11-23T00:00:00.000Z'
    rmSync(join(folder, 'office', 'b.yaml'))
    await recordOffice(store, found, { asOf, now: later })
    expect(await ids(later)).toEqual(['a'])
    expect(await ids()).toEqual(['a', 'b'])

    // A file handed in alone replaces what the folder said of it.
    write('a.yaml', '2026-03-01')
    await recordOfficeFile(store, found.organization, join(folder, 'office', 'a.yaml'), { asOf, now: later })
    expect((await loadOffice(store, { asOf, knownAt: later })).records).toMatchObject([{ id: 'a', on: '2026-03-01' }])
  })

  it('and its levels of each day can be compared later [row 38]', async () => {
    const store = await openFresh(place)
    await recordExample(store)
    const portfolio = await loadPortfolio(store, times)
    if (portfolio === undefined) throw new Error('the example was recorded')
    const { evidence, assessment } = await maturityNow(store, now)
    await keepLevels(store, assessment, { recordedAt: now })
    const later = {
      ...evidence,
      portfolio: { ...portfolio, asOf: '2026-12-22' },
      earlier: await loadLevels(store, times),
    }
    const { trend } = assessMaturity(later)
    const whole = trend.filter((one) => one.unit === null && one.function === null)
    expect(whole.map(({ on }) => on)).toEqual([asOf, '2026-12-22'])
  })
})
