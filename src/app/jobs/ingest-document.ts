import { defineJob } from '#app/job.ts'
import { ingestDocument } from '#app/ingest-document.ts'
import { markFailed } from '#store/uploads.ts'

/** Killed and restarted processes count as attempts too, and an acknowledged document must outlive many of them. */
const mostAttempts = 20

export const job = defineJob<{ readonly token: string }>({
  id: 'ingest-document',
  label: 'Read a document that was handed in',
  priority: 'upload',
  mostAttempts,
  run: ({ token }, context) => ingestDocument(token, context),
  giveUp: (inside, { token }, error) => markFailed(inside, token, { code: error }),
})
