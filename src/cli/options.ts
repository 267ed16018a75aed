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

/** The values of an option that may be given more than once. */
export function listOption({ options }: CommandInput, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** A day that exists; throws `usage`. */
export function dayOption(input: CommandInput, name: string, flag: string): string | undefined {
  const text = textOption(input, name)
  if (text === undefined) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  return isDay ? text : fail({ code: 'usage', what: `${flag} ${text}: a day is needed, as YYYY-MM-DD` })
}
