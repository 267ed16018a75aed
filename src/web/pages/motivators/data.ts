import { useAnswer } from '#web/load.ts'
import type { FigureBody } from '#web/figure.ts'

export type Bar = {
  readonly motivator: string
  readonly statement: string
  readonly from: number
  readonly to: number
  readonly state: string
  readonly evidence: string
  readonly people: FigureBody<number>
  readonly strength: FigureBody<number>
}

export type Matrix = {
  readonly asOf: string
  readonly area: string | null
  readonly areas: readonly string[]
  readonly levels: readonly string[]
  readonly level: FigureBody<number>
  readonly rows: readonly { readonly kind: string; readonly label: string; readonly bars: readonly Bar[] }[]
  readonly isWithholding: boolean
  readonly conversations: number
}

export const useMatrix = (area: string | undefined) => useAnswer<Matrix>('/api/v1/motivators', { area })
