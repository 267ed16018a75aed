/** Options of the maturity commands that name one of few things. */

import { maturityFunctions, type MaturityFunction } from '#domain/maturity-model.ts'
import { fail } from '#domain/problem.ts'
import type { Axis } from './maturity-text.ts'

/** Throws `usage`. */
export function axisAsked(text: string | undefined): Axis {
  if (text === undefined || text === 'engagement') return 'engagement'
  return text === 'stages'
    ? 'stages'
    : fail({ code: 'usage', what: `--levels ${text}: there are engagement and stages` })
}

/** Throws `usage`. */
export function functionAsked(text: string | undefined): MaturityFunction | 'whole' | undefined {
  if (text === undefined || text === 'whole') return text
  const known = maturityFunctions.find((one) => one === text)
  return (
    known ??
    fail({ code: 'usage', what: `--function ${text}: there are ${[...maturityFunctions, 'whole'].join(', ')}` })
  )
}
