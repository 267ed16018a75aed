import { describe, expect, it } from 'vitest'
import { aggregateScore, checkNames, scorecardChecks, weightOfCheck, type CheckName } from '#domain/scorecard.ts'
import {
  assessScorecard,
  nothingKnown,
  scorecardFigures,
  type ClonedProject,
  type ScorecardKnowledge,
} from './assess.ts'
import { checks } from './checks.generated.ts'
import { maintainedScore } from './checks/maintained.ts'
import { sampleActivity, sampleFacts, sampleFiles } from './facts.sample.ts'
import { importedScorecard } from './imported.ts'

const hash = 'b'.repeat(40)

function scoreOf(name: CheckName, facts: Partial<ClonedProject>, knowledge: ScorecardKnowledge = nothingKnown): number {
  return found(name, facts, knowledge).score
}

function found(name: CheckName, facts: Partial<ClonedProject>, knowledge: ScorecardKnowledge = nothingKnown) {
  const result = assessScorecard(sampleFacts(facts), knowledge).checks.find(({ check }) => check === name)
  if (result === undefined) throw new Error(`no check ${name}`)
  return result
}

const withTexts = (texts: Readonly<Record<string, string>>): Partial<ClonedProject> => ({ files: sampleFiles(texts) })
const workflow = (text: string): Partial<ClonedProject> => withTexts({ '.github/workflows/build.yml': text })

describe('the aggregate', () => {
  it('is the weighted mean without inconclusive checks: the worked example', () => {
    const worked: readonly (readonly [CheckName, number])[] = [
      ['Dangerous-Workflow', 10],
      ['Code-Review', 0],
      ['Branch-Protection', -1],
      ['SAST', 5],
      ['License', 10],
    ]
    expect(aggregateScore(worked.map(([name, score]) => ({ score, weight: weightOfCheck(name) })))).toBe(6)
  })

  it('is −1 when nothing could decide', () => {
    expect(aggregateScore([])).toBe(-1)
    expect(aggregateScore([{ score: -1, weight: 10 }])).toBe(-1)
  })

  it('says over which weight it goes, and leaves experimental checks out', () => {
    const { aggregate, weight, checks: of } = assessScorecard(sampleFacts())
    const decided = of.filter(({ check, score }) => score >= 0 && !scorecardChecks[check].isExperimental)
    expect(decided.map(({ check }) => check)).toEqual([
      'Binary-Artifacts',
      'Dependency-Update-Tool',
      'License',
      'Maintained',
      'SAST',
      'Security-Policy',
    ])
    expect(weight).toEqual({ known: 7.5 + 7.5 + 2.5 + 7.5 + 5 + 5, of: 105 })
    expect(aggregate.figure).toMatchObject({ known: true, value: 150 / 35 })
    expect(aggregate.coverage).toEqual({ known: 6, of: 18, unit: 'checks' })
  })

  it('opens into a figure for every check', () => {
    const card = assessScorecard(sampleFacts())
    const ids = scorecardFigures(card).map(({ id }) => id)
    expect(ids).toContain('health/scorecard-check/forge.example/lantern/wick#binary-artifacts')
    expect(new Set(ids).size).toBe(checks.length + 1)
  })
})

it('there is one check for every name, and its id is its name in small letters', () => {
  expect(checks.map(({ name }) => name).toSorted()).toEqual([...checkNames].toSorted())
  expect(checks.filter(({ id, name }) => id !== name.toLowerCase())).toEqual([])
})

describe('Maintained', () => {
  it('gives the printed scores', () => {
    expect([13, 12, 6, 5, 1, 0].map(maintainedScore)).toEqual([10, 10, 5, 4, 0, 0])
  })

  it('is 0 for archived and for young projects, and undecided where the beginning is cut off', () => {
    expect(scoreOf('Maintained', {}, { ...nothingKnown, isArchived: true })).toBe(0)
    expect(scoreOf('Maintained', { firstCommitOn: '2026-10-01' })).toBe(0)
    expect(scoreOf('Maintained', { isShallow: true, quarter: sampleActivity(5) })).toBe(-1)
    expect(scoreOf('Maintained', { isShallow: true })).toBe(10)
  })
})

