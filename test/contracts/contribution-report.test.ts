/** `contrib report` and `contrib outward`: the example city, copies among clones, and input that is odd. */

import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { contributionContext } from '#app/contribution-context.ts'
import type { ContributionReport } from '#app/contribution-report.ts'
import { explainFigure } from '#app/explain.ts'
import { loadContributions } from '#app/load-contributions.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { contributionFigures } from '#contribution/assess.ts'
import { listFigures, loadLatestAssessment, saveAssessment } from '#store/assessments.ts'
import { openStore } from '#store/store.ts'
import { headwater, type Ran } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { SampleRepository } from '#test/sample-repository.ts'
import { createHistories } from '#tools/example/create-histories.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const times = { asOf: '2026-11-22', knownAt: '2026-11-22T00:00:00.000Z' }
let folder = ''
beforeAll(() => {
  folder = scratchFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(home: string, ...args: readonly string[]): Ran {
  return headwater(['contrib', 'report', ...args, '--home', join(folder, home)])
}

function reported(home: string, ...args: readonly string[]): ContributionReport {
  return JSON.parse(run(home, ...args, '--json').stdout) as ContributionReport
}

describe('the example city', () => {
  const city = 'city-home'
  let clones = ''
  beforeAll(() => {
    clones = join(folder, 'clones')
    createHistories(clones)
    expect(headwater(['assess', example, '--home', join(folder, city), '--offline']).code).toBe(0)
  })

  it('reports what it gives beside what it takes, the same from the store afterwards', () => {
    const first = run(city, example, '--clones', clones)
    expect([first.code, first.stderr.includes('Not taken')]).toEqual([0, false])
    expect(run(city).stdout).toBe(first.stdout)
    const { contribution, gaps } = reported(city)
    const { labor, loggedTime, money, give, take, ratios, repositories, ledger, forkCost } = contribution
    for (const { figure } of [labor, loggedTime, money, give, take, ratios.giveToTake, ratios.perDeveloper])
      expect(figure.known).toBe(true)
    // 600 + 1,200 dollars and 400 euros at 1.08.
    expect(money.figure).toMatchObject({ known: true, value: { central: 2232 } })
    expect(ledger.reduce((sum, { hours }) => sum + hours, 0)).toBe(37.5)
    expect(repositories.map(({ project, isOwn }) => [project, isOwn])).toEqual([
      ['code.harbor-city.example/berth-planner', true],
      ['code.harbor-city.example/tide-portal', true],
    ])
    expect(ratios.criticalCoverage.figure).toMatchObject({ known: true, value: { of: 20 } })
    expect(forkCost).toMatchObject({ withPlan: 0, withoutPlan: 1 })
    expect(forkCost.hoursPerRelease.figure).toMatchObject({ known: true, value: 12 })
    expect(gaps).toEqual([])
  })

  it('tells of people in groups alone, whichever way it is asked', () => {
    const { stdout } = run(city, '--json')
    // Four people were active; two in each unit and in each repository.
    expect(stdout.match(/"people": [1-9]\d*/g)).toEqual(['"people": 4'])
    expect(stdout).not.toMatch(/Quillfeather|Astergaard|@/)
    const strict = join(folder, 'strict')
    cpSync(example, strict, { recursive: true })
    writeFiles(strict, { 'organization.yaml': withGroup(5) })
    const withheld = run('strict-home', strict, '--clones', clones, '--json')
    expect(withheld.stdout).not.toMatch(/"(?:people|activeDays)": [1-9]/)
    const { contribution, gaps } = JSON.parse(withheld.stdout) as ContributionReport
    expect(contribution.labor.figure).toMatchObject({ known: false, why: 'withheld' })
    expect(gaps).toContain('small-group')
  })

  it('explains every figure down to kept bytes, which hold no small group', { timeout: 120_000 }, async () => {
    const store = await openStore({ home: join(folder, city) })
    onTestFinished(() => store.close())
    const portfolio = await loadPortfolio(store, times)
    if (portfolio === undefined) throw new Error('nothing recorded')
    const { histories, ledger, outward } = await loadContributions(store, times)
    const values = await listFigures(store, 'value/')
    const context = contributionContext(portfolio, new Map(values.map((figure) => [figure.id, figure])), outward)
    const figures = contributionFigures(portfolio, histories, ledger, context)
    const latest = await loadLatestAssessment(store)
    if (latest === undefined) throw new Error('not assessed')
    const { assessment } = latest
    await saveAssessment(store, { ...times, recordedAt: times.knownAt, assessment, figures: [...values, ...figures] })
    const known = figures.filter(({ figure }) => figure.from.length > 0)
    expect(known.length).toBeGreaterThan(20)
    for (const { id, figure } of known) {
      const chain = await explainFigure(store, id, { now: new Date().toISOString(), mostInputs: 50, deepest: 4 })
      if (figure.known)
        expect(chain.evidence.length + chain.inputs.length + chain.assumptions.length).toBeGreaterThan(0)
      if (chain.method !== null) expect(chain.formula).not.toBeNull()
      const text = JSON.stringify(chain).replaceAll('\\', '')
      const counts = [...text.matchAll(/"(people|activeDays)": ?(\d+)/g)].map(([, what, count]) => `${what} ${count}`)
      // Nobody, or all four who were active.
      expect(counts.filter((one) => !['people 0', 'activeDays 0', 'people 4', 'activeDays 35'].includes(one))).toEqual(
        [],
      )
      expect(text).not.toMatch(/Quillfeather|@/)
    }
  })

  it('says no number where nothing is known', () => {
    const empty = join(folder, 'empty')
    writeFiles(empty, { 'organization.yaml': 'format: 1\nid: quay\nname: Quay\n' })
    const { contribution, gaps } = reported('empty-home', empty)
    for (const { figure } of [contribution.give, contribution.labor, contribution.money, contribution.attribution])
      expect(figure.known).toBe(false)
    expect(gaps).toEqual(['no-assessment', 'no-clones', 'no-ledger', 'no-value', 'no-developers'])
    expect(run('empty-home').code).toBe(0)
    expect(run('nothing-at-all').code).toBe(5)
    expect(run('empty-home', '--clones', clones).code).toBe(2)
  })
})

function withGroup(smallest: number): string {
  return organization({ assumptions: `assumptions: [{ id: C4-group, value: ${smallest}, source: agreed }]` })
}

function organization({ assumptions = '', more = '' } = {}): string {
  return `format: 1
id: harbor
name: Harbor
domains: [harbor.example, harbor-city.example]
laborRate: { yearlyWage: 172000, currency: EUR, loadFactor: 1, source: agreement, asOf: 2026-01-01 }
${assumptions}
${more}
`
}

describe('clones', () => {
  it('count a change once in a fork, after a rebase and after a cherry-pick on another day', () => {
    const root = join(folder, 'forks')
    const upstream = new SampleRepository(join(root, 'clones', 'deep', 'tide'))
    upstream.commit({ files: { 'a.txt': 'one\n' }, author: 'Pax <pax@riverton.example>' })
    upstream.git(['branch', 'before'])
    upstream.commit({ files: { 'b.txt': 'two\nthree\n' }, date: '2026-05-05T10:00:00Z' })
    const fork = join(root, 'clones', 'fork')
    cpSync(upstream.path, fork, { recursive: true })
    // The same change once more, on another day and below other changes.
    const again = new SampleRepository(join(root, 'clones', 'again'))
    again.commit({ files: { 'other.txt': 'x\n' }, author: 'Pax <pax@riverton.example>' })
    again.commit({
      files: { 'b.txt': 'two\nthree\n' },
      date: '2026-06-07T10:00:00Z',
      author: 'Otto <otto@harbor.example>',
    })
    writeFiles(root, { 'organization.yaml': organization({ more: 'cloneFolders: [clones]' }) })
    const { contribution } = reported('forks-home', root)
    expect(contribution.activity.figure).toMatchObject({ known: true, value: { commits: 1 } })
    expect(contribution.repositories.map(({ path, own, copies }) => [path, own.commits, copies])).toEqual([
      ['clones/again', 1, 1],
      ['clones/deep/tide', 1, 0],
      ['clones/fork', 1, 1],
    ])
    // The identities of patches are kept: asked again, the same.
    expect(reported('forks-home', root).contribution.repositories).toEqual(contribution.repositories)
    expect(contribution.outward.map(({ project, own }) => [project, own])).toContainEqual(['clones/deep/tide', 1])
  })

  it('may be shallow, empty, without some contents, and have a .mailmap that goes in a circle', () => {
    const root = join(folder, 'odd')
    const whole = new SampleRepository(join(root, 'source'))
    for (const at of [1, 2, 3]) whole.commit({ files: { 'a.txt': `${at}\n` }, date: `2026-05-0${at}T10:00:00Z` })
    mkdirSync(join(root, 'clones'))
    whole.git(['clone', '--quiet', '--depth=1', `file://${whole.path}`, join(root, 'clones', 'shallow')])
    whole.git(['config', 'uploadpack.allowFilter', 'true'])
    whole.git([
      'clone',
      '--quiet',
      '--bare',
      '--filter=blob:none',
      `file://${whole.path}`,
      join(root, 'clones', 'partial'),
    ])
    new SampleRepository(join(root, 'clones', 'empty')).git(['status'])
    const circle = new SampleRepository(join(root, 'clones', 'circle'))
    circle.commit({
      files: { '.mailmap': '<a@harbor.example> <b@harbor.example>\n<b@harbor.example> <a@harbor.example>\n' },
    })
    writeFiles(root, { 'organization.yaml': organization({ more: 'cloneFolders: [clones, absent]' }) })
    const found = run('odd-home', root, '--json')
    expect(found.code).toBe(3)
    for (const word of ['clones/shallow', 'clones/partial', 'clones/empty', 'clones/circle, .mailmap line 2', 'absent'])
      expect(found.stderr).toContain(word)
    expect(found.stdout + found.stderr).not.toMatch(/[ab]@harbor/)
    const { contribution, issues } = JSON.parse(found.stdout) as ContributionReport
    expect(issues.map(({ path, issue }) => [path, issue.code])).toEqual([
      ['clones/circle', 'cycle'],
      ['clones/empty', 'no-commits'],
      ['clones/partial', 'contents-missing'],
      ['clones/shallow', 'shallow-clone'],
    ])
    expect(contribution.coverage).toEqual({ known: 0, of: 4, unit: 'repositories' })
    expect(contribution.repositories.find(({ path }) => path === 'clones/partial')?.own.commits).toBe(3)
    // The same patches are in the shallow clone: its one commit is a root there, so another patch.
    expect(contribution.activity.figure).toMatchObject({ known: true })
    expect(found.stdout).not.toContain(root)
  })
})

describe('the ledger', () => {
  it('refuses what cannot be, line by line, and takes the rest', () => {
    const root = join(folder, 'ledger')
    const lines = [
      ['2026-03-01,sponsorship,100,EUR,,', undefined],
      ['2026-03-01,sponsorship,-5,EUR,,', 'amount-negative'],
      ['2026-03-01,sponsorship,0,EUR,,', 'amount-negative'],
      ['2027-03-01,sponsorship,5,EUR,,', 'in-the-future'],
      ['2026-03-01,sponsorship,5,USD,,', 'currency-without-rate'],
      ['2026-03-01,sponsorship,5,CHF,,', undefined],
      ['2026-03-01,sponsorship,5,USD,0.5,', undefined],
      ['2026-03-01,gift,5,EUR,,', 'syntax'],
      ['2026-02-30,event,5,EUR,,', 'wrong-type'],
      ['2026-03-01,event,5,EUR,,3', 'missing-field'],
      ['2026-03-01,review,,,,2', undefined],
      ['2020-03-01,review,,,,2', undefined],
    ] as const
    writeFiles(root, {
      'organization.yaml': organization({
        more: 'ledgerFiles: [given.csv, binary.csv, absent.csv]\nexchangeRates: [{ from: CHF, to: EUR, rate: 2, on: 2026-01-01, source: bank }]',
      }),
      'given.csv': `date,kind,amount,currency,rate,hours\n${lines.map(([line]) => line).join('\n')}\n`,
      'binary.csv': new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    })
    const found = run('ledger-home', root, '--json')
    expect(found.code).toBe(3)
    const { contribution, issues } = JSON.parse(found.stdout) as ContributionReport
    expect(contribution.money.figure).toMatchObject({ known: true, value: { central: 112.5 } })
    // The last line lies before the twelve months.
    expect(contribution.loggedTime.figure).toMatchObject({ known: true, value: { central: 200 } })
    const expected = lines.flatMap(([, code], at) => (code === undefined ? [] : [[`line ${at + 2}`, code]]))
    expect(issues.filter(({ path }) => path === 'given.csv').map(({ issue }) => [issue.where, issue.code])).toEqual(
      expected,
    )
    expect(issues.find(({ path }) => path === 'binary.csv')?.issue.code).toBe('not-text')
    expect(found.stderr).toContain('absent.csv')
  })
})

describe('contrib outward', () => {
  const list = `project,address,date,commits
forge.example/tide,ida@harbor.example,2026-02-02,3
forge.example/tide,pax@riverton.example,2026-02-02,9
forge.example/gauge,pax@riverton.example,2026-02-02,1
forge.example/tide,nobody,2026-02-02,1
`

  it('finds the projects with own commits, with the own share, and tells of lines it could not read', () => {
    writeFiles(join(folder, 'outward'), {
      'organization.yaml': organization(),
      'commits.csv': list,
      'head.csv': 'a,b\n1,2\n',
    })
    const ask = (file: string, ...more: readonly string[]): Ran =>
      headwater(['contrib', 'outward', join(folder, 'outward', file), ...more])
    const named = ['--organization', join(folder, 'outward', 'organization.yaml')]
    const found = ask('commits.csv', ...named, '--json')
    expect(found.code).toBe(3)
    expect(JSON.parse(found.stdout)).toMatchObject({
      schemaVersion: 1,
      rows: 3,
      projects: [{ project: 'forge.example/tide', own: 3, listed: 12, ownShare: 0.25, people: null, last: '2026-02' }],
    })
    expect(found.stdout).not.toContain('@')
    expect(ask('commits.csv', ...named).stdout).toContain('25%')
    expect(ask('commits.csv').code).toBe(2)
    expect(ask('absent.csv', ...named).code).toBe(2)
    expect(ask('head.csv', ...named).code).toBe(5)
  })

  it('stands in the report beside the clones, which win where both are at hand', () => {
    const root = join(folder, 'both')
    const clone = new SampleRepository(join(root, 'clones', 'tide'))
    clone.git(['config', 'remote.origin.url', 'https://forge.example/tide.git'])
    clone.commit({ files: { a: '1\n' } })
    const theirs = list.replace('forge.example/gauge,pax@riverton', 'forge.example/gauge,ida@harbor')
    writeFiles(root, {
      'organization.yaml': organization({ more: 'cloneFolders: [clones/tide]\ncommitFiles: [commits.csv]' }),
      'commits.csv': theirs.replace(/^.*nobody.*\n/m, ''),
    })
    const { contribution } = reported('both-home', root)
    expect(contribution.outward.map(({ project, own, from }) => [project, own, from])).toEqual([
      ['forge.example/gauge', 1, 'list'],
      ['forge.example/tide', 1, 'clone'],
    ])
  })
})
