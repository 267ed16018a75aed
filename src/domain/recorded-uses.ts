/**
 * Where something is used, as figures that are not kept: the places stand in what was read, so they are made when somebody
 * asks. Chains name the first places themselves, and one of these figures for the rest: a figure that names ten thousand
 * products under each of twenty thousand packages would outweigh everything else that is kept.
 */

import type { FigureId } from './figure.ts'
import type { ProductId } from './organization.ts'
import type { PurlText } from './part.ts'

/** How many places or uses a kept figure names itself. */
export const mostNamedUses = 20

const usesPrefix = 'recorded/uses/'
const usePrefix = 'recorded/use/'

/** How many products use a package, or a version of it; its inputs are the uses. */
export function usesFigureId(purl: PurlText): FigureId {
  return usesPrefix + purl
}

/** The places at which the documents of a product name a package, or a version of it. */
export function useInProductFigureId(product: ProductId, purl: PurlText): FigureId {
  return `${usePrefix}${product}/${purl}`
}

/** @returns undefined for the id of another figure; no product means every product */
export function recordedUseOf(
  id: FigureId,
): { readonly product: ProductId | null; readonly purl: PurlText } | undefined {
  if (id.startsWith(usesPrefix)) return { product: null, purl: id.slice(usesPrefix.length) }
  if (!id.startsWith(usePrefix)) return undefined
  const start = id.indexOf('/pkg:', usePrefix.length)
  return start < 0 ? undefined : { product: id.slice(usePrefix.length, start), purl: id.slice(start + 1) }
}
