/** Figures of what the organization stated: read from its file, or supposed where something else is tried out. */

import { assumed, observed, type NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'

/**
 * @param at a JSON pointer into the organization's file; undefined for a value that is only supposed
 */
export function statedFigure<T>(
  id: string,
  value: T,
  { organizationFile }: Pick<Portfolio, 'organizationFile'>,
  at: string | undefined,
): NamedFigure<T> {
  if (at === undefined) return { id, figure: assumed(value, 'what-if') }
  return {
    id,
    figure: organizationFile === null ? assumed(value, 'organization') : observed(value, organizationFile, at),
  }
}
