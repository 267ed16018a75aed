import { defineJob } from '#app/job.ts'
import { reassess } from '#app/reassess.ts'

export const job = defineJob<null>({
  id: 'assess-organization',
  label: 'Assess the whole organization again',
  priority: 'background',
  mostAttempts: 5,
  run: (_input, context) => reassess(context),
})
