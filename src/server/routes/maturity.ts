import { areaAnswer } from '#api/areas.ts'
import { cutMaturity } from '#app/lists/areas.ts'
import { areaRoute } from '#server/area-route.ts'
import { defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  areaRoute({
    path: '/api/v1/maturity',
    summary: 'Levels of units and functions as intervals, with evidence and the next step',
    response: areaAnswer,
    cut: (lens, assessment) => cutMaturity(lens, assessment.maturity),
  }),
])
