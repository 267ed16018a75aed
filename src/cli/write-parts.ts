/** Writes what is made piece by piece, to a file or to standard output. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { fail } from '#domain/problem.ts'
import type { Terminal } from './terminal.ts'

/** Throws `output-unwritable`. */
export async function writeParts(parts: AsyncIterable<string>, file: string | null, terminal: Terminal): Promise<void> {
  if (file === null) {
    for await (const part of parts) await terminal.write(part)
    return
  }
  const descriptor = openForWriting(file)
  try {
    for await (const part of parts) writeSync(descriptor, part)
  } finally {
    closeSync(descriptor)
  }
}

function openForWriting(file: string): number {
  try {
    return openSync(file, 'w', 0o600)
  } catch (error) {
    return fail({ code: 'output-unwritable', path: file, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}
