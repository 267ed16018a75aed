import { reportsAnswer } from '#api/overview.ts'
import { listReports } from '#app/lists/reports.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/reports',
    permission: 'read',
    summary: 'Assessments that were made, newest first',
    shape: { response: reportsAnswer },
    handle: async (_, { store }) => ({ body: { items: await listReports(store) } as never }),
  }),
])
