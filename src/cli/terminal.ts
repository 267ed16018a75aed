/** Where results and everything else go: results on standard output, everything else on standard error. */

import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

export type Terminal = {
  /** Writes a result; waits while the reader is slow. */
  readonly write: (text: string) => Promise<void>
  /** Writes a message for a person to standard error. */
  readonly say: (text: string) => void
  readonly input: Readable
  readonly hasColor: boolean
  /** Standard error is a terminal: progress bars may be drawn. */
  readonly hasProgress: boolean
  /** Standard output is a terminal. */
  readonly isInteractive: boolean
  readonly width: number
}

export function openTerminal(
  output: Writable & { isTTY?: boolean; columns?: number },
  errors: Writable & { isTTY?: boolean },
  input: Readable,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isInteractive = output.isTTY === true
  return {
    write: async (text) => {
      if (!output.write(text)) await once(output, 'drain')
    },
    say: (text) => void errors.write(text.endsWith('\n') || text.endsWith('\r') ? text : `${text}\n`),
    input,
    hasColor: isInteractive && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
    hasProgress: errors.isTTY === true && environment['CI'] === undefined && environment['TERM'] !== 'dumb',
    isInteractive,
    width: Math.max(60, Math.min(output.columns ?? 100, 140)),
  }
}