describe('Dangerous-Workflow', () => {
  it('finds code of strangers checked out with the rights of the repository', () => {
    const text =
      'on: pull_request_target\njobs:\n  build:\n    runs-on: any\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n'
    expect(found('Dangerous-Workflow', workflow(text))).toMatchObject({
      score: 0,
      places: [{ path: '.github/workflows/build.yml', line: 6 }],
    })
    expect(scoreOf('Dangerous-Workflow', workflow(text.replace('pull_request_target', 'pull_request')))).toBe(10)
  })

  it('finds values that anybody can set inside a script', () => {
    const text = (expression: string) =>
      `on: [issues]\njobs:\n  greet:\n    steps:\n      - run: echo "\${{ ${expression} }}"\n`
    expect(scoreOf('Dangerous-Workflow', workflow(text('github.event.issue.title')))).toBe(0)
    expect(scoreOf('Dangerous-Workflow', workflow(text('github.head_ref')))).toBe(0)
    expect(scoreOf('Dangerous-Workflow', workflow(text('toJSON(github.event)')))).toBe(0)
    expect(scoreOf('Dangerous-Workflow', workflow(text('github.event.issue.number')))).toBe(10)
  })

  it('is undecided without workflows and with one that cannot be read', () => {
    expect(scoreOf('Dangerous-Workflow', {})).toBe(-1)
    expect(found('Dangerous-Workflow', workflow('jobs: [unclosed\n')).reason).toBe('workflow-unreadable')
  })
})

describe('Token-Permissions', () => {
  const jobs = (permissions: string) => `jobs:\n  one:\n${permissions}    steps: []\n`
  const own = '    permissions:\n      contents: write\n'
  it.each([
    ['permissions: read-all\n', jobs(''), 10],
    ['permissions:\n  contents: read\n', jobs(own), 10],
    ['permissions: {}\n', jobs(''), 10],
    ['', jobs(own), 9],
    ['', jobs(''), 0],
    ['permissions: write-all\n', jobs('    permissions: {}\n'), 9],
    ['permissions: write-all\n', jobs(''), 0],
    ['permissions:\n  contents: write\n', jobs(''), 0],
    ['permissions:\n  checks: write\n', jobs(''), 9],
    ['permissions:\n  deployments: write\n', jobs(''), 9],
    ['permissions:\n  issues: write\n', jobs(''), 10],
  ])('%j with %j scores %i', (top, rest, score) => {
    expect(scoreOf('Token-Permissions', workflow(`on: push\n${top}${rest}`))).toBe(score)
  })
})

describe('Pinned-Dependencies', () => {
  const steps = (...lines: readonly string[]) =>
    `on: push\njobs:\n  one:\n    runs-on: linux\n    steps:\n${lines.map((line) => `      - ${line}\n`).join('')}`

  it('weighs actions of the host 2 and of others 8 where both occur', () => {
    expect(
      scoreOf('Pinned-Dependencies', workflow(steps('uses: actions/checkout@v4', `uses: lantern/oil@${hash}`))),
    ).toBe(8)
    expect(
      scoreOf('Pinned-Dependencies', workflow(steps(`uses: actions/checkout@${hash}`, 'uses: lantern/oil@v1'))),
    ).toBe(2)
    expect(scoreOf('Pinned-Dependencies', workflow(steps('uses: actions/checkout@v4')))).toBe(0)
    expect(scoreOf('Pinned-Dependencies', workflow(steps('uses: ./own')))).toBe(-1)
  })

  it('reads installs in scripts, and leaves shells of Windows alone', () => {
    expect(scoreOf('Pinned-Dependencies', workflow(steps('run: npm ci')))).toBe(10)
    expect(scoreOf('Pinned-Dependencies', workflow(steps('run: npm install')))).toBe(0)
    expect(
      scoreOf('Pinned-Dependencies', workflow(steps('run: npm ci', 'run: curl -s https://a.example/x | sudo bash'))),
    ).toBe(5)
    const windows = steps('run: npm install').replace('linux', 'windows-2025')
    expect(scoreOf('Pinned-Dependencies', workflow(windows))).toBe(-1)
  })

  it('reads base images, stages and arguments of container files', () => {
    const image = `lantern@sha256:${'c'.repeat(64)}`
    const dockerfile = (text: string) => withTexts({ Dockerfile: text })
    expect(scoreOf('Pinned-Dependencies', dockerfile(`FROM ${image} AS build\nFROM build\n`))).toBe(10)
    expect(scoreOf('Pinned-Dependencies', dockerfile('FROM lantern:3 AS build\nFROM build\n'))).toBe(0)
    expect(scoreOf('Pinned-Dependencies', dockerfile('FROM scratch\nCOPY . .\n'))).toBe(-1)
    expect(scoreOf('Pinned-Dependencies', dockerfile(`ARG BASE=${image}\nFROM \${BASE}\n`))).toBe(10)
    const installs = found('Pinned-Dependencies', dockerfile(`FROM ${image}\nRUN true && \\\n  pip install wick\n`))
    expect(installs).toMatchObject({ score: 5, places: [{ path: 'Dockerfile', line: 3, detail: 'pip install wick' }] })
  })
})

