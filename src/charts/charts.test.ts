import { describe, expect, it } from 'vitest'
import { depthColumns, drawDepth } from './depth.ts'
import { drawSeverityByProduct } from './severity-by-product.ts'
import { escapeMarkup } from './svg.ts'
import { drawValueBand } from './value-band.ts'

const labels = { low: '1,901', central: '2,836', high: '5,197' }

describe('the value band', () => {
  it('hatches what is not covered, in proportion', () => {
    const { svg } = drawValueBand(
      'b',
      'Work',
      { low: 1_901, central: 2_836, high: 5_197 },
      { known: 3, of: 4, unit: 'packages' },
      labels,
      408,
    )
    expect(svg).toMatch(/width="300" height="6" class="c-plain"/)
    expect(svg).toMatch(/width="100" height="6" fill="url\(#b-hatch\)"/)
  })

  it('hatches nothing when everything is covered, and everything when nothing is', () => {
    const draw = (known: number) =>
      drawValueBand('b', 'Work', { low: 1, central: 2, high: 3 }, { known, of: 4, unit: 'packages' }, labels, 408).svg
    expect(draw(4)).not.toContain('url(#b-hatch)')
    expect(draw(0)).toMatch(/width="400" height="6" fill="url\(#b-hatch\)"/)
  })

  it('begins at zero, so that a band looks as wide as it is', () => {
    const { svg } = drawValueBand('b', 'Work', { low: 25, central: 50, high: 100 }, undefined, labels, 408)
    expect(svg).toContain('<rect x="104" y="22" width="300"')
    expect(drawValueBand('b', 'Work', { low: 0, central: 0, high: 0 }, undefined, labels, 408).svg).not.toMatch(
      /NaN|Infinity/,
    )
  })
})

describe('the depth chart', () => {
  const words = { step: String, orMore: (step: number) => `${step}+`, unknown: 'not stated', count: String }

  it('puts the unknown last and gathers what is very deep', () => {
    const columns = depthColumns([7, ...Array.from({ length: 20 }, () => 1)], words)
    expect(columns.map(({ label }) => label).slice(-2)).toEqual(['12+', 'not stated'])
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(27)
  })

  it('shows no unknown column when every depth is known', () => {
    const columns = depthColumns([0, 4, 2], words)
    expect(columns.map(({ label, count }) => [label, count])).toEqual([
      ['1', 4],
      ['2', 2],
    ])
    expect(drawDepth('d', 'Depth', columns, 300).svg).not.toContain('fill="url(#d-hatch)"')
  })
})

describe('severity by product', () => {
  it('draws a piece per severity that occurs', () => {
    const row = {
      label: 'Tide',
      counts: [
        { severity: 'critical', count: 2 },
        { severity: 'low', count: 0 },
        { severity: 'unknown', count: 1 },
      ],
      shown: '3',
    } as const
    const { svg } = drawSeverityByProduct('s', 'Severity', [row], 400)
    expect(svg.match(/<rect [^>]*height="14"/g)).toHaveLength(2)
    expect(svg).toContain('url(#s-hatch)')
  })
})

describe('escapeMarkup', () => {
  it('makes text safe in content and in attributes', () => {
    expect(escapeMarkup(`<a href="x">'\`&`)).not.toMatch(/[<>"'`]|&(?!#\d+;)/)
    expect(escapeMarkup('\u0000\u001B')).toBe('\uFFFD\uFFFD')
  })
})
