import { useAnswer } from '#web/load.ts'
import type { Use } from '#web/rows.ts'
import type { VulnerabilitySection } from '#web/sections.ts'

export const useVulnerabilities = () => useAnswer<VulnerabilitySection>('/api/v1/vulnerabilities')
export const findingsPath = '/api/v1/findings'

/** Everything an advisory reaches, with the way to it. */
export function useReach(advisory: string) {
  return useAnswer<{ readonly items: readonly Use[] }>('/api/v1/where-used', { advisory, limit: 500 })
}
