/** Sizes that people stand for, and calibrations, through the command as a person calls it. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCalibrations } from '#app/calibrations.ts'
import { estimateOf } from '#app/keep-estimates.ts'
import { openStore } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const home = (): readonly string[] => ['--home', at('home')]

const organization = `format: 1
id: harbor
name: Harbor
people:
  - { id: p-01 }
products:
  - { id: app, name: App, origin: made, paths: [repo] }
sizeFiles: [sizes.csv]
`

/** Wheels whose lines and bytes follow a law with some scatter: compressed code of words that do not repeat. */
function wheel(index: number): Uint8Array {
  const lines = Array.from(
    { length: 20 + 17 * index },
    (_, line) => `value_${(line * 7919 + index * 104729) % 99991} = ${line}`,
  )
  return zipSync({ 'tide/__init__.py': Buffer.from(`${lines.join('\n')}\n`), 'tide/data.bin': Buffer.from('\0') })
}

beforeAll(() => {
  folder = scratchFolder()
  writeFiles(folder, {
    'organization.yaml': organization,
    'repo/package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', dependencies: { tide: '1.0.0' } },
        'node_modules/tide': { version: '1.0.0' },
        'node_modules/gauge': { version: '2.0.0' },
      },
    }),
    'sizes.csv':
      'purl,version,source,deduplicated,raw,measured_on,is_data\npkg:npm/tide,1.0.0,measured-tarball-dedup,5000,6000,2026-11-01,false\n',
    ...Object.fromEntries(
      Array.from({ length: 36 }, (_, index) => [`wheels/tide-${index}-py3-none-any.whl`, wheel(index)]),
    ),
  })
  expect(headwater(['assess', folder, ...home(), '--offline']).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const confirm = (...args: readonly string[]): ReturnType<typeof headwater> =>
  headwater(['value', 'confirm', ...args, ...home()])

describe('a size that a person stands for', () => {
  it.each([
    [['pkg:npm/tide', '--lines', '-5', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '0', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '1.5', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', 'many', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '10', '--raw', '9', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '10', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '10', '--by', 'p-99', '--note', 'n'], 2],
    [['pkg:npm/tide', '--lines', '10', '--by', 'p-01', '--note', ' '], 2],
    [['tide', '--lines', '10', '--by', 'p-01', '--note', 'n'], 2],
    [['pkg:npm/never-used', '--lines', '10', '--by', 'p-01', '--note', 'n'], 5],
  ])('is refused: %j', (args, code) => {
    const { code: exit, stdout } = confirm(...args)
    expect([exit, stdout]).toEqual([code, ''])
  })

  it('counts before what was counted, changes the figures it says, and explains itself', () => {
    const said = ['--lines', '1200', '--raw', '1500', '--by', 'p-01', '--note', 'counted without the bundled copies']
    const { code, stdout } = confirm('pkg:npm/tide@1.0.0', ...said, '--json')
    expect(code).toBe(0)
    const { changed, size, ...rest } = JSON.parse(stdout) as {
      changed: readonly { id: string; before: unknown; after: unknown }[]
      size: unknown
    }
    expect(rest).toEqual({ schemaVersion: 1, package: 'pkg:npm/tide' })
    expect(size).toMatchObject({ source: 'declared', deduplicated: 1200, raw: 1500, version: null })
    const ids = changed.map(({ id }) => id)
    for (const id of ['value/size/pkg:npm/tide', 'value/replacement/pkg:npm/tide', 'value/usage-replacement'])
      expect(ids).toContain(id)
    expect(ids.filter((id) => id.includes('gauge'))).toEqual([])
    expect(changed.find(({ id }) => id === 'value/size/pkg:npm/tide')).toEqual({
      id: 'value/size/pkg:npm/tide',
      before: { deduplicated: 5000, raw: 6000 },
      after: { deduplicated: 1200, raw: 1500 },
    })

    expect(headwater(['assess', folder, ...home(), '--offline']).code).toBe(0)
    const explained = headwater(['explain', 'value/size/pkg:npm/tide', ...home()])
    expect(explained.code).toBe(0)
    expect(explained.stdout).toContain('counted without the bundled copies')
    expect(explained.stdout).toContain('p-01')
    expect(explained.stdout).toContain('1200')
  })

  it('is said in words, and the last word counts', () => {
    const { code, stdout } = confirm('pkg:npm/gauge', '--lines', '300', '--by', 'p-01', '--note', 'read it')
    expect(code).toBe(0)
    expect(stdout).toContain('pkg:npm/gauge: 300 lines, 300 as shipped, as stated')
    expect(stdout).toMatch(/value\/size\/pkg:npm\/gauge +– +300 \/ 300/)
    const again = confirm('pkg:npm/gauge', '--lines', '400', '--by', 'p-01', '--note', 'read it again')
    expect(again.stdout).toMatch(/value\/size\/pkg:npm\/gauge +300 \/ 300 +400 \/ 400/)
  })
})

describe('a calibration', () => {
  const calibrate = (...args: readonly string[]): ReturnType<typeof headwater> =>
    headwater(['value', 'calibrate', ...args, ...home()])

  it('is refused for too few packages, an unknown ecosystem and an absent folder', () => {
    const few = calibrate('PyPI')
    expect(few.code).toBe(5)
    expect(few.stdout).toContain('30 are needed')
    expect(calibrate('Debian').code).toBe(2)
    expect(calibrate('PyPI', '--folder', at('absent')).code).toBe(2)
  })

  it('prints how lines follow from bytes, with the error', () => {
    const { code, stdout } = calibrate('PyPI', '--folder', at('wheels'))
    expect(code).toBe(0)
    expect(stdout).toContain('over 36 packages')
    expect(stdout).toMatch(/as written +36 +-?\d+\.\d{4} +\d\.\d{4} +\d+ % +\d+ % +\d+ % +\d+ %/)
    expect(stdout).toContain('Not kept')
  })

  it('that is kept allows estimates, each with its error', async () => {
    const { code, stdout } = calibrate('pypi', '--folder', at('wheels'), '--save', '--json')
    expect(code).toBe(0)
    const { result, isSaved } = JSON.parse(stdout) as {
      result: { deduplicated: { crossValidated: { medianError: number } } }
      isSaved: boolean
    }
    expect(isSaved).toBe(true)
    expect(result.deduplicated.crossValidated.medianError).toBeLessThan(0.2)
    const store = await openStore({ home: at('home') })
    const known = await loadCalibrations(store, { asOf: '2026-11-22', knownAt: '2026-11-22T00:00:00.000Z' })
    await store.close()
    const bytes = wheel(20).length
    const published = { version: '1.0', bytes, bytesAt: '/x', archive: null, manifest: null }
    const estimate = estimateOf('pypi', 'pkg:pypi/tide', published, 'e', known.get('pypi'))
    expect(estimate?.medianError).toBe(result.deduplicated.crossValidated.medianError)
    // The wheel has 360 lines.
    expect(estimate?.deduplicated).toBeGreaterThan(180)
    expect(estimate?.deduplicated).toBeLessThan(720)
    expect(estimateOf('pypi', 'pkg:pypi/tide', published, 'e', undefined)).toBeUndefined()
    expect(estimateOf('pypi', 'pkg:pypi/tide', { ...published, bytes: null }, 'e', known.get('pypi'))).toBeUndefined()
  })
})
