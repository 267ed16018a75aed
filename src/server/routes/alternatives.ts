import { areaAnswer } from '#api/areas.ts'
import { cutAlternatives } from '#app/lists/areas.ts'
import { areaRoute } from '#server/area-route.ts'
import { defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  areaRoute({
    path: '/api/v1/alternatives',
    summary: 'What is not paid for because open source does the work',
    response: areaAnswer,
    cut: (lens, assessment) => cutAlternatives(lens, assessment.alternatives),
  }),
])
