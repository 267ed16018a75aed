import { useAnswer } from '#web/load.ts'
import type { HealthSection } from '#web/sections.ts'

export const useHealth = () => useAnswer<HealthSection>('/api/v1/health')
