/** A YAML file that a person keeps: opened with lines, checked by a schema, refused with the place and what to change. */

import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '#domain/problem.ts'

/** A file kept by hand is never this large; what is larger is another file by mistake. */
const largestBytes = 5 * 1024 * 1024

export type ConfigProblem = Extract<Problem, { code: 'config-invalid' }>
export type YamlPath = readonly (string | number)[]

export type OpenedFile<T> =
  | { readonly ok: true; readonly value: T; readonly problemAt: (path: YamlPath, what: string) => ConfigProblem }
  | { readonly ok: false; readonly problem: ConfigProblem }

/** Confidential: a mistake is told by its line and by what may stand there, never by what stands there. */
export type OpenOptions = { readonly isConfidential?: boolean }

/**
 * @param name of the file, as the person named it; it stands in the problem
 * Of several errors the one nearest to the top is told, with the number of the others.
 */
export function openYaml<T>(
  bytes: Uint8Array,
  name: string,
  schema: z.ZodType<T>,
  { isConfidential = false }: OpenOptions = {},
): OpenedFile<T> {
  const refused = (where: string, what: string): OpenedFile<T> => ({
    ok: false,
    problem: { code: 'config-invalid', file: name, where, what },
  })
  if (bytes.length === 0) return refused('line 1', 'the file is empty')
  if (bytes.length > largestBytes) return refused('line 1', `the file is larger than ${largestBytes} bytes`)
  const text = decoded(bytes)
  if (text === undefined) return refused('line 1', 'the file is not UTF-8 text; save it as UTF-8')

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' })
  const syntax = document.errors[0]
  if (syntax !== undefined) {
    const what = isConfidential ? 'not valid YAML' : `not valid YAML: ${syntax.message}`
    return refused(`line ${lines.linePos(syntax.pos[0]).line}`, what)
  }
  const value = plainValue(document)
  if (value === undefined) return refused('line 1', 'aliases expand to more than is reasonable; write the values out')

  const placeOf = (path: YamlPath): { readonly line: number; readonly where: string } => {
    const line = lineOf(document, lines, path)
    return { line, where: path.length === 0 ? `line ${line}` : `line ${line}, ${spelled(path)}` }
  }
  const lineAlone = (path: readonly PropertyKey[]) => {
    const line = lineOf(
      document,
      lines,
      path.map((step) => (typeof step === 'number' ? step : String(step))),
    )
    return { line, where: `line ${line}` }
  }
  const parsed = schema.safeParse(value.plain, { reportInput: true })
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((error) =>
      error.code === 'unrecognized_keys' && isConfidential
        ? error.keys.map((key) => ({ what: 'a key that cannot stand here', ...lineAlone([...error.path, key]) }))
        : explained(error).map((each) => ({ ...each, ...placeOf(each.path) })),
    )
    errors.sort((a, b) => a.line - b.line)
    const [first, ...others] = errors
    const more = others.length === 0 ? '' : ` (and ${others.length} more further down)`
    return refused(first?.where ?? 'line 1', `${first?.what ?? 'does not follow the format'}${more}`)
  }
  return {
    ok: true,
    value: parsed.data,
    problemAt: (path, what) => ({ code: 'config-invalid', file: name, where: placeOf(path).where, what }),
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function plainValue(document: Document): { readonly plain: unknown } | undefined {
  try {
    return { plain: document.toJS({ maxAliasCount: 100 }) }
  } catch {
    return undefined
  }
}

/** The line of a value, or of the nearest thing around it that exists; for a key that is too many, of the key itself. */
function lineOf(document: Document, lines: LineCounter, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = keyOffset(document, path.slice(0, length)) ?? valueOffset(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

function keyOffset(document: Document, path: YamlPath): number | undefined {
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(around)) return undefined
  const pair = around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
  return pair !== undefined && isScalar(pair.key) ? pair.key.range?.[0] : undefined
}

function valueOffset(document: Document, path: YamlPath): number | undefined {
  const node = document.getIn(path, true) as Node | undefined
  return node?.range?.[0]
}

/** `products[2].criticality`. */
function spelled(path: YamlPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

type Explained = { readonly path: YamlPath; readonly what: string }

function explained(error: z.core.$ZodIssue): readonly Explained[] {
  const path = error.path.map((step) => (typeof step === 'number' ? step : String(step)))
  switch (error.code) {
    case 'unrecognized_keys':
      return error.keys.map((key) => ({
        path: [...path, key],
        what: `"${key}" is not a key that can stand here; see docs/organization-file.md`,
      }))
    case 'invalid_value':
      return [{ path, what: `must be ${error.values.map((value) => JSON.stringify(value)).join(' or ')}` }]
    case 'invalid_type':
      return [
        {
          path,
          what: `${error.input === undefined ? `"${String(path.at(-1))}" is missing; it ` : ''}must be ${plainType(error.expected)}`,
        },
      ]
    default:
      return [{ path, what: error.message }]
  }
}

function plainType(expected: string): string {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping of keys to values',
    boolean: 'true or false',
    number: 'a number',
  }
  return words[expected] ?? expected
}
