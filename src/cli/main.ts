#!/usr/bin/env node
/** The command's entry: answers `--version` at once, finds the command, and turns problems into words and exit codes. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import { languageOf } from '#text/language.ts'

const internalError = 70
const interrupted = 130

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`headwater … | head`): nobody is left to tell.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const isVersionAsked = process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')
if (isVersionAsked) process.stdout.write(`headwater ${version()}\n`)
else process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<number> {
  const { openTerminal } = await import('./terminal.ts')
  const { loadWords } = await import('#text/load-words.ts')
  const language = languageOf(
    flagValue(argv, '--language') ??
      process.env['HEADWATER_LANGUAGE'] ??
      process.env['LC_ALL'] ??
      process.env['LANG'] ??
      '',
  )
  const words = await loadWords(language)
  const environment = argv.includes('--no-color') ? { ...process.env, NO_COLOR: '1' } : process.env
  const terminal = openTerminal(process.stdout, process.stderr, process.stdin, environment)
  let stop = (): void => process.exit(interrupted)
  process.once('SIGINT', () => stop())
  const onInterrupt = (handler: () => void): void => {
    stop = handler
  }
  const { runProgram } = await import('./program.ts')
  try {
    return await runProgram(argv, version(), { terminal, words, language, environment, onInterrupt })
  } catch (error) {
    if (error instanceof ProblemError) {
      const { exitCodes } = await import('#domain/problem.ts')
      const { problemText } = await import('./problem-text.ts')
      terminal.say(problemText(error.problem, words))
      return exitCodes[error.problem.code]
    }
    const { randomUUID } = await import('node:crypto')
    const id = randomUUID()
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    terminal.say(`${words.cli.bug(id)}\n${detail}`)
    return internalError
  }
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const index = argv.indexOf(flag)
  if (index >= 0) return argv[index + 1]
  return argv.find((argument) => argument.startsWith(`${flag}=`))?.slice(flag.length + 1)
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}
