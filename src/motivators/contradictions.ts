/** What executives want and what keeps engineers from it, in the same area: the same value, or the same kind of activity. */

import type { Contradiction } from '#domain/assessment/motivators.ts'
import type { Motivator, TalkAudience } from '#domain/motivators.ts'
import { sharedArea } from './areas.ts'
import type { MotivatorEvidence } from './context.ts'

export function contradictionsOf({
  heard,
  portfolio: { organization },
}: Pick<MotivatorEvidence, 'heard' | 'portfolio'>): readonly Contradiction[] {
  const isNamedBy = (audience: TalkAudience) => (one: Motivator) =>
    one.heard.some((hearing) => hearing.audience === audience)
  const wanted = heard.motivators.filter((one) => one.declined === null).filter(isNamedBy('executives'))
  const hindered = heard.motivators.filter((one) => one.obstacle !== null).filter(isNamedBy('engineers'))
  return wanted
    .flatMap((want) =>
      hindered.flatMap((obstacle): Contradiction[] => {
        const area = sharedArea(organization, want.areas, obstacle.areas)
        const activities = want.activities.filter((one) => obstacle.activities.includes(one))
        const isSame = want.kind === obstacle.kind || (want.catalog !== null && want.catalog === obstacle.catalog)
        return area === undefined || (!isSame && activities.length === 0)
          ? []
          : [{ area, wanted: want.id, hindered: obstacle.id, kind: want.kind, activities }]
      }),
    )
    .toSorted((a, b) => compare(a.wanted, b.wanted) || compare(a.hindered, b.hindered))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
