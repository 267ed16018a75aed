/** The figure that tells how many entries of a document were taken: the last step of a chain before the bytes. */

import type { FigureId } from './figure.ts'
import type { ProductId } from './organization.ts'
import type { Portfolio, PortfolioDocument } from './portfolio.ts'

/** `inventory/document/PRODUCT/PATH`: two products may each hand in a `bom.json`. Slashes of the product's id are escaped. */
export function documentFigureId(product: ProductId, path: string): FigureId {
  return `inventory/document/${product.replaceAll('%', '%25').replaceAll('/', '%2F')}/${path}`
}

/** Of a document of a portfolio, which names its product by number. */
export function figureOfDocument(
  { organization }: Pick<Portfolio, 'organization'>,
  { product, path }: Pick<PortfolioDocument, 'product' | 'path'>,
): FigureId {
  return documentFigureId(organization.products[product]?.id ?? '', path)
}

/** @param subject what follows `inventory/document/` */
export function productOfDocumentFigure(subject: string): ProductId {
  return (subject.split('/', 1)[0] ?? '').replaceAll('%2F', '/').replaceAll('%25', '%')
}
