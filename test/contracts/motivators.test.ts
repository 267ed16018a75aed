/** Conversations, motivators and benefits of the example, from its files to the commands; and what nobody may ever read. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { excerptAt } from '#app/explain-place.ts'
import { methodText } from '#app/method-catalog.ts'
import { silent } from '#app/progress.ts'
import { loadHeard, recordMotivators } from '#app/record-motivators.ts'
import { recordOffice } from '#app/record-office.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { motivatorsAtHand, motivatorsNow, pitchNow } from '#app/run-motivators.ts'
import { survey } from '#app/survey.ts'
import { motivatorFigures } from '#motivators/assess.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { findEvidence, listEvidence, loadEvidenceBytes } from '#store/evidence.ts'
import { openStore, type Store } from '#store/store.ts'
import { figureName } from '#text/figure-names.ts'
import { languages } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
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
  const folder = mkdtempSync(join(tmpdir(), 'headwater-motivators-'))
  folders.push(folder)
  return folder
}

/** The example without its advisories and large lists: what the office says is the same. */
function exampleCopy(): string {
  const folder = join(scratch(), 'city')
  cpSync(example, folder, { recursive: true })
  return folder
}

describe('figures beside benefits', () => {
  it('have a name in every language, so that none is a bare number', async () => {
    const { benefits } = loadMotivatorContent()
    const ofIndicators = new Set(loadMaturityModel().indicators.map(({ id }) => `maturity/indicator/${id}`))
    const numbers = new Set(benefits.flatMap(({ shownBy, beside }) => [...shownBy, ...beside])).difference(ofIndicators)
    expect(numbers).toContain('contribution/give-to-take')
    for (const language of languages) {
      const words = await loadWords(language)
      expect([...numbers].filter((id) => figureName(words, id) === undefined)).toEqual([])
    }
  })
})

async function record(store: Store, folder: string, when = moment): Promise<void> {
  const found = survey([folder], silent)
  await recordSurvey(store, found, when, silent)
  await recordOffice(store, found, when)
  await recordMotivators(store, found, when)
}

