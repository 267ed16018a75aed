/** From clones to the health that the commands show: real git, real databases, the command as a process of its own. */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectedHealth, HealthAnswer, HealthRank } from '#app/health-questions.ts'
import { excerptAt } from '#app/explain-place.ts'
import { loadUpstream } from '#app/load-upstream.ts'
import { silent } from '#app/progress.ts'
import { ProjectVisits, readProject } from '#app/read-project.ts'
import { recordProjects } from '#app/record-projects.ts'
import { cloneKeys } from '#health/subject.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { openGitHistory } from '#sources/git-history.ts'
import { loadEvidenceBytes, saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { openStore } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const asOf = '2026-11-22'
const now = '2026-11-22T00:00:00.000Z'
const project = 'forge.example/harbor/sluice'
let folder = ''
let clone = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-health-'))
  clone = join(folder, 'sluice')
  mkdirSync(clone)
  git('2024-01-01', 'init', '--quiet', '--initial-branch=main')
  commit('2024-01-01', 'Ida Quay <ida@harbor.example>', {
    LICENSE: 'Terms',
    'README.md': '# Sluice\n\nOpens and closes.',
    MAINTAINERS: 'Ida Quay <ida@harbor.example>',
    '.github/workflows/check.yml': 'on: push\n',
  })
  for (let month = 1; month <= 9; month++)
    commit(`2026-0${month}-15`, 'Otto Pier <otto@riverton.example>', { 'sluice.ts': `export const month = ${month}` })
  for (let month = 1; month <= 9; month++)
    commit(`2026-0${month}-16`, 'Ida Quay <ida@harbor.example>', { 'gate.ts': `export const month = ${month}` })
  git('2026-09-20', 'tag', '-a', 'v1.0.0', '-m', 'First')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function git(day: string, ...args: readonly string[]): void {
  execFileSync('git', args, {
    cwd: clone,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Keeper',
      GIT_AUTHOR_EMAIL: 'keeper@harbor.example',
      GIT_COMMITTER_NAME: 'Keeper',
      GIT_COMMITTER_EMAIL: 'keeper@harbor.example',
      GIT_AUTHOR_DATE: `${day}T10:00:00Z`,
      GIT_COMMITTER_DATE: `${day}T10:00:00Z`,
    },
  })
}

function commit(day: string, author: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    writeFileSync(join(clone, path), text)
  }
  git(day, 'add', '--all')
  git(day, 'commit', '--quiet', `--author=${author}`, '-m', 'Change')
}

describeOnEveryEngine('facts of a clone', (place) => {
  it('are kept with their original, and the same when they are read again', async () => {
    const store = await openFresh(place)
    const options = { home: join(folder, 'home'), progress: silent }
    const clones = [{ path: 'clones/sluice', location: clone, project }]
    expect(await recordProjects(store, clones, { asOf, now }, options)).toEqual({ projects: [project], issues: [] })
    await recordProjects(store, clones, { asOf, now }, options)
    expect(await store.db.selectFrom('fact').select('id').execute()).toHaveLength(1)
    const facts = (await loadUpstream(store, { asOf, knownAt: now })).projects.get(project)
    expect(facts).toMatchObject({
      project,
      observedOn: asOf,
      firstCommitOn: '2024-01-01',
      lastCommitOn: '2026-09-16',
      authorsEver: 2,
      year: { plainCommits: 18, absenceFactor: 1, elephantFactor: 1 },
      tags: [{ name: 'v1.0.0', on: '2026-09-20', isSigned: false }],
    })
    const bytes = await loadEvidenceBytes(store, facts?.evidence ?? '')
    const original = JSON.parse(Buffer.from(bytes).toString()) as object
    for (const place of [...cloneKeys, 'tags', 'files/paths']) expect(excerptAt(bytes, `/${place}`)).toBeDefined()
    expect(original).toMatchObject({ project, year: facts?.year, files: facts?.files })
    expect(JSON.stringify(original)).not.toContain('ida@harbor.example')
  })

  it('say so when a path is no clone or nothing tells its project', async () => {
    const store = await openFresh(place)
    const clones = [
      { path: 'clones/none', location: join(folder, 'none'), project },
      { path: 'clones/sluice', location: clone, project: null },
    ]
    const { projects, issues } = await recordProjects(
      store,
      clones,
      { asOf, now },
      { home: join(folder, 'home'), progress: silent },
    )
    expect(projects).toEqual([])
    expect(issues.map(({ path, issue: { code, where } }) => [path, code, where])).toEqual([
      ['clones/none', 'unreadable', 'clones/none'],
      ['clones/sluice', 'project-unknown', 'clones/sluice'],
    ])
  })
})

describe('one pass over a history', () => {
  it('tells the same as a pass of its own', async () => {
    const home = join(folder, 'home')
    const at = { path: 'clones/sluice', location: clone, project }
    const visits = new ProjectVisits(asOf)
    const opened = await openGitHistory(clone, {
      cache: join(home, 'cache', 'git'),
      authored: authoredPaths,
      concealment: undefined,
    })
    if (!opened.ok) throw new Error(opened.issue.code)
    const visitor = visits.visit(at)
    for await (const one of opened.history.commits()) visitor.add(one)
    const options = { asOf, home, progress: silent, concealment: undefined }
    expect(await readProject(at, { ...options, tally: visits.tallies.get(at.path) })).toEqual(
      await readProject(at, options),
    )
  })
})

