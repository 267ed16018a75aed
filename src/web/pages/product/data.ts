import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer } from '#web/load.ts'
import type { Result } from '#web/live/document-outcome.tsx'
import type { FindingRow, ProductPart, ProductRow } from '#web/rows.ts'

export type ProductAnswer = {
  readonly product: ProductRow
  readonly parts: readonly ProductPart[]
  /** `found` = `taken` + `refused`. */
  readonly documents: readonly {
    readonly path: string
    readonly found: number
    readonly taken: number
    readonly refused: number
    readonly figure: string
  }[]
}

export function useProduct(id: string): UseQueryResult<ProductAnswer> {
  return useAnswer<ProductAnswer>(`/api/v1/products/${encodeURIComponent(id)}`)
}

export type HandedDocument = Pick<Result, 'state' | 'code' | 'document'> & {
  readonly token: string
  readonly path: string
  readonly receivedAt: string
  readonly analyzedAt: string | null
  readonly found: (NonNullable<Result['found']> & { readonly undecided: number }) | null
}

export type FoundPart = { readonly purl: string | null; readonly name: string; readonly version: string | null }
export type FoundFinding = FoundPart & Pick<FindingRow, 'id' | 'severity' | 'score' | 'summary' | 'fixed'>

export type ProductDocuments = {
  readonly product: Pick<ProductRow, 'id' | 'name' | 'unit' | 'origin'> & {
    readonly isHandedIn: boolean
    readonly mayRemove: boolean
  }
  readonly documents: readonly HandedDocument[]
  readonly found: {
    readonly analyzedAt: string
    readonly parts: readonly FoundPart[]
    readonly findings: readonly FoundFinding[]
  } | null
}

/** What was handed in for it; also of a product that the last assessment does not hold. */
export function useProductDocuments(id: string): UseQueryResult<ProductDocuments> {
  return useAnswer<ProductDocuments>(`/api/v1/products/${encodeURIComponent(id)}/documents`)
}
