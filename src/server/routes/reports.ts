import { reportsAnswer } from '#api/overview.ts'
import { reportParams, reportQuery, reportText } from '#api/reports.ts'
import { listReports } from '#app/lists/reports.ts'
import { fail } from '#domain/problem.ts'
import { reportAnswer } from '#server/report-answer.ts'
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
  defineRoute({
    method: 'GET',
    path: '/api/v1/reports/:assessment',
    permission: 'read',
    summary: 'The report of an assessment, or 202 and the job that makes it; for who may read the whole organization',
    shape: { params: reportParams, query: reportQuery, response: reportText },
    handle: async ({ params, query }, { store, scope, language, words, request }) => {
      if (scope !== 'all') return fail({ code: 'beyond-rights', permission: 'read' })
      const { kind = 'full', format = 'html', download = false } = query
      const asked = { assessment: params.assessment, kind, format, language: query.language ?? language }
      const isPage = request.header('accept')?.includes('text/html') === true
      const reader = { words, language, isPage, held: request.header('if-none-match') }
      return reportAnswer(store, asked, reader, download)
    },
  }),
])
