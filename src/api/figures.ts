/** Shapes of `/api/v1/figures`. */

import { Type } from 'typebox'

export const figureParams = Type.Object({ '*': Type.String({ minLength: 1, maxLength: 1000 }) })

/** The chain behind a figure, as `headwater explain --json` prints it. */
export const figureChain = Type.Any()
