/** One line of a pipe, in and out: the contract of the machine-readable commands. */

export type Line = Readonly<Record<string, unknown>>
export type Refused = { readonly ok: false; readonly code: string; readonly message: string }
export type Answer = Refused | ({ readonly ok: true } & Readonly<Record<string, unknown>>)

/** Answers one line; throws `FieldError` when a field has the wrong type, nothing else. */
export type Answerer = (line: Line) => Answer

export class FieldError extends Error {
  constructor(name: string, expected: string) {
    super(`The field "${name}" must be ${expected}.`)
    this.name = 'FieldError'
  }
}

export function textField(line: Line, name: string): string {
  const value = line[name]
  if (typeof value !== 'string') throw new FieldError(name, 'a string')
  return value
}

export function optionalTextField(line: Line, name: string): string | null {
  const value = line[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new FieldError(name, 'a string or null')
  return value
}

/** An object whose values are strings, or null when absent. */
export function optionalTextMapField(line: Line, name: string): Readonly<Record<string, string>> | null {
  const value = line[name]
  if (value === undefined || value === null) return null
  if (
    typeof value !== 'object' ||
    Array.isArray(value) ||
    !Object.values(value).every((entry) => typeof entry === 'string')
  ) {
    throw new FieldError(name, 'an object of strings or null')
  }
  return value as Record<string, string>
}

/** An object of yes-or-no options; absent ones stay absent. */
export function flagsField<Name extends string>(
  line: Line,
  name: string,
  names: readonly Name[],
): Partial<Record<Name, boolean>> {
  const value = line[name]
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object') throw new FieldError(name, 'an object')
  const flags: Partial<Record<Name, boolean>> = {}
  for (const flag of names) {
    const given = (value as Record<string, unknown>)[flag]
    if (given === undefined || given === null) continue
    if (typeof given !== 'boolean') throw new FieldError(`${name}.${flag}`, 'true or false')
    flags[flag] = given
  }
  return flags
}
