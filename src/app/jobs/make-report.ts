import { defineJob } from '#app/job.ts'
import { makeReport } from '#app/make-report.ts'
import type { ReportToMake } from '#app/report-names.ts'

export const job = defineJob<ReportToMake>({
  id: 'make-report',
  label: 'Make a report of an assessment',
  priority: 'usual',
  mostAttempts: 5,
  run: (input, context) => makeReport(input, context),
})
