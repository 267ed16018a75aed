import { areaAnswer } from '#api/areas.ts'
import { cutAgility } from '#app/lists/areas.ts'
import { areaRoute } from '#server/area-route.ts'
import { defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  areaRoute({
    path: '/api/v1/agility',
    summary: 'How far behind what is used is, and how fast it is renewed',
    response: areaAnswer,
    cut: (lens, assessment) => cutAgility(lens, assessment.agility),
  }),
])
