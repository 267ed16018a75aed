/** Questions about the recorded inventory, asked from the command line. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const home = scratchFolder()
beforeAll(() => {
  expect(headwater(['assess', example, '--home', home, '--offline']).code).toBe(0)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const ask = (...args: string[]): { code: number | null; answer: Record<string, unknown>; stderr: string } => {
  const { code, stdout, stderr } = headwater(['inventory', ...args, '--home', home, '--json'])
  return { code, answer: JSON.parse(stdout === '' ? '{}' : stdout) as Record<string, unknown>, stderr }
}

describe('inventory', () => {
  it('tells who uses a package, own and bought products alike', () => {
    const { code, answer } = ask('where', 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1')
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      package: 'pkg:maven/org.apache.logging.log4j/log4j-core',
      products: [
        { product: 'Cargo manifest service', versions: ['2.14.1'] },
        { product: 'Vessel traffic console', versions: ['2.14.1'], path: [] },
      ],
    })
  })

  it('tells what would go with a package [row 9]', () => {
    const { answer } = ask('without', 'pkg:npm/express')
    expect(answer['affected']).toEqual(['Tide portal', 'Pilot roster'])
    expect(answer['goneEverywhere']).toContain('pkg:npm/finalhandler@1.3.1')
    expect(answer['goneEverywhere']).not.toContain('pkg:npm/lodash@4.17.4')
  })

  it('ends with 5 for a package that nobody uses', () => {
    expect(ask('where', 'pkg:npm/nobody-uses-this').code).toBe(5)
  })

  it('compares what units declared with what was found, and leaves silence unknown [row 58]', () => {
    writeFiles(home, {
      'declared.csv':
        'product,package\ntide-portal,pkg:npm/express\ntide-portal,pkg:npm/never-found\nnowhere,pkg:npm/x\n',
    })
    const { code, answer } = ask('declared', join(home, 'declared.csv'))
    expect(code).toBe(0)
    expect(answer['units']).toMatchObject([
      {
        unit: 'citizen-services',
        declared: { figure: { known: true, value: 2 } },
        onlyDeclared: ['pkg:npm/never-found'],
      },
      { unit: 'harbor-authority', declared: { figure: { known: false } }, factor: { figure: { known: false } } },
      { unit: 'it-operations', factor: { figure: { known: false } } },
    ])
    expect(answer['unknownProducts']).toMatchObject([{ product: 'nowhere' }])
  })
})