function conversation(folder: string, id: string, more: Readonly<Record<string, string>>, note: string): void {
  const front = {
    format: '1',
    id,
    on: '2026-10-01',
    with: '{ person: p-09 }',
    unit: 'harbor-authority',
    audience: 'engineers',
    interviewer: 'p-01',
    consent: 'quote',
    confidentiality: 'organization',
    ...more,
  }
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`)
  writeFileSync(join(folder, 'office', 'conversations', `${id}.md`), ['---', ...lines, '---', note, ''].join('\n'))
}

const motivatorsOf = (folder: string): string => join(folder, 'office', 'motivators.yaml')

function addEntry(folder: string, ...lines: readonly string[]): void {
  writeFileSync(motivatorsOf(folder), `${readFileSync(motivatorsOf(folder), 'utf8')}  - ${lines.join('\n    ')}\n`)
}

describe('the example organization', () => {
  const home = join(scratch(), 'home')
  const run = (...args: readonly string[]) => headwater(['motivators', ...args, '--home', home])

  beforeAll(async () => {
    const store = await openStore({ home })
    await record(store, example)
    await store.close()
  })

  it('shows what people want as bars over levels [row 73]', () => {
    const { code, stdout } = run('map')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Stop paying alone for software that every port needs +│ +│ +│░+ +locked/)
    expect(stdout).toMatch(/Value of the share .*×+ +not wanted/)
    expect(stdout).toContain('Not yet aware (level 0):\n  Harbor Authority\n')
    expect(stdout).toContain('held back: No time for it before a release')
    expect(run('map').stdout).toBe(stdout)
    // What the maintainer said belongs to the maintainer's unit.
    expect(run('map', '--area', 'citizen-services').stdout).toContain('Send our changes')
    expect(run('map', '--area', 'finance').stdout).not.toContain('Send our changes')
  })

  it('shows all areas beside one another', () => {
    const { stdout } = run('map', '--areas')
    expect(stdout).toMatch(/What one person knew .*█ served +░ locked\n/)
    const json = JSON.parse(run('map', '--areas', '--json').stdout) as { readonly areas: readonly unknown[] }
    expect(json.areas).toHaveLength(6)
    expect(json.areas[0]).toMatchObject({ area: null, states: { 'share-price': 'not-wanted' } })
  })

  it('shows two areas at different steps of the process [row 66]', () => {
    const { stdout } = run('plan')
    expect(stdout).toMatch(/Harbor Authority +done +done +done +done/)
    expect(stdout).toMatch(/Finance and Procurement +done +done +next/)
  })

  it('shows the same by stages, and the picture as a template with a box that was moved [row 74]', () => {
    expect(run('map', '--stages').stdout).toMatch(/S0│S1 +│S2/)
    const { stdout } = run('map', '--template')
    expect(stdout).toContain("One contributor's proposal")
    expect(stdout).toMatch(/Gain a community.* │▒+ +community +moved/)
    expect(stdout).toMatch(/Know more people +│ +│ +│▒{11} +network-expansion/)
    const json = JSON.parse(run('map', '--template', '--json').stdout) as { readonly rows: readonly unknown[] }
    expect(json).toMatchObject({ schemaVersion: 1, isProposal: true })
    expect(json.rows).toHaveLength(7)
  })

  it('writes Markdown and JSON', () => {
    expect(run('map', '-o', 'markdown').stdout).toMatch(
      /\| Be able to change a supplier[^|]+\| +\| ░░░ \| ░░░ \| ░░░ \| ░░░ \| locked/,
    )
    const json = JSON.parse(run('map', '--json').stdout) as {
      readonly rows: readonly { readonly kind: string; readonly bars: readonly unknown[] }[]
    }
    expect(json.rows).toHaveLength(8)
    expect(json).toMatchObject({ schemaVersion: 1, axis: 'engagement', isWithholding: false })
  })

  it('says whom to talk to, who is missing, and what to ask [rows 71, 72]', () => {
    const { stdout } = run('plan', '--audience', 'executives')
    expect(stdout).toContain('Heard in 3 of 5 areas.')
    expect(stdout).toMatch(/Finance and Procurement +nobody was asked yet +managers/)
    expect(stdout).toContain('E1  Which three goals decide your year?')
    expect(run('plan').stdout).toMatch(/Harbor Authority +p-09 +engineers.* +open +answers for crane-telemetry/)
    expect(run('plan').stdout).toMatch(/IT Operations +one took place/)
  })

  it('pitches with what was heard in an area, and refuses where nothing was [row 65]', () => {
    const { code, stdout } = run('pitch', '--area', 'harbor-authority', '--audience', 'managers')
    expect(code).toBe(0)
    expect(stdout).toContain('1. What one person knew must not leave with that person (heard from this audience)')
    expect(stdout).toContain('IC11 People are trained')
    expect(stdout).not.toContain('Send our changes')
    const refused = run('pitch', '--area', 'finance', '--audience', 'managers')
    expect(refused).toMatchObject({ code: 5, stdout: '' })
    expect(refused.stderr).toContain('Talk first:')
    expect(refused.stderr).toMatch(/Finance and Procurement .*nobody was asked yet/)
  })

  it('heads with the three benefits that were chosen [row 69]', () => {
    const json = JSON.parse(run('benefits', '--json').stdout) as Record<
      'headlines' | 'annex',
      readonly { readonly id: string }[]
    >
    expect(json.headlines.map(({ id }) => id)).toEqual(['VU1', 'VG3', 'ports-share'])
    expect(json.annex).toHaveLength(33)
    expect(run('benefits').stdout).toMatch(
      /3\. ports-share +Ports that share a program share its cost +no own figure yet/,
    )
  })

  it('speaks three languages', () => {
    expect(run('map', '--language', 'de').stdout).toContain('Wert für die Belegschaft')
    expect(run('plan', '--language', 'ja', '--audience', 'engineers').stdout).toContain(
      '毎日頼りにしているプロジェクト',
    )
    expect(run('pitch', '--language', 'de', '--area', 'harbor-authority').stdout).toContain('Im Weg')
  })

  it('refuses wrong use', () => {
    expect(run('map', '--area', 'nowhere').code).toBe(2)
    expect(run('pitch', '--audience', 'everybody').code).toBe(2)
    expect(run('plan', '--audience', 'everybody').code).toBe(2)
    expect(headwater(['motivators', 'map', '--home', join(scratch(), 'none')]).code).toBe(5)
  })

  it('is told in figures that lead to the bytes, by methods that are explained', async () => {
    const store = await openStore({ home })
    const { evidence, assessment } = await motivatorsNow(store, now, undefined)
    const sources = motivatorFigures(evidence, assessment).flatMap(({ figure }) => figure.from)
    const places = sources.filter((source) => source.kind === 'observed')
    expect(places.length).toBeGreaterThan(10)
    for (const { evidence: id, at } of places)
      expect(excerptAt(await loadEvidenceBytes(store, id), at), `${id} ${at}`).toBeDefined()
    const methods = new Set(sources.flatMap((source) => (source.kind === 'computed' ? [source.method] : [])))
    expect([...methods].filter((method) => methodText(method) === undefined)).toEqual([])
    await store.close()
  })

  it('says the same to those who wait for an answer as to those who can wait for everything to be read', async () => {
    const store = await openStore({ home })
    const whole = await motivatorsNow(store, now, undefined)
    const { evidence, assessment } = await motivatorsAtHand(store, now)
    expect(assessment.proposals?.length).toBeGreaterThan(3)
    expect(assessment).toEqual(whole.assessment)
    expect(pitchNow({ evidence, assessment }, null, 'managers')).toEqual(pitchNow(whole, null, 'managers'))
    await store.close()
  })
})

describe('adding what was said', () => {
  const add = (folder: string, ...args: readonly string[]) => headwater(['motivators', 'add', folder, ...args])
  const said = ['--statement', 'Fewer nights on call', '--kind', 'personal', '--from', '2'] as const

  it('keeps every comment, and what was there [row 73]', () => {
    const folder = exampleCopy()
    const before = readFileSync(motivatorsOf(folder), 'utf8')
    const { code, stderr } = add(folder, ...said, '--conversation', 'c-2026-06-harbor-manager', '--strength', '4')
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('Added "m-1"') as string })
    const after = readFileSync(motivatorsOf(folder), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after).toContain('statement: Fewer nights on call')
    const home = join(scratch(), 'home')
    headwater(['assess', folder, '--offline', '--home', home])
    const map = headwater(['motivators', 'map', folder, '--area', 'harbor-authority', '--home', home])
    expect(map.stdout).toMatch(/Fewer nights on call/)
  })

  it.each([
    ['without a conversation', [...said], '--conversation is missing'],
    ['from a conversation that there is not', [...said, '--conversation', 'c-0'], 'no conversation has that id'],
    ['of a kind that there is not', ['--kind', 'gold', '--conversation', 'c-2026-06-harbor-manager'], '--kind gold'],
    ['without a statement', ['--conversation', 'c-2026-06-harbor-manager'], '"statement" is missing'],
    ['stronger than five', [...said, '--conversation', 'c-2026-06-harbor-manager', '--strength', '6'], 'from 1 to 5'],
    [
      'with nobody to follow up',
      [...said, '--conversation', 'c-2026-06-harbor-manager', '--follow-up-by', 'p-01'],
      'belong together',
    ],
  ])('is refused %s, and the file stays as it was', (_, args, message) => {
    const folder = exampleCopy()
    const before = readFileSync(motivatorsOf(folder), 'utf8')
    const { code, stderr } = add(folder, ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(readFileSync(motivatorsOf(folder), 'utf8')).toBe(before)
    expect(readdirSync(join(folder, 'office')).toSorted()).toEqual(readdirSync(join(example, 'office')).toSorted())
  })

  it('moves a box of the picture, and it stays there [row 74]', () => {
    const folder = exampleCopy()
    const move = (...args: readonly string[]) => headwater(['motivators', 'move', folder, ...args])
    expect(move('recruitment', '--from', '2', '--to', '3').code).toBe(0)
    expect(move('community', '--from', '2', '--to', '4').code).toBe(0)
    const text = readFileSync(motivatorsOf(folder), 'utf8')
    expect(text).toContain('id: recruitment\n    catalog: recruitment\n    from: 2\n    to: 3\n')
    expect(text.match(/catalog: community/g)).toHaveLength(1)
    expect(text).toContain('# Moved from where the picture has it')
    expect(move('gold', '--from', '2').code).toBe(2)
  })
})

describeOnEveryEngine('what nobody may read', (place) => {
  const marker = 'zwolfkranich'

  /** One conversation of each kind that may not be quoted, and motivators that rest on them. */
  function planted(): string {
    const folder = exampleCopy()
    const secret = { with: `{ role: ${marker} }` }
    conversation(folder, 'c-private', { ...secret, confidentiality: 'private' }, `${marker} one`)
    conversation(folder, 'c-none', { ...secret, consent: 'none' }, `${marker} two`)
    conversation(folder, 'c-team', { ...secret, confidentiality: 'team' }, `${marker} three`)
    conversation(folder, 'c-count', { ...secret, consent: 'aggregate' }, `${marker} four`)
    for (const id of ['private', 'none', 'team', 'count'])
      addEntry(
        folder,
        `id: m-${id}`,
        `statement: ${marker} ${id}`,
        'valueKind: personal',
        `conversations: [c-${id}, c-2026-06-harbor-manager]`,
        'from: 1',
        `obstacle: ${marker}`,
        `wish: ${marker}`,
      )
    writeFileSync(motivatorsOf(folder), `${readFileSync(motivatorsOf(folder), 'utf8')}# ${marker} in a comment\n`)
    return folder
  }

  /** Whether a text stands in any original, unpacked, or in any row of any table. */
  async function holds(store: Store, text: string): Promise<boolean> {
    const kept = await Promise.all(
      (await listEvidence(store))
        .filter(({ tombstone }) => tombstone === null)
        .map(async ({ id }) => new TextDecoder().decode(await loadEvidenceBytes(store, id))),
    )
    const tables = await sql<{ name: string }>`${
      store.engine === 'sqlite'
        ? sql`select name from sqlite_master where type = 'table'`
        : sql`select table_name as name from information_schema.tables where table_schema = current_schema()`
    }`.execute(store.db)
    expect(tables.rows.length).toBeGreaterThan(10)
    const rows: string[] = []
    for (const { name } of tables.rows)
      rows.push(name, JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(store.db)).rows))
    return [...kept, ...rows].some((one) => one.toLowerCase().includes(text.toLowerCase()))
  }

  it('is kept nowhere in the database, while the rest is [row 71]', async () => {
    const store = await openFresh(place)
    await record(store, planted())
    expect(await holds(store, 'What one person knew must not leave with that person')).toBe(true)
    expect(await holds(store, marker)).toBe(false)
    const { isWithholding, groups, motivators } = await loadHeard(store, times)
    expect(isWithholding).toBe(true)
    expect(groups).toContainEqual({ unit: 'harbor-authority', audience: 'engineers', people: null })
    expect(motivators.map(({ id }) => id).filter((id) => id.startsWith('m-'))).toEqual([])
  })

  it('is deleted when consent is taken back [row 71]', async () => {
    const store = await openFresh(place)
    const folder = exampleCopy()
    conversation(folder, 'c-open', {}, marker)
    addEntry(folder, 'id: m-open', `statement: ${marker}`, 'valueKind: personal', 'conversations: [c-open]', 'from: 1')
    await record(store, folder)
    expect(await holds(store, marker)).toBe(true)
    const before = (await loadHeard(store, times)).evidence ?? ''
    conversation(folder, 'c-open', { confidentiality: 'private' }, marker)
    const later = '2026-11-23T00:00:00.000Z'
    await record(store, folder, { asOf, now: later })
    expect(await holds(store, marker)).toBe(false)
    expect((await findEvidence(store, before))?.tombstone).not.toBeNull()
    // As it was known then: nothing, and that something is withheld.
    expect(await loadHeard(store, times)).toMatchObject({ motivators: [], isWithholding: true })
    expect((await loadHeard(store, { asOf, knownAt: later })).motivators.length).toBeGreaterThan(4)
  })
})

