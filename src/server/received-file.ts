/** A document out of a request: its raw body, or the one file of a form with the form's other fields. */

import type { FastifyRequest } from 'fastify'
import type { ReceivedFile } from './route.ts'

export type ReceivedForm = {
  readonly file: ReceivedFile | null
  readonly fields: Readonly<Record<string, string>> | undefined
}

export async function receive(request: FastifyRequest): Promise<ReceivedForm> {
  if (!request.isMultipart()) {
    const bytes = request.body
    const isThere = bytes instanceof Uint8Array && bytes.length > 0
    return { file: isThere ? { name: null, bytes } : null, fields: undefined }
  }
  const fields: Record<string, string> = {}
  let file: ReceivedFile | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file')
        file = { name: part.filename === '' ? null : part.filename, bytes: await part.toBuffer() }
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value
    }
  } catch (error) {
    // A form that breaks off or has no parts comes without a status, and is a mistake of who sent it.
    throw error instanceof Error && !('statusCode' in error) ? Object.assign(error, { statusCode: 400 }) : error
  }
  return { file, fields }
}
