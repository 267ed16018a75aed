import { auditAnchorQuery, auditEntries, auditExport, auditExportQuery, auditQuery, auditState } from '#api/audit.ts'
import { auditCsv, auditJsonLines, auditPage, checkAudit } from '#app/access/audit.ts'
import { fail } from '#domain/problem.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit',
    permission: 'audit',
    summary: 'Who did what, when, with what result; the newest first',
    shape: { query: auditQuery, response: auditEntries },
    handle: async ({ query }, { store, scope }) => {
      const before = query.after === undefined ? null : Number(query.after)
      const { items, next, count } = await auditPage(store, {
        scope,
        act: query.act,
        before,
        limit: query.limit ?? 50,
      })
      return {
        body: {
          items,
          next: next === null ? null : String(next),
          total: { count, kind: 'exact' as const },
        },
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit/export',
    permission: 'audit',
    summary: 'The whole log as JSON lines or CSV, the oldest first',
    shape: { query: auditExportQuery, response: auditExport },
    handle: async ({ query }, { store, scope }) => {
      const isCsv = query.format === 'csv'
      return {
        headers: {
          'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
          'content-disposition': `attachment; filename="audit.${isCsv ? 'csv' : 'jsonl'}"`,
        },
        body: isCsv ? auditCsv(store, scope) : auditJsonLines(store, scope),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit/state',
    permission: 'audit',
    summary: 'Whether the chain of the log holds; for who may read all of it',
    shape: { query: auditAnchorQuery, response: auditState },
    handle: async ({ query }, { store, scope }) => {
      if (scope !== 'all') return fail({ code: 'beyond-rights', permission: 'audit' })
      const { sequence, hash } = query
      const anchor = sequence === undefined || hash === undefined ? null : { sequence, hash }
      const { entries, head, breaks } = await checkAudit(store, anchor)
      return { body: { entries, head, breaks } }
    },
  }),
])
