/** `contrib collect` on the histories of the example city's projects, against counts made by plain git. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collection } from '#app/collect-contributions.ts'
import { collectHistories } from '#app/collect-histories.ts'
import { readOwnPeople } from '#app/own-people.ts'
import { silent } from '#app/progress.ts'
import { headwater, type Ran } from '#test/headwater.ts'
import { writeFiles } from '#test/sample-folder.ts'
import { createHistories } from '#tools/example/create-histories.ts'

const organization = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city', 'organization.yaml')
const people = join(organization, '..', 'people.yaml')
const names = ['tide-portal', 'berth-planner']
let folder = ''
let clones: readonly string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-contrib-'))
  createHistories(folder)
  clones = names.map((name) => join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function collect(...args: readonly string[]): Ran {
  return headwater(['contrib', 'collect', ...args, '--home', join(folder, 'home')])
}

function collected(...args: readonly string[]): Collection & { schemaVersion: number } {
  return JSON.parse(collect(...args, '--json').stdout) as Collection & { schemaVersion: number }
}

/** Address, day and year of the author, number of parents. */
function plainLog(clone: string, ...options: readonly string[]): (readonly [string, string, number])[] {
  const log = execFileSync('git', ['-C', clone, 'log', '--format=%aE%x09%ad%x09%P', '--date=short', ...options], {
    encoding: 'utf8',
  })
  return log
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([address = '', day = '', parents = '']) => [address.toLowerCase(), day, parents.split(' ').length])
}

describe('contrib collect', () => {
  it('prints exactly the fields of the contract', () => {
    const { schemaVersion, repositories } = collected(...clones, '--organization', organization)
    expect(schemaVersion).toBe(1)
    expect(repositories.map(({ path }) => path)).toEqual(clones)
    for (const repository of repositories)
      expect(Object.keys(repository)).toEqual([
        'path',
        'commits',
        'merges',
        'bots',
        'plainCommits',
        'authors',
        'absenceFactor',
        'topAuthorShare',
        'domains',
        'byYear',
        'linesAdded',
        'linesDeleted',
        'signedOff',
        'coAuthored',
        'organization',
        'issues',
      ])
  })

  it.each(names)('counts %s as plain git does', (name) => {
    const clone = join(folder, name)
    const log = plainLog(clone)
    const plain = log.filter(([address, , parents]) => parents < 2 && !address.includes('[bot]'))
    const [found] = collected(clone).repositories
    const counts = Object.values(Object.groupBy(plain, ([address]) => address)).map((of) => of?.length ?? 0)
    const numstat = execFileSync('git', ['-C', clone, 'log', '--no-renames', '--numstat', '--format='], {
      encoding: 'utf8',
    })
    const lines = numstat.split('\n').flatMap((line) => /^(\d+)\t(\d+)\t/.exec(line) ?? [])
    const sumOf = (column: number): number =>
      lines.filter((_, at) => at % 3 === column).reduce((sum, text) => sum + Number(text), 0)
    expect(found).toMatchObject({
      commits: log.length,
      merges: log.filter(([, , parents]) => parents > 1).length,
      bots: log.filter(([address]) => address.includes('[bot]')).length,
      plainCommits: plain.length,
      authors: counts.length,
      topAuthorShare: Math.max(...counts) / plain.length,
      linesAdded: sumOf(1),
      linesDeleted: sumOf(2),
      organization: null,
    })
    expect(found?.domains.reduce((sum, { commits }) => sum + commits, 0)).toBe(plain.length)
    expect(found?.byYear.map(({ year }) => year)).toEqual(
      [...new Set(plain.map(([, day]) => Number(day.slice(0, 4))))].sort((a, b) => a - b),
    )
  })

  it('finds the own people by address, period and domain [row 26]', () => {
    const periods = new Map(
      [
        ...readFileSync(organization, 'utf8').matchAll(
          /- \{ id: (p-\d+),.*?(?:from: ([\d-]+))?(?:, to: ([\d-]+))?[^}]*\}/g,
        ),
      ].map(([line, id = '']) => [
        id,
        { from: /from: ([\d-]+)/.exec(line)?.[1] ?? '', to: /to: ([\d-]+)/.exec(line)?.[1] ?? '9999' },
      ]),
    )
    const personOf = new Map(
      [...readFileSync(people, 'utf8').matchAll(/- \{ id: (p-\d+),.*addresses: \[([^\]]*)\]/g)].flatMap(
        ([, id = '', addresses = '']) => addresses.split(', ').map((address) => [address, id] as const),
      ),
    )
    for (const clone of clones) {
      const own = plainLog(clone).flatMap(([address, day, parents]) => {
        const id = personOf.get(address)
        const period = periods.get(id ?? '')
        return parents < 2 && id !== undefined && period !== undefined && period.from <= day && day <= period.to
          ? [{ id, day }]
          : []
      })
      const [found] = collected(clone, '--organization', organization).repositories
      expect(own.length).toBeGreaterThan(50)
      const people = new Set(own.map(({ id }) => id)).size
      const isGroup = people >= 3
      expect(found?.organization).toEqual({
        commits: own.length,
        people: isGroup ? people : null,
        activeDays: isGroup ? new Set(own.map(({ id, day }) => `${id} ${day}`)).size : null,
      })
    }
  })

  it('shows groups of people from five on unless the organization agreed to fewer', () => {
    const [portal = ''] = clones
    const agreed = collected(portal, '--organization', organization).repositories[0]?.organization
    expect(agreed?.people).toBe(3)
    const strict = join(folder, 'strict')
    writeFiles(strict, {
      'organization.yaml': readFileSync(organization, 'utf8').replace('C4-group, value: 3', 'C4-group, value: 5'),
      'people.yaml': readFileSync(people, 'utf8'),
    })
    const withheld = collect(portal, '--organization', join(strict, 'organization.yaml'))
    expect(withheld.stdout).toContain('fewer than shown')
    expect(
      collected(portal, '--organization', join(strict, 'organization.yaml')).repositories[0]?.organization,
    ).toEqual({
      commits: agreed?.commits,
      people: null,
      activeDays: null,
    })
  })

  it('names nobody unless asked, and own people only where they agreed', () => {
    const silent = collect(...clones, '--organization', organization, '--json').stdout
    expect(silent).not.toMatch(/Quillfeather|Sandgate|Marlowe/)
    const [portal] = collected(clones[0] ?? '', '--organization', organization, '--names').repositories
    const shown = portal?.names?.map(({ name }) => name)
    expect(shown).toEqual(expect.arrayContaining(['Tamsin Quillfeather', 'Wilhelmina Sandgate', 'p-04', 'p-15']))
    expect(JSON.stringify(shown)).not.toContain('Marlowe')
  })

  it('looks at a revision and up to a day', () => {
    const [clone = ''] = clones
    const old = execFileSync('git', ['-C', clone, 'rev-parse', 'main~50'], { encoding: 'utf8' }).trim()
    expect(collected(clone, '--revision', old).repositories[0]?.commits).toBe(plainLog(clone, old).length)
    const until = collected(clone, '--until', '2023-12-31').repositories[0]
    expect(until?.commits).toBe(plainLog(clone, '--until=2023-12-31T23:59:59Z').length)
    expect(until?.byYear.at(-1)?.year).toBe(2023)
  })

  it('says what it could not take, by exit code and issue', () => {
    const none = join(folder, 'none')
    mkdirSync(none, { recursive: true })
    const [clone = ''] = clones
    expect(collect(none).code).toBe(5)
    const partly = collect(clone, none, '--json')
    expect(partly.code).toBe(3)
    expect((JSON.parse(partly.stdout) as Collection).issues).toMatchObject([{ code: 'not-a-repository', where: none }])
    expect(collect(clone).code).toBe(0)
    expect(collect(clone, '--until', '2023-02-30').code).toBe(2)
    expect(collect(clone, '--organization', join(folder, 'absent.yaml')).code).toBe(2)
    expect(collect(clone, '--revision', 'absent').code).toBe(5)
  })
})

