/** Everything that is refused or fails, as RFC 9457 has it, with the product's own code. */

import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemBody } from '#api/common.ts'
import { httpStatuses, ProblemError, type Problem } from '#domain/problem.ts'
import type { Words } from '#text/words.ts'

/** What can go wrong at the door itself, before any use case is asked. */
export type DoorCode = keyof Words['server']['refusals']

const doorStatuses: Readonly<Record<DoorCode, number>> = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'body-too-large': 413,
  'body-unreadable': 400,
  misdirected: 421,
  'too-many-requests': 429,
  internal: 500,
}

export async function sendRefusal(reply: FastifyReply, code: DoorCode, words: Words, detail?: string): Promise<void> {
  if (code === 'not-signed-in') reply.header('www-authenticate', 'Bearer realm="headwater"')
  await sendProblem(reply, doorStatuses[code], code, words.server.refusals[code], detail)
}

/** Tells a problem, a mistake in the request and a bug apart; of a bug nothing but its id goes out. */
export async function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  words: Words,
): Promise<void> {
  if (error instanceof ProblemError) {
    const { code } = error.problem
    if (error.problem.code === 'sign-in-throttled') reply.header('retry-after', error.problem.seconds)
    if (error.problem.code === 'store-unavailable' || error.problem.code === 'store-busy') {
      // Where the database is concerns nobody who asks over the network, and it may be back at once.
      reply.header('retry-after', 2)
      return sendProblem(reply, httpStatuses[code], code, words.cli.problemCodes[code])
    }
    const { what, next } = (words.problems[code] as (problem: Problem) => { what: string; next: string })(error.problem)
    return sendProblem(reply, httpStatuses[code], code, what, next)
  }
  const { validation, validationContext, statusCode, code } = error as FastifyError
  if (validation !== undefined) {
    const [first] = validation
    const place = `${validationContext ?? 'body'}${first?.instancePath ?? ''}`
    return sendProblem(reply, 400, 'usage', words.server.invalid, `${place} ${first?.message ?? ''}`.trimEnd())
  }
  if (statusCode === 413 || tooLarge.has(code)) return sendRefusal(reply, 'body-too-large', words)
  if (statusCode === 429) return sendRefusal(reply, 'too-many-requests', words)
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return sendRefusal(reply, 'body-unreadable', words)
  const id = randomUUID()
  request.log.error({ err: error, bug: id }, 'bug')
  return sendRefusal(reply, 'internal', words, words.cli.bug(id))
}

const tooLarge = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT'])

async function sendProblem(
  reply: FastifyReply,
  status: number,
  code: string,
  title: string,
  detail?: string,
): Promise<void> {
  const body: ProblemBody = {
    type: `urn:headwater:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined || detail === '' ? {} : { detail }),
    instance: `urn:headwater:request:${reply.request.id}`,
  }
  await reply
    .code(status)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body)
}
