/** The license commands as a person or another program runs them. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { describeWithShared } from '#test/shared-data.ts'

const home = mkdtempSync(join(tmpdir(), 'license-commands-'))
afterAll(() => rmSync(home, { recursive: true }))

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

describe('license compat', () => {
  it('answers one line per line from our own rules and goes on after a bad one', () => {
    const input =
      '{"outbound":"MIT","inbound":"GPL-2.0-only"}\n{"outbound":"MIT"}\n{"outbound":"GPL-3.0-only","inbound":"MIT"}\n'
    const { code, stdout } = headwater(['license', 'compat', '--home', home], { input })
    expect(code).toBe(3)
    expect(lines(stdout)).toMatchObject([
      { ok: true, answer: 'No', source: 'headwater rules' },
      { ok: false, code: 'wrong-type' },
      { ok: true, answer: 'Yes', source: 'headwater rules' },
    ])
  })

  it('says when the matrix that was named is not there', () => {
    const { code, stderr } = headwater(['license', 'compat', '--matrix', join(home, 'none.json')], { input: '' })
    expect(code).toBe(2)
    expect(stderr).toContain('none.json')
  })
})

describeWithShared('license compat with the OSADL matrix', 'conformance/osadl-matrix.json.gz', (path) => {
  it('cites it', () => {
    const input = '{"outbound":"EUPL-1.2","inbound":"Apache-2.0"}\n'
    const { stdout } = headwater(['license', 'compat', '--matrix', path, '--home', home], { input })
    expect(lines(stdout)).toEqual([{ ok: true, answer: 'Unknown', source: 'OSADL matrix 2024-05-25' }])
  })
})

describe('license explain', () => {
  it('says that it guessed, and by which rule', () => {
    const { code, stdout } = headwater(['license', 'explain', 'Apache', '2'])
    expect(code).toBe(0)
    expect(stdout).toContain('Apache-2.0')
    expect(stdout).toContain('by the rule "alias"')
  })

  it('gives the same as JSON, by the kind of asset', () => {
    const { stdout } = headwater(['license', 'explain', 'CC-BY-NC-4.0', '--asset', 'data', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      expression: 'CC-BY-NC-4.0',
      guessedBy: null,
      whole: { openness: 'use-restricted', reciprocity: 'restricted' },
    })
  })

  it('does not call permissive what it cannot read', () => {
    const { code, stdout } = headwater(['license', 'explain', 'ask the author'])
    expect([code, stdout.includes('unknown')]).toEqual([5, true])
  })

  it('refuses a kind of asset that there is none of', () => {
    expect(headwater(['license', 'explain', 'MIT', '--asset', 'music']).code).toBe(2)
  })
})

describe('license model', () => {
  const folder = scratchFolder()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('tells the class of a model from its description, and what it lacks', () => {
    const component = (name: string): string => `    - name: ${name}\n      license: MIT\n`
    writeFiles(folder, {
      'model.yml': `framework:\n  name: Model Openness Framework\nrelease:\n  name: harbor-model\n  components:\n${component('Model architecture')}`,
      'other.yml': 'a: 1\n',
    })
    const { code, stdout } = headwater(['license', 'model', join(folder, 'model.yml'), '--json'])
    expect(code).toBe(0)
    const answer = JSON.parse(stdout) as { name: string; class: number | null; lacks: Record<string, string[]> }
    expect(answer).toMatchObject({ name: 'harbor-model', class: null })
    expect(answer.lacks['3']?.length).toBeGreaterThan(0)
    expect(headwater(['license', 'model', join(folder, 'other.yml')]).code).toBe(5)
  })
})
