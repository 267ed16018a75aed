/** Options that several commands share. */

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
