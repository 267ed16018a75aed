/**
 * How each package stands: by its gravest finding, or unknown where nothing was looked up. None known does not mean safe.
 * `rank` is the place of its gravest finding among all findings, which come gravest first.
 */

import { severityStates, type State } from '#charts/state.ts'
import type { ReportContext } from './report-context.ts'
import type { UsedPackage } from './usage.ts'

export function packageRisks({
  assessment,
}: Pick<ReportContext, 'assessment'>): (used: UsedPackage) => { readonly state: State; readonly rank: number } {
  const { findings, undecided, advisories } = assessment.vulnerabilities
  const firstOf = new Map<number, number>()
  for (const [place, { part }] of findings.entries()) if (!firstOf.has(part)) firstOf.set(part, place)
  const open = new Set(undecided.map(({ part }) => part))
  const lookedUp = new Set(advisories.map(({ ecosystem }) => baseName(ecosystem)))
  return ({ parts, ecosystem }) => {
    const rank = Math.min(...parts.map((part) => firstOf.get(part) ?? Infinity))
    const finding = findings[rank]
    if (finding !== undefined) return { state: severityStates[finding.severity], rank }
    const isDecided = ecosystem !== null && lookedUp.has(baseName(ecosystem)) && parts.every((part) => !open.has(part))
    return { state: isDecided ? 'plain' : 'unknown', rank }
  }
}

/** Advisories for `Debian` speak about `Debian:12` too. */
function baseName(ecosystem: string): string {
  return ecosystem.split(':')[0] ?? ecosystem
}
