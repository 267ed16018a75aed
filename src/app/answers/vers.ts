import { parseVers, versContains, versFromNative } from '#ecosystems/vers.ts'
import { optionalTextField, textField, type Answerer } from './line.ts'

/** Takes `range` in vers form, or `ecosystem` with its `native` range. */
export const answerVersParse: Answerer = (line) => {
  const native = optionalTextField(line, 'native')
  const parsed =
    native === null ? parseVers(textField(line, 'range')) : versFromNative(textField(line, 'ecosystem'), native)
  if (!parsed.ok) return parsed
  const constraints = parsed.range.constraints.map(({ operator, version }) => ({ comparator: operator, version }))
  return { ok: true, canonical: parsed.canonical, constraints }
}

export const answerVersContains: Answerer = (line) => {
  const range = textField(line, 'range')
  const contains = versContains(range, textField(line, 'version'))
  if (contains !== undefined) return { ok: true, contains }
  return { ok: false, code: 'invalid-vers', message: `"${range}" is not a vers range.` }
}
