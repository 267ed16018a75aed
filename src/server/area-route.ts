/** Routes that show one area of the stored assessment, cut to what the reader may see. */

import type { TSchema } from 'typebox'
import { openLens } from '#app/lists/ask.ts'
import { flatFigures, storedAssessment, type CutArea } from '#app/lists/areas.ts'
import type { Lens } from '#app/lists/cut.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import { defineRoute, type Route } from './route.ts'

export type AreaRouteOptions = {
  readonly path: string
  readonly summary: string
  readonly response: TSchema
  readonly cut: (lens: Lens, assessment: Assessment) => CutArea
}

export function areaRoute({ path, summary, response, cut }: AreaRouteOptions): Route {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'read',
    summary,
    shape: { response },
    handle: async (_, { store, scope }) => {
      const lens = await openLens(store, scope)
      const assessment = await storedAssessment(store, lens.views.head.assessment)
      const { area, withheld } = cut(lens, assessment)
      return {
        body: {
          asOf: assessment.asOf,
          withheld,
          why: withheld.length > 0 ? 'withheld' : null,
          area: flatFigures(area),
        },
      }
    },
  })
}
