import { areaAnswer } from '#api/areas.ts'
import { cutContribution } from '#app/lists/areas.ts'
import { areaRoute } from '#server/area-route.ts'
import { defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  areaRoute({
    path: '/api/v1/contribution',
    summary: 'What is given back, by unit, repository and kind, beside what is taken',
    response: areaAnswer,
    cut: (lens, assessment) => cutContribution(lens, assessment.contribution),
  }),
])
