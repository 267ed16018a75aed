/**
 * The contract of a command. Command files are light: what is heavy is imported inside `run`, so that `--help` and
 * `--version` answer at once.
 */

import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import type { Terminal } from './terminal.ts'

export type CommandOption = {
  /** As commander writes them: `-o, --output <format[=file]>`. */
  readonly flags: string
  readonly describe: (words: Words) => string
  /** The option may be given more than once; its value is then a list. */
  readonly repeatable?: boolean
}

export type CommandContext = {
  readonly terminal: Terminal
  readonly words: Words
  readonly language: Language
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What to do when the person interrupts, instead of ending at once with exit code 130. */
  readonly onInterrupt: (stop: () => void) => void
}

export type CommandInput = {
  readonly positional: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

export type Command = {
  /** The words that call it: `['data', 'import']`. */
  readonly path: readonly [string, ...string[]]
  readonly summary: (words: Words) => string
  /** As commander writes them: `[paths...]`, `<figure>`. */
  readonly arguments: readonly string[]
  readonly options: readonly CommandOption[]
  /** Returns the exit code. Throws `ProblemError` when it cannot do what was asked. */
  readonly run: (input: CommandInput, context: CommandContext) => Promise<number>
}

export function defineCommand(command: Command): Command {
  return command
}
