import { useAnswer } from '#web/load.ts'
import type { InventorySection } from '#web/sections.ts'

export const useInventory = () => useAnswer<InventorySection>('/api/v1/inventory')
export const productsPath = '/api/v1/products'
export const packagesPath = '/api/v1/packages'
