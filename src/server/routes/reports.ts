import { reportsAnswer } from '#api/overview.ts'
import { reportParams, reportQuery, reportText } from '#api/reports.ts'
import { keptReport } from '#app/kept-reports.ts'
import { listReports } from '#app/lists/reports.ts'
import { fail } from '#domain/problem.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import { reportHeaders } from '#server/security-headers.ts'

const types = {
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
} as const

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
    summary: 'The report of an assessment; for who may read the whole organization',
    shape: { params: reportParams, query: reportQuery, response: reportText },
    handle: async ({ params, query }, { store, scope, language }) => {
      if (scope !== 'all') return fail({ code: 'beyond-rights', permission: 'read' })
      const { kind = 'full', format = 'html', download = false } = query
      const asked = { assessment: params.assessment, kind, format, language: query.language ?? language }
      const { asOf, bytes } = await keptReport(store, asked)
      const { type, ending } = types[format]
      const name = `headwater-${kind}-${asOf}.${ending}`
      return {
        headers: {
          ...reportHeaders,
          'content-type': type,
          ...(download ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
        },
        body: bytes,
      }
    },
  }),
])
