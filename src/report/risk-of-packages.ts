/** How each package stands: by its gravest finding, or unknown where nothing was looked up. Neither means "safe". */

import { severities, type Severity } from '#domain/finding.ts'
import { severityStates, type State } from '#charts/state.ts'
import type { ReportContext } from './report-context.ts'
import type { UsedPackage } from './usage.ts'

export function packageStates({ assessment }: Pick<ReportContext, 'assessment'>): (used: UsedPackage) => State {
  const { findings, undecided, advisories } = assessment.vulnerabilities
  const gravestOf = new Map<number, Severity>()
  for (const { part, severity } of findings) {
    const before = gravestOf.get(part)
    if (before === undefined || severities.indexOf(severity) < severities.indexOf(before)) gravestOf.set(part, severity)
  }
  const open = new Set(undecided.map(({ part }) => part))
  const lookedUp = new Set(advisories.map(({ ecosystem }) => baseName(ecosystem)))
  return ({ parts, ecosystem }) => {
    const found = severities.find((severity) => parts.some((part) => gravestOf.get(part) === severity))
    if (found !== undefined) return severityStates[found]
    const isDecided = ecosystem !== null && lookedUp.has(baseName(ecosystem)) && parts.every((part) => !open.has(part))
    return isDecided ? 'plain' : 'unknown'
  }
}

/** Advisories for `Debian` speak about `Debian:12` too. */
function baseName(ecosystem: string): string {
  return ecosystem.split(':')[0] ?? ecosystem
}
