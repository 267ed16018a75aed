/** Every row of what the founding chapter asks for is shown by a test, or its gap has a name. */

import { describe, expect, it } from 'vitest'
import {
  flaws,
  rowCount,
  rowsIn,
  testsByRow,
  tracedRows,
  traceabilityText,
  type TracedRow,
} from '#tools/traceability.ts'

describe('the table of what is asked for', () => {
  it('has each row once, with a test or a named gap, and no test names another row', () => {
    expect(flaws(tracedRows(), testsByRow())).toEqual([])
  })

  it('names no gap without words, and speaks for itself', () => {
    for (const { must, gap = '-', issue = '-' } of tracedRows())
      expect([must, gap, issue].filter((text) => text.trim() === '' || text.includes('|'))).toEqual([])
    expect(
      traceabilityText()
        .split('\n')
        .filter((line) => /^\| \d+ \|/.test(line)),
    ).toHaveLength(rowCount)
  })

  it('would see a row that is missing, twice, empty, or made up (canary)', () => {
    const rows: readonly TracedRow[] = [
      ...Array.from({ length: rowCount - 1 }, (_, at) => ({ row: at + 1, must: 'x', gap: 'y' })),
      { row: 7, must: 'x', gap: 'y' },
    ]
    const bare = rows.map(({ row, must }) => (row === 3 ? { row, must } : { row, must, issue: 'z' }))
    expect(flaws(bare, new Map([[99, ['a.test.ts']]]))).toEqual([
      `row ${rowCount} is missing`,
      'row 7 stands there twice',
      'row 3 has neither a test nor a named gap',
      'a test names row 99, which there is not',
    ])
  })

  it('reads rows out of titles alone', () => {
    expect(rowsIn("it('does this [row 3] [row 4]', () => {})\n  it(`or ${that} [row 5]`, f)")).toEqual([3, 4, 5])
    expect(rowsIn('// see [row 6]\nconst wanted = /[row 7]/')).toEqual([])
  })
})
