/** What decisions and policy say to the terms of each package: the strictest of its versions in use. */

import type { PartTerms } from '#domain/assessment/licenses.ts'
import type { PolicyCheck } from '#domain/assessment/policy-check.ts'
import type { LicenseStanding } from '#domain/engagement.ts'
import { lift, unknown, type Figure, type FigureId } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'

const method = { id: 'advice/fact/license', version: 1 }

/**
 * @param check of the whole portfolio
 * @param termsId the figure that tells the terms of a part
 */
export function licenseStandings(
  { parts }: Portfolio,
  terms: readonly PartTerms[],
  check: PolicyCheck,
  termsId: (part: number) => FigureId,
): ReadonlyMap<PurlText, Figure<LicenseStanding>> {
  const key = (purl: string | null, name: string, version: string | null): string => `${purl ?? name}\n${version ?? ''}`
  const outcomes = new Map<string, LicenseStanding>()
  for (const { aspect, outcome, purl, name, version } of check.findings)
    if (aspect === 'license') {
      const at = key(purl, name, version)
      if (outcome === 'deny' || !outcomes.has(at)) outcomes.set(at, outcome === 'deny' ? 'refused' : 'conditional')
    }
  const allowed = new Set(
    check.waived.flatMap(({ aspect, purl, name, version }) => (aspect === 'license' ? [key(purl, name, version)] : [])),
  )
  const standings = new Map<PurlText, { standing: LicenseStanding | null; from: FigureId[] }>()
  for (const [index, part] of parts.entries()) {
    if (part.package === null) continue
    const at = key(part.purl, part.name, part.version)
    const found = outcomes.get(at)
    // Terms that nobody could read are neither fine nor refused, whatever a policy does about them, unless it denies them.
    const isUnknown = terms[index]?.openness === 'unknown' && found !== 'refused' && !allowed.has(at)
    const standing = isUnknown ? null : (found ?? 'ok')
    const known = standings.get(part.package)
    if (known === undefined) standings.set(part.package, { standing, from: [termsId(index)] })
    else {
      known.standing = stricter(known.standing, standing)
      known.from.push(termsId(index))
    }
  }
  return new Map(
    [...standings].map(([name, { standing, from }]) => [
      name,
      standing === null ? unknown('not-collected', lift(0, method, from).from) : lift(standing, method, from),
    ]),
  )
}

/** Refused is known whatever else is not; otherwise unknown wins. */
function stricter(a: LicenseStanding | null, b: LicenseStanding | null): LicenseStanding | null {
  if (a === 'refused' || b === 'refused') return 'refused'
  if (a === null || b === null) return null
  return a === 'conditional' || b === 'conditional' ? 'conditional' : 'ok'
}
