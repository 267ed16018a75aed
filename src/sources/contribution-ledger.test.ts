import { describe, expect, it } from 'vitest'
import { readLedgerFile } from './contribution-ledger.ts'
import { readCommitExport } from './git-commit-export.ts'

const head = 'date,kind,amount,currency,rate,hours,recipients,allocation,unit,note'
const rules = { currency: 'EUR', today: '2026-11-22' }
const read = (...lines: readonly string[]): ReturnType<typeof readLedgerFile> =>
  readLedgerFile(new TextEncoder().encode([head, ...lines].join('\n')), 'ledger.csv', rules)

describe('the ledger of contributions', () => {
  it('takes money, hours, and money of another currency with its rate', () => {
    const { entries, issues } = read(
      '2026-03-01,sponsorship,1000,EUR,,,pkg:npm/tide pkg:npm/gauge,value,ospo,"yearly, in advance"',
      '2026-03-02,triage,,,,7.5,forge.example/tide,,,',
      '2026-03-03,membership,500,USD,0.9,,,,,',
    )
    expect(issues).toEqual([])
    expect(entries.map(({ amount, hours }) => [amount, hours])).toEqual([
      [1000, null],
      [null, 7.5],
      [450, null],
    ])
    expect(entries[0]).toMatchObject({
      recipients: ['pkg:npm/tide', 'pkg:npm/gauge'],
      allocation: 'value',
      note: 'yearly, in advance',
      at: 'line 2',
    })
    expect(entries[2]?.stated).toEqual({ amount: 500, currency: 'USD' })
  })

  it.each([
    ['2026-03-01,sponsorship,-5,EUR,,,,,,', 'amount-negative'],
    ['2026-03-01,triage,,,,0,,,,', 'amount-negative'],
    ['2026-11-23,sponsorship,5,EUR,,,,,,', 'in-the-future'],
    ['2026-03-01,sponsorship,5,USD,,,,,,', 'currency-without-rate'],
    ['2026-03-01,sponsorship,5,,,,,,,', 'missing-field'],
    ['2026-03-01,sponsorship,,,,,,,,', 'missing-field'],
    ['2026-03-01,sponsorship,5,EUR,,3,,,,', 'missing-field'],
    ['2026-02-30,sponsorship,5,EUR,,,,,,', 'wrong-type'],
    ['2026-03-01,sponsorship,five,EUR,,,,,,', 'wrong-type'],
    ['2026-03-01,kindness,5,EUR,,,,,,', 'syntax'],
    ['2026-03-01,sponsorship,5,EUR,,,a a,,,', 'duplicate-reference'],
  ])('refuses %s as %s', (line, code) => {
    const { entries, issues } = read(line)
    expect(entries).toEqual([])
    expect(issues).toMatchObject([{ code, where: 'line 2' }])
  })
})

describe('a list of commits from elsewhere', () => {
  it('takes what it can and tells the rest by line', () => {
    const text =
      'date,project,address,commits\n2026-01-02T10:00:00Z,forge.example/tide,ida@harbor.example,\nx,forge.example/tide,ida@harbor.example,1\n2026-01-02,,a@b.example,1\n2026-01-02,p,nobody,1\n2026-01-02,p,a@b.example,0\n'
    const { rows, issues } = readCommitExport(new TextEncoder().encode(text), 'export.csv')
    expect(rows).toEqual([
      { project: 'forge.example/tide', address: 'ida@harbor.example', on: '2026-01-02', commits: 1 },
    ])
    expect(issues.map(({ where }) => where)).toEqual(['line 3', 'line 4', 'line 5', 'line 6'])
  })
})
