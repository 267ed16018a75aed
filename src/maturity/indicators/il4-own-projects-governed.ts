import { lift } from '#domain/figure.ts'
import { defineIndicator, judged, nothingToJudge, unmeasured } from '#maturity/indicator.ts'

/** Each of these must be there, whatever its ending and folder. */
const files = [
  /(?:^|\/)(?:LICEN[CS]E|COPYING)(?:[.-]|$)/i,
  /(?:^|\/)CONTRIBUTING(?:\.|$)/i,
  /(?:^|\/)CODE[-_]OF[-_]CONDUCT(?:\.|$)/i,
  /(?:^|\/)SECURITY(?:\.|$)/i,
  /(?:^|\/)(?:GOVERNANCE|MAINTAINERS|CODEOWNERS|OWNERS)(?:\.|$)/i,
]

/** Published projects whose clones were read. Visitors' share, releases and adopters are for the health of projects. */
export const indicator = defineIndicator({
  id: 'il4-own-projects-governed',
  indicator: 'IL4',
  version: 1,
  measure: ({ portfolio }, { products }, { pass }) => {
    const published = products.flatMap((product) => {
      const { origin, published: project } = portfolio.organization.products[product] ?? {}
      return origin === 'made' && typeof project === 'string' ? [project] : []
    })
    if (products.every((product) => portfolio.organization.products[product]?.origin !== 'made')) return nothingToJudge
    const read = published.flatMap((project) => {
      const paths = portfolio.upstream.projects.get(project)?.files?.paths
      return paths === undefined ? [] : [{ project, paths }]
    })
    if (read.length === 0) return unmeasured()
    const governed = read.filter(({ paths }) => files.every((file) => paths.some((path) => file.test(path))))
    const inputs = read.map(({ project }) => `maturity/owners/${project}`)
    return judged(
      lift(governed.length / read.length, { id: 'maturity/il4-own-projects-governed', version: 1 }, inputs),
      pass,
    )
  },
})
