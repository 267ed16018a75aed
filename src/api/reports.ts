/** Shapes of `/api/v1/reports`. */

import { Type } from 'typebox'
import { oneOf } from './lists.ts'

const asked = {
  kind: oneOf(['full', 'executive']),
  language: oneOf(['en', 'de', 'ja']),
  format: oneOf(['html', 'markdown']),
}

export const reportBody = Type.Object(asked, { additionalProperties: false })

const assessment = Type.String({ minLength: 1, maxLength: 100 })

export const assessmentParams = Type.Object({ assessment })

export const reportParams = Type.Object({ assessment, ...asked })

export const reportsAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      asOf: Type.String(),
      knownAt: Type.String(),
      recordedAt: Type.String(),
      /** Reports that can be read at once. */
      made: Type.Array(
        Type.Object({
          kind: Type.String(),
          language: Type.String(),
          format: Type.String(),
          madeAt: Type.String(),
          sizeBytes: Type.Integer(),
        }),
      ),
    }),
  ),
})

/** The report itself. */
export const reportText = Type.Unsafe<string>({ type: 'string' })
