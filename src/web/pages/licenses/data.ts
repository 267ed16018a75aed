import { useAnswer } from '#web/load.ts'
import type { LicenseSection } from '#web/sections.ts'

export const useLicenses = () => useAnswer<LicenseSection>('/api/v1/licenses')
