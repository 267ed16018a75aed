import { aggregate } from '#domain/figure.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

/** The mean over products whose SBOM was judged against a profile. */
export const indicator = defineIndicator({
  id: 'ic5-sbom-quality',
  indicator: 'IC5',
  version: 1,
  measure: ({ portfolio, sbomQuality = [] }, { products }, { pass }) => {
    const ids = new Set(products.map((product) => portfolio.organization.products[product]?.id))
    const shares = sbomQuality.filter(({ product }) => ids.has(product)).map(({ share }) => share)
    if (shares.length === 0) return unmeasured()
    const mean = aggregate(
      { id: 'maturity/ic5-sbom-quality', version: 1 },
      shares,
      'products',
      (known) => known.reduce((sum, share) => sum + share, 0) / known.length,
    )
    return judged(mean.figure, pass)
  },
})
