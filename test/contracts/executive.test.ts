/** The page for executives: what it says, what it never says, and that a kept assessment gives it without assessing again. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderMarkdown } from '#report/markdown.ts'
import { languages } from '#text/language.ts'
import { headwater } from '#test/headwater.ts'
import { sampleExecutive, situations } from '#test/report-samples.ts'
import { scratchFolder } from '#test/sample-folder.ts'

const example = join(import.meta.dirname, '../../examples/harbor-city')
let home = ''
beforeAll(() => {
  home = scratchFolder()
  expect(headwater(['assess', example, '--home', home, '--offline']).code).toBe(0)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('report build', () => {
  const built = (...args: readonly string[]) => headwater(['report', 'build', ...args, '--home', home])

  it('heads the page with what the organization chose, three at most, each with an own figure [row 79]', () => {
    const { code, stdout } = built('executive')
    expect(code).toBe(0)
    const page = stdout.slice(0, stdout.indexOf('## Annex'))
    const headlines = [...page.matchAll(/\*\*What it brings us\*\*: (.+)/g)].map(([, title]) => title)
    expect(headlines).toEqual([
      'What exists need not be written again',
      'Digital sovereignty',
      'Ports that share a program share its cost',
    ])
    expect(page).toContain('Cost to build again what is used: $')
  })

  it('holds one success, one risk, progress and one ask, then the annex with assumptions, gaps and methods', () => {
    const { stdout } = built()
    const parts = [
      'One success',
      'One risk',
      'Where it stands against its targets',
      'One ask',
      '## Annex',
      'Assumptions',
    ]
    const places = parts.map((part) => stdout.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const part of parts.slice(0, 4)) expect(stdout.split(part).length).toBe(2)
    expect(stdout).toContain('A3-labor-rate')
  })

  it('makes the full report of the same assessment', () => {
    const { code, stdout } = built('full', '-o', 'markdown')
    expect(code).toBe(0)
    expect(stdout).toContain('# What City of Harbor City depends on')
    expect(stdout).toContain('## Where it stands')
    expect(stdout).toContain('## What to do next')
  })

  it('refuses a kind that there is not, and says when nothing was assessed', () => {
    const refused = built('weekly')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('full, executive')
    const empty = scratchFolder()
    const { code, stderr } = headwater(['report', 'build', '--home', empty])
    rmSync(empty, { recursive: true, force: true })
    expect(code).not.toBe(0)
    expect(stderr).toContain('headwater assess')
  })

  it('passes on nothing of a confidential conversation', () => {
    const note = readFileSync(join(example, 'office/conversations/c-2026-06-sensors-engineer.md'), 'utf8')
    const words = note
      .slice(note.lastIndexOf('---') + 3)
      .split(/[.\n]/)
      .map((part) => part.trim())
    const { stdout } = built('executive')
    for (const part of words.filter(({ length }) => length > 20)) expect(stdout).not.toContain(part)
    expect(stdout).not.toContain('sensors-engineer')
  })
})

describe('where nothing is known', () => {
  it.each(languages)('says so in place of every part: %s', async (language) => {
    const report = await sampleExecutive(situations.unknown, language)
    const [page] = report.sections
    expect(page?.blocks.length).toBeGreaterThan(3)
    expect(renderMarkdown(report)).toContain(report.words.executive.noHeadline)
    expect(renderMarkdown(report)).toContain(report.words.executive.noSuccess)
  })
})