it('gathers the histories that an assessment works on: people across repositories once, nobody by name', async () => {
  const own = readOwnPeople(organization)
  const seen = new Map<string, number>()
  const atHand = clones.map((location, index) => ({ path: names[index] ?? '', location, project: null }))
  const { histories, issues } = await collectHistories(
    {
      repositories: atHand,
      people: own,
      counting: { smallestGroup: 1, coAuthors: 'split', mostFiles: 200, mostLines: 10_000 },
      asOf: '2026-11-22',
      home: join(folder, 'home'),
      concealment: undefined,
      visitors: [
        ({ path }) => {
          seen.set(path, 0)
          return { add: () => seen.set(path, (seen.get(path) ?? 0) + 1) }
        },
      ],
    },
    silent,
  )
  expect(issues).toEqual([])
  expect(histories).toMatchObject({ from: '2025-11-23', to: '2026-11-22' })
  const [portal, planner] = histories.repositories
  expect(portal?.recent.own.commits).toBeGreaterThan(0)
  expect(planner?.recent.absenceFactor).toBe(1)
  const sum = (portal?.recent.own.commits ?? 0) + (planner?.recent.own.commits ?? 0)
  expect(histories.total.commits).toBe(sum)
  expect(histories.byUnit.reduce((total, { commits }) => total + (commits ?? 0), 0)).toBe(sum)
  // Others see the same commits in the same pass.
  expect([...seen.values()]).toEqual(histories.repositories.map(({ summary }) => summary.commits))
  const text = JSON.stringify(histories)
  for (const line of readFileSync(people, 'utf8').matchAll(/name: ([^,]+),/g)) expect(text).not.toContain(line[1])
  expect(text).not.toContain('@')
})
