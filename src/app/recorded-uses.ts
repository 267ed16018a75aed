/** Figures of where something is used, made out of what was read when a chain comes to them. */

import { lift, unknown, type FigureId, type NamedFigure, type Source } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import { recordedUseOf, useInProductFigureId } from '#domain/recorded-uses.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { latestAssessment } from '#store/assessments.ts'
import { loadDocuments } from '#store/documents.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Times } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import { productsUsing } from '#store/uses.ts'

/**
 * As the latest assessment saw it.
 *
 * @param isSeen whether the reader may see the use in a product; every use is told without it
 * @returns undefined for the id of another figure, and before the first assessment
 */
export async function recordedUse(
  store: Store,
  id: FigureId,
  isSeen?: (use: FigureId) => Promise<boolean>,
): Promise<NamedFigure | undefined> {
  const asked = recordedUseOf(id)
  if (asked === undefined) return undefined
  const entry = await latestAssessment(store)
  if (entry === undefined) return undefined
  const times = { asOf: entry.asOf, knownAt: entry.knownAt }
  const { product, purl } = asked
  return {
    id,
    figure: product === null ? await usesOf(store, purl, times, isSeen) : await useIn(store, product, purl, times),
  }
}

async function usesOf(
  store: Store,
  purl: PurlText,
  times: Times,
  isSeen: ((use: FigureId) => Promise<boolean>) | undefined,
): Promise<NamedFigure['figure']> {
  const declared = new Set((await loadOrganization(store, times))?.products.map(({ id }) => id))
  const products = (await productsUsing(store, purl, (one) => isSame(one, purl), times)).filter((id) =>
    declared.has(id),
  )
  const inputs: FigureId[] = []
  for (const product of products) {
    const use = useInProductFigureId(product, purl)
    if (isSeen === undefined || (await isSeen(use))) inputs.push(use)
  }
  return lift(inputs.length, { id: 'recorded/uses', version: 1 }, inputs)
}

/** Its value is the number of places. */
async function useIn(store: Store, product: string, purl: PurlText, times: Times): Promise<NamedFigure['figure']> {
  const documents = await loadDocuments(store, { ...times, products: [product] })
  const [first, ...more] = documents.flatMap(({ evidence, document }) =>
    document.parts.flatMap((part): Source[] =>
      part.purl !== null && isSame(part.purl, purl) ? [{ kind: 'observed', evidence, at: part.at }] : [],
    ),
  )
  return first === undefined
    ? unknown('not-collected')
    : { known: true, value: 1 + more.length, from: [first, ...more] }
}

function isSame(purl: PurlText, asked: PurlText): boolean {
  return purl === asked || packageOf(purl) === asked
}