describe('health collect', () => {
  it('tells of a clone without anything recorded', () => {
    const { code, stdout } = headwater(['health', 'collect', clone, '--json', '--home', join(folder, 'collect')])
    const { schemaVersion, projects } = JSON.parse(stdout) as CollectedHealth & { schemaVersion: number }
    expect([code, schemaVersion, projects.length]).toEqual([0, 1, 1])
    expect(projects[0]?.health).toMatchObject({
      state: { figure: { value: 'active' } },
      openCodeLevel: { figure: { value: { low: 0, high: 2 } } },
    })
    expect(stdout).not.toContain('Opens and closes')
    const text = headwater(['health', 'collect', clone, '--home', join(folder, 'collect')]).stdout
    expect(text).toContain('One person carries it')
    expect(text).toContain('2026-09-16')
  })

  it('goes on past what is no clone, and finds nothing in nothing', () => {
    const none = join(folder, 'none')
    expect(headwater(['health', 'collect', clone, none, '--home', join(folder, 'collect')]).code).toBe(3)
    expect(headwater(['health', 'collect', none, '--home', join(folder, 'collect')]).code).toBe(5)
    expect(headwater(['health', 'collect', clone, '--until', '2026-02-30']).code).toBe(2)
  })
})

describe('health show and health rank', () => {
  let home = ''
  beforeAll(async () => {
    home = join(folder, 'portfolio-home')
    const portfolio = join(folder, 'portfolio')
    mkdirSync(join(portfolio, 'portal'), { recursive: true })
    cpSync(join(import.meta.dirname, 'health.sample-lock.json'), join(portfolio, 'portal', 'package-lock.json'))
    writeFileSync(
      join(portfolio, 'organization.yaml'),
      `format: 1
id: harbor
name: Harbor
units: [{ id: quay, name: Quay }]
products: [{ id: portal, name: Portal, origin: made, unit: quay, criticality: mission, paths: [portal] }]
people: [{ id: p-1 }]
projects: [{ package: 'pkg:npm/sluice-gate', project: 'https://${project}' }]
declarations:
  - { id: d-1, on: '2026-10-01', by: p-1, product: portal, subject: users-per-month, value: 1200, note: Counter }
`,
    )
    expect(headwater(['assess', portfolio, '--home', home, '--offline']).code).toBeLessThan(4)
    const store = await openStore({ home })
    const at = { path: 'clones/sluice', location: clone, project }
    await recordProjects(store, [at], { asOf, now }, { home, progress: silent })
    const [evidence] = await saveEvidence(store, [
      { kind: 'registry-answer', name: 'answers.json', bytes: Buffer.from('{}'), retrievedAt: now, recordedAt: now },
    ])
    const release = { version: '1.0.0', on: '2020-01-01', isPrerelease: false, isWithdrawn: false, license: 'MIT' }
    await saveFacts(
      store,
      [
        {
          kind: 'package',
          subject: 'pkg:npm/old-weir',
          source: 'registry',
          evidence: evidence?.id ?? '',
          at: '',
          observedOn: '2026-11-20',
          facts: {
            package: 'pkg:npm/old-weir',
            releases: [{ ...release, deprecation: 'Use sluice-gate' }],
            publishers: 1,
            repository: null,
            fundingLinks: [],
          },
        },
      ],
      { recordedAt: now },
    )
    await store.close()
  })

  it('show a project by a package of it and by its address', () => {
    const shown = (asked: string): HealthAnswer =>
      JSON.parse(headwater(['health', 'show', asked, '--json', '--home', home]).stdout) as HealthAnswer
    const { health, evidence } = shown('pkg:npm/sluice-gate@1.0.0')
    expect(health).toMatchObject({ subject: project, packages: ['pkg:npm/sluice-gate'], criticalityLevel: 'high' })
    expect(evidence.map(({ source, observedOn }) => [source, observedOn])).toEqual([['clones/sluice', asOf]])
    expect(shown(project).health).toEqual(health)
    expect(shown(`https://${project}.git`).health).toEqual(health)
  })

  it('say what is unknown, and what is not in use', () => {
    const unknown = headwater(['health', 'show', 'pkg:npm/unheard-of', '--home', home])
    expect([unknown.code, unknown.stdout]).toEqual([
      5,
      'pkg:npm/unheard-of is in use, and nothing is known of its health.\n',
    ])
    expect(headwater(['health', 'show', 'pkg:npm/not-used', '--home', home]).code).toBe(5)
  })

  it('rank what is critical and weak first, and say how much is covered [row 12]', () => {
    const { code, stdout } = headwater(['health', 'rank', '--json', '--home', home])
    const rank = JSON.parse(stdout) as HealthRank
    expect(code).toBe(0)
    expect(rank.subjects.map(({ subject, level }) => [subject, level])).toEqual([
      ['pkg:npm/old-weir', 'weak'],
      [project, 'fair'],
    ])
    expect(rank.subjects[0]?.warnings.map(({ id }) => id)).toEqual(['one-person', 'deprecated'])
    expect(rank.subjects[0]?.state.figure).toMatchObject({ value: 'unsupported' })
    expect(rank.assessed.coverage).toEqual({ known: 2, of: 3, unit: 'projects' })
    const text = headwater(['health', 'rank', '--home', home, '--most', '1']).stdout
    expect(text).toContain('… and 1 more')
    expect(text).toContain('Health is known of 2 of 3 projects and packages in use.')
    expect(text).toContain('portal: Users a month: 1,200')
  })

  it('speak the languages', () => {
    const said = (language: string): string =>
      headwater(['health', 'show', project, '--home', home], { environment: { HEADWATER_LANGUAGE: language } }).stdout
    expect(said('de')).toContain('Mehr als ein Mensch trägt es')
    expect(said('ja')).toContain('支える人が複数')
  })

  it('can be narrowed to a unit that exists', () => {
    expect(headwater(['health', 'rank', '--unit', 'quay', '--json', '--home', home]).code).toBe(0)
    expect(headwater(['health', 'rank', '--unit', 'market', '--home', home]).code).toBe(2)
  })
})
