import { describe, expect, it } from 'vitest'
import type { OwnCode } from '#domain/own-code.ts'
import { assessValue, valueFigures } from './assess.ts'
import { samplePortfolio, type SampleUse } from './portfolio.sample.ts'

const uses: readonly SampleUse[] = [
  { purl: 'pkg:npm/shared@1', product: 'portal', lines: 700 },
  { purl: 'pkg:npm/shared@1', product: 'shop' },
  { purl: 'pkg:npm/tests@1', product: 'portal', lines: 5_000, scope: 'development' },
  { purl: 'pkg:npm/shop-only@1', product: 'shop', lines: 300 },
  { purl: 'pkg:npm/unsized@1', product: 'shop' },
  { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 9_000 },
]
const counted = (product: string, deduplicated: number): OwnCode => ({
  product,
  deduplicated,
  raw: deduplicated,
  files: 3,
  evidence: 'sizes',
  at: 'line 2',
  observedOn: '2026-11-20',
})

describe('the share of open source in what is delivered', () => {
  const portfolio = samplePortfolio(uses)
  const reuseWith = (...ownCode: readonly OwnCode[]) => assessValue(portfolio, { ownCode }).reuse

  it('sets lines of others, each once and without tests, against own lines', () => {
    const { share, openLines, ownLines, byProduct } = reuseWith(counted('portal', 300), counted('shop', 700))
    expect(openLines).toMatchObject({ figure: { value: 1_000 }, coverage: { known: 2, of: 3 } })
    expect(ownLines).toMatchObject({ figure: { value: 1_000 }, coverage: { known: 2, of: 2, unit: 'products' } })
    expect(share.figure).toMatchObject({ value: 0.5 })
    expect(byProduct.map(({ share: own }) => own.figure)).toMatchObject([{ value: 0.7 }, { value: 1000 / 1700 }])
  })

  it('covers only products whose own code was counted; none found is unknown, not all reuse', () => {
    const { share, openLines, ownLines } = reuseWith(counted('portal', 300), counted('shop', 0))
    expect(openLines.figure).toMatchObject({ value: 700 })
    expect(ownLines.coverage).toEqual({ known: 1, of: 2, unit: 'products' })
    expect(share.figure).toMatchObject({ value: 0.7 })
    expect(reuseWith(counted('portal', 0)).share.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(reuseWith().share.figure.known).toBe(false)
    expect(reuseWith().measuredOn).toBeNull()
  })

  it('leaves out bought products, whose own code is nobody’s here', () => {
    expect(reuseWith(counted('bought-suite', 10)).ownLines.figure.known).toBe(false)
  })

  it('has published shares beside it and never in it', () => {
    const benchmark = (year: number) => ({ id: `y${year}`, year, share: 0.77, codebases: null, source: 'A study' })
    const options = { ownCode: [counted('portal', 300)], benchmarks: [benchmark(2024), benchmark(2015)] }
    const { reuse } = assessValue(portfolio, options)
    expect(reuse.benchmarks.map(({ year }) => year)).toEqual([2015, 2024])
    const plain = reuseWith(counted('portal', 300))
    expect({ ...reuse, benchmarks: [] }).toEqual(plain)
    const figures = valueFigures(portfolio, assessValue(portfolio, options), options)
    expect(figures.some(({ figure }) => figure.known && figure.value === 0.77)).toBe(false)
    const share = figures.find(({ id }) => id === 'value/reuse-share')?.figure.from[0]
    expect(share?.kind === 'computed' && share.inputs).toEqual(['value/open-lines', 'value/own-lines'])
  })
})
