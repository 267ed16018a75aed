/** The language of a file, by its name or its first line. */

import type { LanguageName } from './language-syntaxes.ts'
import { extensionLanguages, fileNameLanguages, interpreterLanguages } from './languages.generated.ts'

const byExtension: Readonly<Record<string, LanguageName>> = extensionLanguages
const byFileName: Readonly<Record<string, LanguageName>> = fileNameLanguages
const byInterpreter: Readonly<Record<string, LanguageName>> = interpreterLanguages

/** The language by the name of a file alone; undefined for what is no program, or has no telling name. */
export function languageOfPath(path: string): LanguageName | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const known = Object.hasOwn(byFileName, name) ? byFileName[name] : undefined
  if (known !== undefined) return known
  const dot = name.lastIndexOf('.')
  if (dot === -1) return undefined
  const extension = name.slice(dot).toLowerCase()
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined
}

/** The language by the first line of a script, for files without an extension. */
export function languageOfFirstLine(line: string): LanguageName | undefined {
  if (!line.startsWith('#!')) return undefined
  const words = line.slice(2).trim().split(/\s+/)
  const program = words[0]?.split('/').at(-1)
  const interpreter = program === 'env' ? words.slice(1).find((word) => !/^-|=/.test(word)) : program
  const name = interpreter?.replace(/[\d.]+$/, '')
  return name !== undefined && Object.hasOwn(byInterpreter, name) ? byInterpreter[name] : undefined
}
