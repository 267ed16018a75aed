/** `-o FORMAT[=FILE]`, repeatable; `--json` is `-o json`. */

import { fail } from '#domain/problem.ts'

export type Output<Format extends string> = {
  readonly format: Format
  /** Null is standard output. */ readonly file: string | null
}

/** Throws `usage` for an unknown format and for two outputs that would share standard output. */
export function readOutputs<Format extends string>(
  options: Readonly<Record<string, unknown>>,
  formats: readonly Format[],
): readonly Output<Format>[] {
  const given = (options['output'] as readonly string[] | undefined) ?? []
  const outputs = given.map((text) => readOutput(text, formats))
  if (options['json'] === true && !outputs.some(({ format, file }) => format === 'json' && file === null)) {
    outputs.push(readOutput('json', formats))
  }
  if (outputs.filter(({ file }) => file === null).length > 1) {
    fail({
      code: 'usage',
      what: 'Only one output can go to standard output; name a file for the others: -o html=report.html',
    })
  }
  return outputs
}

function readOutput<Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const [name = '', ...rest] = text.split('=')
  const format = formats.find((known) => known === name)
  if (format === undefined) return fail({ code: 'usage', what: `-o ${name}: known formats are ${formats.join(', ')}` })
  const file = rest.join('=')
  return { format, file: file === '' || file === '-' ? null : file }
}
