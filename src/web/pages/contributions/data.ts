import { useAnswer, type Area } from '#web/load.ts'
import type { ContributionSection } from '#web/sections.ts'

export const useContributions = () => useAnswer<Area<ContributionSection>>('/api/v1/contribution')
