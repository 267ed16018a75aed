import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer } from '#web/load.ts'
import type { ProductPart, ProductRow } from '#web/rows.ts'

export type ProductAnswer = ProductRow & { readonly dependencies?: readonly ProductPart[] }

export function useProduct(id: string): UseQueryResult<ProductRow> {
  return useAnswer<ProductRow>(`/api/v1/products/${encodeURIComponent(id)}`)
}

export function useProductParts(id: string): UseQueryResult<{ readonly items: readonly ProductPart[] }> {
  return useAnswer<{ readonly items: readonly ProductPart[] }>(`/api/v1/products/${encodeURIComponent(id)}/parts`)
}

export const findingsPath = '/api/v1/findings'
