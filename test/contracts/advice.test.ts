/** Advice for the example organization, from its files to the commands; and what the store keeps for it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { excerptAt } from '#app/explain-place.ts'
import { methodText } from '#app/method-catalog.ts'
import { silent } from '#app/progress.ts'
import { recordOffice } from '#app/record-office.ts'
import { keepAdvice, loadGivenAdvice, loadProgram, recordProgram } from '#app/record-program.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { adviceNow } from '#app/run-advice.ts'
import { survey } from '#app/survey.ts'
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
  const folder = mkdtempSync(join(tmpdir(), 'headwater-advice-'))
  folders.push(folder)
  return folder
}

function copyOfExample(): string {
  const folder = join(scratch(), 'harbor-city')
  cpSync(example, folder, { recursive: true })
  return folder
}

async function record(store: Store, folder: string): Promise<void> {
  const found = survey([folder], silent)
  await recordSurvey(store, found, moment, silent)
  const office = await recordOffice(store, found, moment)
  await recordProgram(store, found, office, moment)
}

describe('advice for the example organization', () => {
  const home = join(scratch(), 'home')
  const run = (...args: readonly string[]) => headwater([...args, '--home', home])

  beforeAll(async () => {
    const store = await openStore({ home })
    await record(store, example)
    await store.close()
  })

  it('ranks what fires, says what it cannot tell, and is the same every time [row 75]', () => {
    const { code, stdout } = run('advise')
    expect(code).toBe(0)
    expect(stdout).toContain('3 The office is seen as legal and compliance only')
    expect(stdout).toMatch(/Cannot tell\n(?: .*\n)* {2}11 Terms change under what is in use, as with Redis: missing /)
    expect(stdout).toContain('10a Units understand different things by it: until 2027-03-31 by p-01.')
    expect(stdout).toMatch(/Not asked for this profile\n {2}6 /)
    expect(run('advise').stdout).toBe(stdout)
  })

  it('opens a scenario by number or id, with evidence, steps, effect and how to put it aside', () => {
    const { stdout } = run('advise', '3')
    expect(run('advise', 'seen-as-compliance-only').stdout).toBe(stdout)
    expect(stdout).toMatch(/Of counselor and advocate, how many delivered lately +1 +below 2 \(S3-roles\) +yes/)
    expect(stdout).toContain('advice/symptom/seen-as-compliance-only/advice-and-promotion')
    expect(stdout).toContain('headwater advise --dismiss seen-as-compliance-only --folder')
    expect(run('advise', '99')).toMatchObject({ code: 2, stdout: '' })
  })

  it('speaks the language that is asked for', () => {
    const german = headwater(['advise', '3', '--home', home], { environment: { HEADWATER_LANGUAGE: 'de' } })
    expect(german.stdout).toContain('Das Büro gilt nur als Rechts- und Regelstelle: schlägt an')
    const japanese = headwater(['office', 'roles', '--home', home], { environment: { HEADWATER_LANGUAGE: 'ja' } })
    expect(japanese.stdout).toContain('所見: この期間に成果がない。')
  })

  it('shows what starting stands on, from own figures [row 25]', () => {
    const { code, stdout } = run('office', 'start')
    expect(code).toBe(0)
    expect(stdout).toMatch(/1\. Manage compliance \(\d of 4 known\)/)
    expect(stdout).toMatch(/Every role delivered lately +missing/)
    expect(stdout).toContain('Which law obliges you to publish')
    const json = JSON.parse(run('office', 'start', '--json').stdout) as {
      readonly schemaVersion: number
      readonly reasons: readonly unknown[]
    }
    expect([json.schemaVersion, json.reasons.length]).toEqual([1, 7])
  })

  it('lists what would be lost if the office stopped [row 36]', () => {
    const { stdout } = run('office', 'continuity')
    expect(stdout).toContain('Duties overdue: 1 – Review what happens after an advisory')
    expect(stdout).toContain('Policies and procedures past their day: 1 – What happens after an advisory')
    expect(stdout).toMatch(/Critical packages in use: \d+ – pkg:/)
    expect(stdout).toContain('Check the list of parts of the tide portal → Citizen Services')
  })

  it('lists outputs under the goals that they serve, and those that serve none [row 24]', () => {
    const { stdout } = run('office', 'goals')
    expect(stdout).toMatch(/know-what-we-use: [^\n]+\n {4}serves: Digital program 2030/)
    expect(stdout).toContain('0.6 at the start, 0.8 today, 0.95 by 2027-12-31')
    expect(stdout).toMatch(/Outputs that serve no goal\n {2}2026-06-18 Advocate:/)
  })

  it('writes a calendar that other programs take', () => {
    const file = join(scratch(), 'office.ics')
    expect(run('office', 'calendar', '-o', `ics=${file}`).code).toBe(0)
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(text.match(/END:VEVENT/g)?.length)
    expect(text).toContain('SUMMARY:duty: Review what happens after an advisory (overdue)\r\n')
    expect(run('office', 'calendar').stdout).toMatch(
      /2025-08-01 +duty +Review what happens after an advisory +12 months +p-12 +overdue/,
    )
  })

  it('is told in figures that lead to the bytes', async () => {
    const store = await openStore({ home })
    const { figures } = await adviceNow(store, home, now)
    const sources = figures.flatMap(({ figure }) => figure.from)
    const methods = new Set(sources.flatMap((source) => (source.kind === 'computed' ? [source.method] : [])))
    expect([...methods].filter((method) => methodText(method) === undefined)).toEqual([])
    const places = sources.filter((source) => source.kind === 'observed')
    expect(places.length).toBeGreaterThan(30)
    for (const { evidence, at } of places)
      expect(excerptAt(await loadEvidenceBytes(store, evidence), at), `${evidence} ${at}`).toBeDefined()
    await store.close()
  })
})

describe('over the years', () => {
  const home = join(scratch(), 'home')

  it('compares what assessments of each year kept [row 38]', { timeout: 60_000 }, () => {
    const folder = copyOfExample()
    const assess = (day: string) => headwater(['assess', folder, '--home', home, '--offline', '--as-of', day]).code
    expect(assess('2025-11-22')).toBe(0)
    rmSync(join(folder, 'repositories', 'tide-portal', 'package-lock.json'))
    expect(assess(asOf)).toBe(0)
    const { code, stdout } = headwater(['office', 'continuity', folder, '--home', home])
    expect(code).toBe(0)
    const line = /inventory\/packages: 2025-11-22 (\d+) → 2026-11-22 (\d+)\n/.exec(stdout)
    expect(Number(line?.[1])).toBeGreaterThan(Number(line?.[2]))
  })

  it('calls things as the organization does [row 57]', () => {
    const folder = copyOfExample()
    const file = join(folder, 'organization.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('\ndomains:', '\nlabels: { open-source: open technology }\ndomains:'))
    expect(headwater(['assess', folder, '--home', home, '--offline']).code).toBe(0)
    const { stdout } = headwater(['advise', '2', '--home', home])
    expect(stdout).toContain('Draw a map of who decides what about open technology today.')
    expect(headwater(['advise', '1', '--home', home]).stdout).not.toMatch(/(?<!-)open source(?! program office)/)
  })
})

describe('putting a scenario aside', () => {
  const home = join(scratch(), 'home')
  const folder = copyOfExample()
  const file = join(folder, 'office', 'dismissals.yaml')
  const run = (...args: readonly string[]) => headwater(['advise', ...args, '--home', home])
  const dismiss = (...more: readonly string[]) =>
    run('--folder', folder, '--dismiss', '3', '--by', 'p-01', '--reason', 'The next talk is booked', ...more)

  beforeAll(async () => {
    const store = await openStore({ home })
    await record(store, folder)
    await store.close()
  })

  it('needs a reason, a person and a day that is to come, and writes nothing otherwise', () => {
    const before = readFileSync(file, 'utf8')
    for (const wrong of [
      run('--folder', folder, '--dismiss', '3', '--by', 'p-01', '--until', '2027-01-31'),
      run('--folder', folder, '--dismiss', '3', '--by', 'p-99', '--reason', 'x', '--until', '2027-01-31'),
      dismiss('--until', '2026-11-21'),
      dismiss('--until', 'spring'),
      run('--dismiss', '3', '--by', 'p-01', '--reason', 'x', '--until', '2027-01-31'),
    ])
      expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('appends to the file, keeps its comments, and takes effect at once', () => {
    const before = readFileSync(file, 'utf8')
    const { code, stdout, stderr } = dismiss('--until', '2027-01-31')
    expect(code).toBe(0)
    expect(stderr).toContain('Put aside until 2027-01-31: 3 The office is seen as legal and compliance only')
    expect(stdout).toContain('until 2027-01-31 by p-01. The next talk is booked')
    expect(readFileSync(file, 'utf8').startsWith(before.trimEnd())).toBe(true)
  })

  it('stops with file and line at a mistake in the files of the office', () => {
    const goals = join(folder, 'office', 'goals.yaml')
    const text = readFileSync(goals, 'utf8')
    writeFileSync(goals, text.replace('id: give-back', 'id: give-back\n    parent: give-back'))
    const { code, stderr } = run('--folder', folder)
    expect(code).toBe(2)
    expect(stderr).toMatch(/goals\.yaml, at line \d+, goals\[2\]\.parent/)
    expect(stderr).toContain('give-back → give-back')
    writeFileSync(goals, text)
  })

  it('fires scenario 3 or 9 when the outputs of the advocate are deleted [row 39]', () => {
    const outputs = join(folder, 'office', 'outputs.yaml')
    const text = readFileSync(outputs, 'utf8')
    writeFileSync(outputs, text.replaceAll(/^.*role: advocate.*\n/gm, ''))
    const json = JSON.parse(run('--folder', folder, '--json').stdout) as {
      readonly scenarios: readonly { readonly id: string; readonly state: string }[]
    }
    const fired = json.scenarios.filter(({ state }) => state === 'fired').map(({ id }) => id)
    expect(fired.some((id) => id === 'seen-as-compliance-only' || id === 'culture-forgotten')).toBe(true)
    writeFileSync(outputs, text)
  })
})

describeOnEveryEngine('what the office says about itself', (engine) => {
  it('is kept as of two times, and a file that is taken away says nothing any longer', async () => {
    const store = await openFresh(engine)
    const folder = copyOfExample()
    await record(store, folder)
    const program = await loadProgram(store, times)
    expect(program.goals?.map(({ id }) => id)).toEqual(['know-what-we-use', 'lists-of-suppliers', 'give-back'])
    expect(program.charter?.mission).toMatch(/Harbor City/)
    expect((await loadProgram(store, { asOf, knownAt: '2026-11-21T00:00:00.000Z' })).goals).toBeNull()
    rmSync(join(folder, 'office', 'goals.yaml'))
    rmSync(join(folder, 'office', 'outputs.yaml'))
    const later = { asOf: '2026-11-23', now: '2026-11-23T00:00:00.000Z' }
    const found = survey([folder], silent)
    await recordProgram(store, found, await recordOffice(store, found, later), later)
    expect((await loadProgram(store, { asOf: later.asOf, knownAt: later.now })).goals).toBeNull()
    expect((await loadProgram(store, times)).goals).toHaveLength(3)
    await store.close()
  })

  it('keeps what was recommended, one set a day', async () => {
    const store = await openFresh(engine)
    const given = [{ on: asOf, scenario: 'too-slow', symptom: 'outcomes', value: 0, checkOn: '2027-02-22' }]
    await keepAdvice(store, given, moment)
    await keepAdvice(store, given, moment)
    expect(await loadGivenAdvice(store, times)).toEqual(given)
    await store.close()
  })
})
