import type { Static } from 'typebox'
import type { motivatorMatrix } from '#api/motivators.ts'
import { useAnswer } from '#web/load.ts'

export type Matrix = Static<typeof motivatorMatrix>
export type Bar = Matrix['rows'][number]['bars'][number]

export const useMatrix = (area: string | undefined) => useAnswer<Matrix>('/api/v1/motivators', { area })
