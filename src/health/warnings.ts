/** What deserves a look, whatever the score says. */

import type { HealthWarning, IndicatorId } from '#domain/assessment/health.ts'
import type { HealthAssumptions } from './assumptions.ts'
import { firstDeprecation } from './deprecation.ts'
import type { Fall } from './falling.ts'
import { fallingFigureId, indicatorFigureId } from './figure-ids.ts'
import type { Finding } from './indicator.ts'
import { percent } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import type { SubjectFacts } from './subject.ts'
import { saysUnmaintained } from './unmaintained.ts'

/** Sentences of foreign origin are shortened. */
const longestDetail = 200
const leastOfOthers = 0.1

export function warningsOf(
  subject: string,
  facts: SubjectFacts,
  findings: readonly Finding[],
  fall: Fall | undefined,
  { threshold }: HealthAssumptions,
): readonly HealthWarning[] {
  if (fall?.isFalling !== true && findings.every(({ answer }) => answer !== 'failed')) return []
  const warnings: HealthWarning[] = []
  const failed = new Map<IndicatorId, string>()
  for (const [index, { id }] of indicators.entries()) {
    const finding = findings[index]
    if (finding?.answer === 'failed') failed.set(id, finding.value)
  }
  const warn = (id: HealthWarning['id'], by: IndicatorId, detail: string): void => {
    warnings.push({ id, figure: indicatorFigureId(by, subject), detail: detail.slice(0, longestDetail) })
  }
  const { year, mainAuthor } = facts
  if (failed.has('absence-factor')) warn('one-person', 'absence-factor', percent(year?.topAuthorShare ?? 1))
  // Where a clone tells of several people, one publishing account is a matter of access, not of people.
  else if (failed.has('several-publishers') && year === undefined) warn('one-person', 'several-publishers', '1')
  if (failed.has('main-author-active') && mainAuthor) warn('main-author-gone', 'main-author-active', mainAuthor.lastOn)
  const ofOne = year?.topOrganizationShare ?? 0
  // A domain that stands for hardly more than one person is that person's own, and the person is warned of already.
  const isSeveralPeople = ofOne - (year?.topAuthorShare ?? 1) >= leastOfOthers
  if (failed.has('several-organizations') && isSeveralPeople && ofOne >= threshold['H8-one-organization'])
    warn('single-organization', 'several-organizations', percent(ofOne))
  if (failed.has('license-stable')) warn('license-changed', 'license-stable', failed.get('license-stable') ?? '')
  const deprecation = failed.has('not-deprecated') ? firstDeprecation(facts) : undefined
  if (deprecation !== undefined)
    warn('deprecated', 'not-deprecated', `${failed.get('not-deprecated') ?? ''}: ${deprecation.note}`)
  if (failed.has('not-withdrawn')) warn('withdrawn-version', 'not-withdrawn', failed.get('not-withdrawn') ?? '')
  if (failed.has('not-past-end-of-life'))
    warn('end-of-life', 'not-past-end-of-life', failed.get('not-past-end-of-life') ?? '')
  const said = failed.has('declared-maintained') && facts.files ? saysUnmaintained(facts.files) : undefined
  if (said !== undefined) warn('archived', 'declared-maintained', `${said.path}: ${said.words}`)
  if (fall?.isFalling === true)
    warnings.push({
      id: fall.isHalved ? 'activity-halved' : 'falling',
      figure: fallingFigureId(subject),
      detail: fallDetail(fall),
    })
  return warnings
}

/** `0.82 → 0.61`, or the changes of both years where they halved. */
function fallDetail({ from, to, changes, isHalved }: Fall): string {
  if (isHalved && changes !== null) return `${changes[0]} → ${changes[1]}`
  return `${(from ?? 0).toFixed(2)} → ${(to ?? 0).toFixed(2)}`
}
