import { useAnswer } from '#web/load.ts'
import type { InventorySection, VulnerabilitySection } from '#web/sections.ts'

export const useInventory = () => useAnswer<InventorySection>('/api/v1/inventory')
export const useVulnerabilities = () => useAnswer<VulnerabilitySection>('/api/v1/vulnerabilities')
