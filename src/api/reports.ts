/** Shapes of `/api/v1/reports/:assessment`. */

import { Type } from 'typebox'

export const reportParams = Type.Object({
  /** The id of an assessment, or `latest`. */
  assessment: Type.String({ minLength: 1, maxLength: 100 }),
})

export const reportQuery = Type.Object({
  /** The whole, or one page for executives with its annex. */
  kind: Type.Optional(Type.Enum(['full', 'executive'])),
  /** That of the request when it is absent. */
  language: Type.Optional(Type.Enum(['en', 'ja', 'de'])),
  /** `json` holds the whole assessment, whatever the kind and the language. */
  format: Type.Optional(Type.Enum(['html', 'markdown', 'json'])),
  /** As a file to keep. */
  download: Type.Optional(Type.Boolean()),
})

/** The report itself, in the format that was asked for. */
export const reportText = Type.Any()