describe('files that tell', () => {
  it('License: nine for a file, ten with an approved license', () => {
    expect(scoreOf('License', withTexts({ LICENSE: 'All rights reserved.' }))).toBe(9)
    expect(scoreOf('License', withTexts({ 'LICENSE.md': 'Apache License\n   Version 2.0, January 2004' }))).toBe(10)
    expect(scoreOf('License', withTexts({ 'LICENSES/Apache-2.0.txt': '' }))).toBe(10)
    expect(scoreOf('License', withTexts({ 'docs/LICENSE': 'MIT' }))).toBe(0)
  })

  it('Security-Policy: six for an address, three for text, one for words about vulnerabilities', () => {
    expect(scoreOf('Security-Policy', withTexts({ 'SECURITY.md': 'https://a.example/report' }))).toBe(6)
    expect(scoreOf('Security-Policy', withTexts({ 'SECURITY.md': 'Tell us. It is good to be told.' }))).toBe(3)
    const whole = 'Report a vulnerability at https://wick.example/report; we answer within 14 days.'
    expect(scoreOf('Security-Policy', withTexts({ '.github/SECURITY.md': whole }))).toBe(10)
    expect(found('Security-Policy', {})).toMatchObject({ score: 0, isPartial: true })
  })

  it('tools, analysis, fuzzing, lists of parts', () => {
    expect(scoreOf('Dependency-Update-Tool', withTexts({ '.github/renovate.json': '{}' }))).toBe(10)
    const scan = 'on: push\njobs:\n  scan:\n    steps:\n      - uses: github/codeql-action/analyze@v3\n'
    expect(scoreOf('SAST', workflow(scan))).toBe(10)
    expect(scoreOf('Fuzzing', withTexts({ 'wick_test.go': 'func FuzzWick(f *testing.F) {' }))).toBe(10)
    expect(scoreOf('Fuzzing', {})).toBe(-1)
    expect(scoreOf('SBOM', withTexts({ 'wick.cdx.json': '{}' }))).toBe(5)
    expect(scoreOf('SBOM', {})).toBe(-1)
  })

  it('binaries cost a point each, down to none', () => {
    expect(scoreOf('Binary-Artifacts', { files: sampleFiles({}, { binaries: ['a.jar', 'b.exe'] }) })).toBe(8)
    const tested = sampleFiles({}, { binaries: ['wick/testdata/a.jar', 'oil/src/test/b.class'] })
    expect(scoreOf('Binary-Artifacts', { files: tested })).toBe(10)
    const many = Array.from({ length: 12 }, (_, at) => `${at}.so`)
    expect(scoreOf('Binary-Artifacts', { files: sampleFiles({}, { binaries: many }) })).toBe(0)
  })
})

describe('stand-ins for what only the host knows', () => {
  it('Signed-Releases reads tags', () => {
    const tag = (day: number, isSigned: boolean) => ({ name: `v${day}`, on: `2026-01-0${day}`, isSigned })
    expect(scoreOf('Signed-Releases', { tags: [1, 2, 3, 4, 5, 6].map((day) => tag(day, day > 2)) })).toBe(6)
    expect(found('Signed-Releases', { tags: [tag(1, false)] })).toMatchObject({ score: -1, isPartial: true })
  })

  it('Code-Review concludes only from many traces', () => {
    expect(scoreOf('Code-Review', { reviewedShare: 0.1 })).toBe(-1)
    expect(scoreOf('Code-Review', { reviewedShare: 0.7 })).toBe(7)
  })

  it('Vulnerabilities counts what was matched', () => {
    expect(scoreOf('Vulnerabilities', {}, { ...nothingKnown, vulnerabilities: 3 })).toBe(7)
    expect(scoreOf('Vulnerabilities', {})).toBe(-1)
  })
})

describe('an imported result', () => {
  const result = (on: string) =>
    importedScorecard(
      {
        evidence: 'e'.repeat(64),
        at: '',
        observedOn: on,
        project: 'forge.example/lantern/wick',
        on,
        aggregate: 5.5,
        checks: [
          { name: 'License', score: 10 },
          { name: 'Never-Heard-Of', score: 0 },
        ],
      },
      '2026-11-22',
    )

  it('is stale from 181 days on, and recomputed over the checks whose weight is known', () => {
    expect(result('2026-05-26')).toMatchObject({ ageDays: 180, isStale: false, recomputed: 10 })
    expect(result('2026-05-25').isStale).toBe(true)
    expect(result('2026-05-25').checks[1]).toEqual({ name: 'Never-Heard-Of', score: 0, weight: null })
  })
})
