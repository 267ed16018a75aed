/** What the assessment could not answer, and what would close each gap. Nothing is invented in its place. */

import type { Assessment, Gap } from '#domain/assessment/assessment.ts'
import type { Portfolio } from '#domain/portfolio.ts'

const notBuilt = ['health', 'contribution', 'maturity', 'advice'] as const

export function gapsOf(
  found: Pick<Assessment, 'inventory' | 'vulnerabilities' | 'licenses' | 'value'>,
  portfolio: Portfolio,
  isOffline: boolean,
): readonly Gap[] {
  const gaps: Gap[] = notBuilt.map((area) => ({ area, why: 'not-built', count: null, remedy: null }))
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
  const unsized = found.value.missing.reduce((sum, { packages }) => sum + packages, 0)
  if (unsized > 0) {
    gaps.push({
      area: 'value',
      why: isOffline ? 'offline' : 'not-collected',
      count: unsized,
      remedy: isOffline ? 'headwater assess PATH' : 'headwater assess PATH --measure',
    })
  }
  return gaps
}
