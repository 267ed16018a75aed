import { lift, unknown } from '#domain/figure.ts'
import { projectsOfPackages } from '#domain/project.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

const ownersFile = /(?:^|\/)(?:CODEOWNERS|MAINTAINERS|OWNERS)(?:\.\w+)?$/i

/**
 * Own addresses in the owners' files of projects behind critical packages. Owners without an address may be own people too,
 * so too few found is unknown and never no.
 */
export const indicator = defineIndicator({
  id: 'il2-seats-held',
  indicator: 'IL2',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const { portfolio } = evidence
    const links = projectsOfPackages(portfolio.projectLinks)
    const strategic = [
      ...new Set(evidence.criticalIn(scope).flatMap((one) => links.get(one.package)?.project ?? [])),
    ].sort()
    const domains = portfolio.organization.domains.map((domain) => `@${domain}`.toLowerCase())
    if (strategic.length === 0 || domains.length === 0) return unmeasured()
    const held = strategic.filter((project) => {
      const texts = portfolio.upstream.projects.get(project)?.files?.texts ?? {}
      return Object.entries(texts).some(
        ([path, text]) => ownersFile.test(path) && domains.some((domain) => text.toLowerCase().includes(domain)),
      )
    })
    const inputs = held.map((project) => `maturity/owners/${project}`)
    const value = lift(held.length / strategic.length, { id: 'maturity/il2-seats-held', version: 1 }, inputs)
    const measured = judged(value, pass)
    return measured.state === 'met'
      ? measured
      : { ...measured, value: unknown('not-collected', value.from), state: 'unknown' }
  },
})
