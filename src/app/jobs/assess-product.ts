import { assessUploads } from '#app/assess-uploads.ts'
import { defineJob } from '#app/job.ts'

export const job = defineJob<{ readonly product: string }>({
  id: 'assess-product',
  label: 'Assess what was read of a product',
  priority: 'upload',
  mostAttempts: 20,
  run: ({ product }, context) => assessUploads(product, context),
})
