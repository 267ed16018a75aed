import { useAnswer } from '#web/load.ts'
import type { ContributionSection } from '#web/sections.ts'

export const useContributions = () => useAnswer<ContributionSection>('/api/v1/contributions')
