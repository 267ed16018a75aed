import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { calibrateSize, linesFromBytes, type SizeSample } from './calibrate-size.ts'
import { fitLeastAbsolute } from './least-absolute.ts'

function samples(count: number, lines: (bytes: number) => number): SizeSample[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = 1000 * 1.2 ** index
    return { of: `pkg:pypi/sample-${index}@1`, bytes, deduplicated: lines(bytes), raw: 2 * lines(bytes) }
  })
}

describe('a line by least absolute deviations', () => {
  it('does not follow what lies far off, and passes through two points', () => {
    const points = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x, y: x === 3 ? 1000 : 2 * x + 1 }))
    const line = fitLeastAbsolute(points)
    expect(line?.slope).toBeCloseTo(2, 9)
    expect(line?.intercept).toBeCloseTo(1, 9)
    expect(
      fitLeastAbsolute([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toBeUndefined()
  })

  it('is never farther from the points than the line through any two of them', () => {
    const number = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(fc.array(fc.record({ x: number, y: number }), { minLength: 3, maxLength: 9 }), (points) => {
        const line = fitLeastAbsolute(points)
        if (line === undefined) return
        const distance = (slope: number, intercept: number): number =>
          points.reduce((sum, { x, y }) => sum + Math.abs(y - intercept - slope * x), 0)
        const own = distance(line.slope, line.intercept)
        for (const a of points)
          for (const b of points) {
            if (a.x === b.x) continue
            const slope = (b.y - a.y) / (b.x - a.x)
            expect(own).toBeLessThanOrEqual(distance(slope, a.y - slope * a.x) + 1e-6)
          }
      }),
    )
  })
})

describe('a calibration', () => {
  it('finds the law that made the samples', () => {
    const found = calibrateSize(samples(40, (bytes) => Math.exp(-5) * bytes ** 1.1))
    if ('refused' in found) throw new Error(found.refused)
    expect(found.deduplicated.a).toBeCloseTo(-5, 6)
    expect(found.deduplicated.b).toBeCloseTo(1.1, 6)
    expect(found.raw.a).toBeCloseTo(-5 + Math.log(2), 6)
    expect(found.deduplicated.crossValidated).toEqual({ medianError: expect.closeTo(0, 6), withinTwo: 1 })
    expect(linesFromBytes(found.deduplicated, 10_000)).toBeCloseTo(Math.exp(-5) * 10_000 ** 1.1, 3)
  })

  it('is refused for fewer than thirty packages with lines, and for sizes that are all the same', () => {
    expect(calibrateSize(samples(29, (bytes) => bytes))).toEqual({ refused: 'too-few', n: 29 })
    const withoutCode = samples(40, (bytes) => bytes).map((one, index) =>
      index < 11 ? { ...one, deduplicated: 0, raw: 0 } : one,
    )
    expect(calibrateSize(withoutCode)).toEqual({ refused: 'too-few', n: 29 })
    const same = samples(40, (bytes) => bytes).map((one) => ({ ...one, bytes: 1000 }))
    expect(calibrateSize(same)).toEqual({ refused: 'no-spread', n: 40 })
  })
})

describeWithShared('the published calibration of npm', 'value/npm-package-sizes.csv', (path) => {
  it('comes out again: lines as shipped = exp(−5.8206) · bytes^1.1108, median error 36 %', () => {
    const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1)
    const all = rows.map((row): SizeSample => {
      const [name = '', version = '', unpacked, , , , , raw, deduplicated] = row.split(',')
      return {
        of: `${name}@${version}`,
        bytes: Number(unpacked),
        deduplicated: Number(deduplicated),
        raw: Number(raw),
      }
    })
    const found = calibrateSize(all)
    if ('refused' in found) throw new Error(found.refused)
    expect(found.raw.n).toBe(197)
    // The printed constants were found by iteration; ours lie a little nearer to the data, in the fourth place.
    expect(Math.abs(found.raw.a - -5.8206)).toBeLessThan(0.0005)
    expect(Math.abs(found.raw.b - 1.1108)).toBeLessThan(0.0001)
    const distance = (a: number, b: number): number =>
      all
        .filter(({ raw }) => raw > 0)
        .reduce((sum, { raw, bytes }) => sum + Math.abs(Math.log(raw) - a - b * Math.log(bytes)), 0)
    expect(distance(found.raw.a, found.raw.b)).toBeLessThanOrEqual(distance(-5.8206, 1.1108))
    expect(Math.round(100 * found.raw.crossValidated.medianError)).toBe(36)
    expect(found.raw.withinTwo.toFixed(2)).toBe('0.77')
    // M1d, of lines that people wrote.
    expect(Math.abs(found.deduplicated.a - -4.7126)).toBeLessThan(0.005)
    expect(found.deduplicated.b.toFixed(3)).toBe('0.970')
    expect(Math.round(100 * found.deduplicated.crossValidated.medianError)).toBe(51)
  })
})
