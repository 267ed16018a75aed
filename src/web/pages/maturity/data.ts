import { useAnswer } from '#web/load.ts'
import type { MaturitySection } from '#web/sections.ts'

export const useMaturity = () => useAnswer<MaturitySection>('/api/v1/maturity')
