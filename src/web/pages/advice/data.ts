import { useAnswer } from '#web/load.ts'

export type Advice = {
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly why: string
    readonly to: string | null
    readonly command: string | null
  }[]
}

export const useAdvice = () => useAnswer<Advice>('/api/v1/advice')
