/** What the assessment could not answer, and what would close each gap. Nothing is invented in its place. */

import type { Assessment, Gap } from '#domain/assessment/assessment.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export function gapsOf(
  found: Omit<Assessment, 'asOf' | 'knownAt' | 'maturity' | 'engagement' | 'motivators' | 'advice' | 'gaps'>,
  portfolio: Portfolio,
  isOffline: boolean,
): readonly Gap[] {
  const gaps: Gap[] = []
  const lost = portfolio.unread.filter(({ code }) => code !== 'covered-by-lockfile').length
  if (lost > 0) gaps.push({ area: 'inventory', why: 'failed', count: lost, remedy: null })
  const looked = new Set(found.vulnerabilities.advisories.map(({ ecosystem }) => ecosystem))
  const notLooked = found.inventory.byEcosystem.filter(
    ({ ecosystem }) => ecosystem !== 'unknown' && !looked.has(ecosystem.split(':')[0] ?? ecosystem),
  )
  if (notLooked.length > 0) {
    const count = notLooked.reduce((sum, { versions }) => sum + versions, 0)
    gaps.push({ area: 'vulnerabilities', why: 'not-collected', count, remedy: 'headwater data import DIR' })
  }
  const unlicensed = found.licenses.withoutLicense.length
  if (unlicensed > 0) gaps.push({ area: 'licenses', why: 'not-collected', count: unlicensed, remedy: null })
  const online = isOffline ? 'headwater assess PATH' : null
  const { known, of } = found.health.assessed.coverage
  if (known < of)
    gaps.push({
      area: 'health',
      why: isOffline ? 'offline' : 'not-collected',
      count: of - known,
      remedy: 'headwater assess PATH --clones DIR',
    })
  const unsized = found.value.missing.reduce((sum, { packages }) => sum + packages, 0)
  if (unsized > 0)
    gaps.push({
      area: 'value',
      why: isOffline ? 'offline' : 'not-collected',
      count: unsized,
      remedy: online ?? 'headwater assess PATH --measure',
    })
  const undated = found.agility.withReleaseDates
  if (undated.known < undated.of)
    gaps.push({
      area: 'agility',
      why: isOffline ? 'offline' : 'not-collected',
      count: undated.of - undated.known,
      remedy: online,
    })
  if (found.alternatives.lines.length === 0)
    gaps.push({ area: 'alternatives', why: 'not-collected', count: null, remedy: 'headwater value alternatives' })
  if (!found.contribution.activity.figure.known)
    gaps.push({
      area: 'contribution',
      why: 'not-collected',
      count: null,
      remedy: 'headwater assess PATH --clones DIR',
    })
  return gaps
}
