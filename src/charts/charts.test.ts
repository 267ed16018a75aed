import { describe, expect, it } from 'vitest'
import { depthColumns, drawDepth } from './depth.ts'
import { drawSeverityByProduct } from './severity-by-product.ts'
import { drawGiveAndTake } from './give-and-take.ts'
import { drawRiskQuadrant } from './risk-quadrant.ts'
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

describe('give and take', () => {
  const side = (band: { low: number; central: number; high: number } | null) => ({
    band,
    shown: 'shown',
    title: 'title',
  })
  const widths = (svg: string, fill: string) =>
    [...svg.matchAll(new RegExp(`<rect x="[^"]*" y="40" width="([^"]*)" height="20"[^>]*${fill}`, 'g'))].map((match) =>
      Number(match[1]),
    )

  it('draws both sides on one scale', () => {
    const { svg } = drawGiveAndTake(
      'g',
      'Give and take',
      side({ low: 0, central: 5, high: 10 }),
      side({ low: 0, central: 20, high: 30 }),
      800,
    )
    const [given = 0] = widths(svg, 'c-given')
    const [taken = 0] = widths(svg, 'c-band')
    expect(taken / given).toBeCloseTo(3, 2)
  })

  it('hatches a side that is not known, and draws no band for it', () => {
    const { svg } = drawGiveAndTake('g', 'Give and take', side(null), side({ low: 1, central: 2, high: 3 }), 400)
    expect(svg).toContain('url(#g-hatch)')
    expect(widths(svg, 'c-given')).toEqual([])
    expect(drawGiveAndTake('g', 'n', side(null), side(null), 400).svg).not.toMatch(/NaN|Infinity/)
  })
})

describe('the risk quadrant', () => {
  const words = { criticality: 'k', weakness: '1 − h', unknown: 'not known', help: 'help' }
  const dot = (health: number | null, criticality = 0.9) => ({
    label: 'core',
    criticality,
    health,
    state: 'act' as const,
    isNamed: true,
  })

  it('puts what is weak above what is well, and the unknown below both in its own lane', () => {
    const { svg } = drawRiskQuadrant('q', 'Risk', [dot(0.1), dot(0.9), dot(null)], words, 500)
    const heights = [...svg.matchAll(/<text x="[^"]*" y="([^"]*)" text-anchor="middle"[^>]*c-dot/g)].map((match) =>
      Number(match[1]),
    )
    const [weak = 0, well = 0, unknown = 0] = heights
    expect(weak).toBeLessThan(well)
    expect(well).toBeLessThan(unknown)
    expect(svg).toContain('fill="url(#q-hatch)"')
  })

  it('has no lane of the unknown when everything is known', () => {
    expect(drawRiskQuadrant('q', 'Risk', [dot(0.5)], words, 500).svg).not.toContain('fill="url(#q-hatch)"')
  })
})
