/** What the first report to a leadership stands on: its own figures, with how much of each is known. */

import type { BusinessCase } from '#domain/assessment/advice.ts'
import type { AdviceFacts } from '#advice/facts.ts'

export function businessCase({
  value,
  inventory,
  vulnerabilities,
  health,
  licenses,
  contribution,
}: AdviceFacts): BusinessCase {
  return {
    value: value?.money ?? null,
    parts: inventory?.packages ?? null,
    vulnerabilities: vulnerabilities?.total ?? null,
    leaningOnOne: health?.leaningOnOne ?? null,
    licensesStated: licenses?.stated ?? null,
    give: contribution?.give ?? null,
    take: contribution?.take ?? null,
    coverage: [
      ...(value ? [{ of: 'value-in-use' as const, coverage: value.money.coverage }] : []),
      ...(vulnerabilities ? [{ of: 'open-vulnerabilities' as const, coverage: vulnerabilities.total.coverage }] : []),
      ...(licenses ? [{ of: 'licenses-resolved' as const, coverage: licenses.stated.coverage }] : []),
      ...(health ? [{ of: 'leaning-on-one' as const, coverage: health.leaningOnOne.coverage }] : []),
    ],
  }
}
