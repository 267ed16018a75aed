/** Builds the command tree from the registry and runs the command that was called. */

import { Command as CommanderCommand, CommanderError, Option } from 'commander'
import { fail } from '#domain/problem.ts'
import type { Command, CommandContext } from './command.ts'
import { commands } from './commands.generated.ts'

/** @returns the exit code of the command; 0 for help, 2 (through a `usage` problem) for wrong use */
export async function runProgram(argv: readonly string[], version: string, context: CommandContext): Promise<number> {
  let exitCode = 0
  const program = emptyCommand('headwater', context)
  program.version(`headwater ${version}`, '-V, --version')
  program.description(context.words.cli.about)
  program.addHelpText('after', `\n${context.words.cli.helpAfter}`)
  for (const command of commands) {
    add(program, command, context, (code) => {
      exitCode = code
    })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0 && error.code !== 'commander.help')
      fail({ code: 'usage', what: error.message.replace(/^error: /, '') })
    return error.code === 'commander.help' && argv.length > 0 ? 2 : 0
  }
  return exitCode
}

function add(program: CommanderCommand, command: Command, context: CommandContext, done: (code: number) => void): void {
  const parent = command.path.slice(0, -1).reduce((above, name) => childNamed(above, name, context), program)
  const leaf = emptyCommand(command.path.at(-1) ?? '', context)
  leaf.description(command.summary(context.words))
  for (const argument of command.arguments) leaf.argument(argument)
  for (const { flags, describe, repeatable } of [...command.options, ...everywhere]) {
    const option = new Option(flags, describe(context.words))
    if (repeatable === true)
      option.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value])
    leaf.addOption(option)
  }
  leaf.action(async (...received: unknown[]) => {
    const positional = received.slice(0, command.arguments.length).flat() as (string | undefined)[]
    const input = { positional: positional.filter((value) => value !== undefined), options: leaf.opts() }
    done(await command.run(input, context))
  })
  parent.addCommand(leaf)
}

const everywhere: Command['options'] = [
  { flags: '--language <code>', describe: (words) => words.cli.options.language },
  { flags: '--no-color', describe: (words) => words.cli.options.noColor },
]

function childNamed(parent: CommanderCommand, name: string, context: CommandContext): CommanderCommand {
  const existing = parent.commands.find((child) => child.name() === name)
  if (existing !== undefined) return existing
  const child = emptyCommand(name, context)
  const groups: Readonly<Record<string, string>> = context.words.cli.groups
  child.description(groups[name] ?? '')
  parent.addCommand(child)
  return child
}

function emptyCommand(name: string, context: CommandContext): CommanderCommand {
  const command = new CommanderCommand(name)
  command.exitOverride()
  command.configureOutput({
    writeOut: (text) => void process.stdout.write(text),
    // What is wrong is said once, at the edge, with what to do next.
    writeErr: () => undefined,
    getOutHelpWidth: () => context.terminal.width,
  })
  return command
}
