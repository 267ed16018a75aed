/** Options that several commands share. */

import { fail } from '#domain/problem.ts'
import type { CommandInput, CommandOption } from './command.ts'

export const homeOption: CommandOption = { flags: '--home <dir>', describe: (words) => words.cli.options.home }
export const jsonOption: CommandOption = { flags: '--json', describe: (words) => words.cli.options.json }
export const offlineOption: CommandOption = { flags: '--offline', describe: (words) => words.cli.options.offline }
export const outputOption: CommandOption = {
  flags: '-o, --output <format[=file]>',
  describe: (words) => words.cli.options.output,
  repeatable: true,
}

export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** A whole number of at most six digits; throws `usage`. */
export function countOption(input: CommandInput, name: string, fallback: number): number {
  const text = textOption(input, name)
  if (text === undefined) return fallback
  return /^\d{1,6}$/.test(text)
    ? Number(text)
    : fail({ code: 'usage', what: `--${name} ${text}: a whole number is needed` })
}

/** The values of an option that may be given several times. */
export function listOption({ options }: CommandInput, name: string): readonly string[] {
  const values = options[name]
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}
