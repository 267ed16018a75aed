import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const columns = [
  { head: 'Name', value: (row: { name: string; count: number | null }) => row.name },
  { head: 'Count', value: (row: { name: string; count: number | null }) => row.count },
]

it('writes text that a spreadsheet would compute as text', () => {
  const lines = csvOf(columns, [
    { name: '=HYPERLINK("http://bad.example")', count: 1 },
    { name: '@sum', count: -2 },
  ]).split('\r\n')
  expect(lines[1]).toBe(`"'=HYPERLINK(""http://bad.example"")",1`)
  expect(lines[2]).toBe(`'@sum,-2`)
})

it('leaves the unknown empty, so that it is no zero', () => {
  expect(csvOf(columns, [{ name: 'a, b', count: null }])).toBe('\uFEFFName,Count\r\n"a, b",\r\n')
})
