/** Every promise of `docs/security.md` names tests that there are. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

type Named = { readonly file: string; readonly title: string }
type Promised = { readonly promise: string; readonly tests: readonly Named[] }

function promisesIn(table: string): readonly Promised[] {
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| promise |'))
    .map((line) => {
      const [, promise = '', shown = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
      const tests = [...shown.matchAll(/([\w./-]+\.test\.tsx?): "([^"]+)"/g)]
      return { promise, tests: tests.map(([, file = '', title = '']) => ({ file, title })) }
    })
}

/** Titles stand in quotes, after `it`, `describe` or what makes many of one. */
function hasTitle(text: string, title: string): boolean {
  const titles = text.match(/(['"`])(?:(?!\1)[^\n\\]|\\.)*\1/g) ?? []
  return titles.some((one) => one.slice(1, -1).includes(title))
}

function flaws(table: string, read: (file: string) => string | undefined): readonly string[] {
  return promisesIn(table).flatMap(({ promise, tests }) => [
    ...(tests.length === 0 ? [`${promise}: no test`] : []),
    ...tests.flatMap(({ file, title }) => {
      const text = read(file)
      if (text === undefined) return [`${file} is not there`]
      return hasTitle(text, title) ? [] : [`${file} has no test "${title}"`]
    }),
  ])
}

const read = (file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined
const table = readFileSync(join(root, 'docs', 'security.md'), 'utf8')

describe('the table of what is promised of security', () => {
  it('names tests that there are, for every promise', () => {
    expect(promisesIn(table).length).toBeGreaterThan(20)
    expect(flaws(table, read)).toEqual([])
  })

  it('would see a promise without a test, and tests that are not there (canary)', () => {
    const planted = [
      '| nothing shows it | | |',
      '| a file | a/none.test.ts: "x" | |',
      '| a title | test/security-table.test.ts: "of which there is none" | |',
    ].join('\n')
    const text = "it('is another title', () => undefined)"
    expect(flaws(planted, (file) => (file === 'a/none.test.ts' ? undefined : text))).toEqual([
      'nothing shows it: no test',
      'a/none.test.ts is not there',
      'test/security-table.test.ts has no test "of which there is none"',
    ])
  })
})
