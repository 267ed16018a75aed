import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer } from '#web/load.ts'
import type { ProductPart, ProductRow } from '#web/rows.ts'

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
