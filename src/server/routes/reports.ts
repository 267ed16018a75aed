import { queued } from '#api/jobs.ts'
import { assessmentParams, reportBody, reportParams, reportsAnswer, reportText } from '#api/reports.ts'
import { listReports, reportAsked, requestReport, requireWhole } from '#app/kept-reports.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import { reportHeaders } from '#server/security-headers.ts'

const types = { html: 'text/html; charset=utf-8', markdown: 'text/markdown; charset=utf-8' } as const
const endings = { html: 'html', markdown: 'md' } as const

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/reports',
    permission: 'read',
    summary: 'Assessments that were made, newest first, with the reports of each',
    shape: { response: reportsAnswer },
    handle: async (_, { store }) => ({ body: { items: await listReports(store) } as never }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/reports/:assessment',
    permission: 'analyze',
    summary: 'Makes a report of an assessment, in the background',
    shape: { params: assessmentParams, body: reportBody, response: queued },
    handle: async ({ params, body }, { store, scope, clock }) => {
      requireWhole(scope)
      return { status: 202, body: { job: await requestReport(store, { ...params, ...body }, clock()) } }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/reports/:assessment/:kind/:language/:format',
    permission: 'read',
    summary: 'A report that was made',
    shape: { params: reportParams, response: reportText },
    produces: 'text/html',
    handle: async ({ params }, { store, scope }) => {
      requireWhole(scope)
      const { kind, language, format } = params
      const name = `headwater-${kind}-${language}.${endings[format]}`
      return {
        headers: {
          ...reportHeaders,
          'content-type': types[format],
          'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
        },
        body: await reportAsked(store, params),
      }
    },
  }),
])
