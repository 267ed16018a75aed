/**
 * Plain pipes: one JSON line in, exactly one JSON line out, in order, streaming. A bad line gives `ok: false` and the
 * stream goes on. Exit code 0 when every line was answered, 3 when some were not.
 */

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { FieldError, type Answer, type Answerer, type Line } from '#app/answers/line.ts'
import { fail } from '#domain/problem.ts'
import { defineCommand, type Command, type CommandContext } from './command.ts'

/**
 * @param file a path, or undefined or `-` for standard input
 * @param firstField the field that a plain string line stands for
 */
export async function runPipe(
  context: CommandContext,
  file: string | undefined,
  firstField: string,
  answer: Answerer,
): Promise<number> {
  const input = file === undefined || file === '-' ? context.terminal.input : await open(file)
  let isComplete = true
  let pending = ''
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text.trim() === '') continue
    const result = answerTo(text, firstField, answer)
    if (!result.ok) isComplete = false
    pending += `${JSON.stringify(result)}\n`
    if (pending.length > 65_536 || context.terminal.isInteractive) {
      await context.terminal.write(pending)
      pending = ''
    }
  }
  if (pending !== '') await context.terminal.write(pending)
  return isComplete ? 0 : 3
}

function answerTo(text: string, firstField: string, answer: Answerer): Answer {
  const line = parseLine(text, firstField)
  if (line === undefined)
    return { ok: false, code: 'not-json', message: 'The line is neither a JSON object nor a plain string.' }
  try {
    return answer(line)
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, code: 'wrong-type', message: error.message }
    throw error
  }
}

function parseLine(text: string, firstField: string): Line | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{') && !trimmed.startsWith('"')) return { [firstField]: trimmed }
  try {
    const value: unknown = JSON.parse(trimmed)
    if (typeof value === 'string') return { [firstField]: value }
    return typeof value === 'object' && value !== null ? (value as Line) : undefined
  } catch {
    return undefined
  }
}

async function open(file: string): Promise<Readable> {
  const stream = createReadStream(file)
  try {
    await once(stream, 'open')
    return stream
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(
      code === 'ENOENT' ? { code: 'path-missing', path: file } : { code: 'path-unreadable', path: file, reason: code },
    )
  }
}

/** A command that is nothing but a pipe; `load` imports the area that answers only when the command runs. */
export function definePipe(
  pipe: Pick<Command, 'path' | 'summary'> & { readonly firstField: string; readonly load: () => Promise<Answerer> },
): Command {
  return defineCommand({
    path: pipe.path,
    summary: pipe.summary,
    arguments: ['[file]'],
    options: [],
    run: async ({ positional }, context) => runPipe(context, positional[0], pipe.firstField, await pipe.load()),
  })
}
