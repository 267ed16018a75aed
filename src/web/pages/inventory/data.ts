export { useOverview } from '#web/pages/home/data.ts'
export const productsPath = '/api/v1/products'
export const packagesPath = '/api/v1/packages'