describe('what nobody may read, in every output', () => {
  const marker = 'zwolfkranich'
  const folder = exampleCopy()
  const home = join(scratch(), 'home')

  function everyFile(): string {
    return readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n')
  }

  beforeAll(() => {
    conversation(folder, 'c-private', { confidentiality: 'private' }, marker)
    addEntry(
      folder,
      'id: m-private',
      `statement: ${marker}`,
      'valueKind: personal',
      'conversations: [c-private]',
      'from: 1',
      `obstacle: ${marker}`,
    )
  })

  it('appears in no list, export, report, progress or log, and in no file of the home folder [row 71]', () => {
    const report = join(scratch(), 'report.html')
    const outputs = [
      headwater(['assess', folder, '--offline', '--home', home, '-o', `html=${report}`, '-o', 'json']),
      ...[
        ['map', folder, '--notes'],
        ['map', folder, '--json'],
        ['map', folder, '--stages', '--notes', '-o', 'markdown'],
        ['map', folder, '--template', '--json'],
        ['map', folder, '--areas'],
        ['map', folder, '--areas', '--json'],
        ['map', folder, '--area', 'harbor-authority', '--notes'],
        ['plan', folder],
        ['plan', folder, '--json', '--audience', 'engineers'],
        ['pitch', folder, '--area', 'harbor-authority', '--audience', 'engineers'],
        ['pitch', folder, '--json'],
        ['benefits', folder, '--json'],
        ['map', '--notes'],
      ].map((args) => headwater(['motivators', ...args, '--home', home])),
      headwater(['explain', 'motivators/', '--home', home]),
      headwater(['maturity', 'show', '--json', '--home', home]),
    ]
    for (const { code } of outputs.slice(0, 14)) expect(code).toBe(0)
    const all = [
      ...outputs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
      readFileSync(report, 'utf8'),
      everyFile(),
    ]
    expect(outputs[1]?.stdout).toContain('The other ports send good changes')
    expect(all.filter((text) => text.toLowerCase().includes(marker))).toEqual([])
  })

  it('appears in no error [row 71]', () => {
    const broken = exampleCopy()
    const errors = [
      { consent: marker },
      { unit: 'tower', with: `{ role: ${marker} }` },
      { [`${marker} said`]: marker },
      { with: `[${marker}` },
      { audience: `*${marker}` },
    ].map((changes) => {
      conversation(broken, 'c-private', { confidentiality: 'private', ...changes }, marker)
      return headwater(['motivators', 'map', broken, '--home', home])
    })
    for (const { code, stderr, stdout } of errors) {
      expect(code).toBe(2)
      expect(stderr).toMatch(/conversations\/c-private\.md, at line \d+/)
      expect(stdout + stderr).not.toContain(marker)
    }
  })
})
