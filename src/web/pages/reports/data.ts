import { useAnswer } from '#web/load.ts'

export type Reports = {
  readonly items: readonly { readonly id: string; readonly title: string; readonly writtenAt: string; readonly href: string }[]
}

export const useReports = () => useAnswer<Reports>('/api/v1/reports')
