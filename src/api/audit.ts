/** Shapes of `/api/v1/audit`. */

import { Type } from 'typebox'
import { auditActs } from '#domain/audit.ts'
import { nullable, pageOf } from './common.ts'

export const auditEntry = Type.Object({
  sequence: Type.Integer(),
  at: Type.String(),
  actorKind: Type.String(),
  actor: Type.String(),
  act: Type.String(),
  subject: Type.String(),
  unit: nullable(Type.String()),
  result: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
  detail: Type.Record(Type.String(), Type.Any()),
  previous: Type.String(),
  hash: Type.String(),
})

export const auditEntries = pageOf(auditEntry)

export const auditQuery = Type.Object({
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  act: Type.Optional(Type.Enum(auditActs, { description: 'Only this kind of act' })),
})

export const auditExportQuery = Type.Object({
  format: Type.Optional(Type.Union([Type.Literal('csv'), Type.Literal('jsonl')], { default: 'jsonl' })),
})
export const auditExport = Type.Any()

/** A head that was noted earlier, outside of the database. */
export const auditAnchorQuery = Type.Object({
  sequence: Type.Optional(Type.Integer({ minimum: 1 })),
  hash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
})

export const auditState = Type.Object({
  entries: Type.Integer(),
  head: Type.Object({ sequence: Type.Integer(), hash: Type.String() }),
  breaks: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      why: Type.Union([
        Type.Literal('changed'),
        Type.Literal('missing'),
        Type.Literal('unlinked'),
        Type.Literal('head'),
        Type.Literal('anchor'),
      ]),
    }),
  ),
})
