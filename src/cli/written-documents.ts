/** Hands over documents that were written, and tells a person what could not be kept. */

import { targetIds, type Loss, type LossKind, type WrittenDocument } from '#app/convert-file.ts'
import { writeOutput } from '#app/write-report.ts'
import { fail } from '#domain/problem.ts'
import type { Words } from '#text/words.ts'
import type { CommandContext, CommandInput } from './command.ts'
import { readOutputs, type Output } from './outputs.ts'

/** Throws `usage` when no target is named. */
export function readTargets({ output }: CommandInput['options']): readonly Output<string>[] {
  const outputs = readOutputs({ output }, targetIds)
  return outputs.length > 0 ? outputs : fail({ code: 'usage', what: `-o is missing: ${targetIds.join(', ')}` })
}

/**
 * @param files where each document goes; null is standard output
 * @param json takes the place of a document on standard output
 */
export async function deliver(
  written: readonly WrittenDocument[],
  files: readonly (string | null)[],
  json: Readonly<Record<string, unknown>> | undefined,
  { terminal, words }: Pick<CommandContext, 'terminal' | 'words'>,
): Promise<void> {
  for (const [index, { text, label, lost }] of written.entries()) {
    const file = files[index] ?? null
    if (file !== null) {
      writeOutput(file, text)
      terminal.say(words.cli.written(file))
    } else if (json === undefined) await terminal.write(text)
    if (lost.length > 0) terminal.say(lossText(label, lost, words))
  }
  if (json !== undefined) await terminal.write(`${JSON.stringify(json, null, 2)}\n`)
}

const shownPlaces = 3

/** One line for each kind of loss, with the first places: thousands of parts may lack the same thing. */
function lossText(label: string, lost: readonly Loss[], words: Words): string {
  const byKind = new Map<LossKind, Loss[]>()
  for (const loss of lost) {
    const list = byKind.get(loss.what)
    if (list === undefined) byKind.set(loss.what, [loss])
    else list.push(loss)
  }
  const lines = [...byKind].map(([what, losses]) => {
    const places = losses
      .slice(0, shownPlaces)
      .map(placeText)
      .filter((place) => place !== '')
    return `  ${words.conversion.losses[what]}: ${words.conversion.places(losses.length, places)}`
  })
  return [words.conversion.cannotHold(label), ...lines].join('\n')
}

function placeText({ where, detail }: Loss): string {
  return [where, detail === undefined ? '' : `(${detail})`].filter((text) => text !== '').join(' ')
}
