/** The class of an AI model in the Model Openness Framework, from a description file in the framework's own form. */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fail } from '#domain/problem.ts'
import { mofClass, type ModelClass } from '#licensing/model-class.ts'
import { readModelDescription } from '#licensing/model-description.ts'
import { loadLicenseTables } from '#sources/license-content.ts'

export type ModelAnswer = ModelClass & { readonly name: string }

/** Throws `path-missing`, `path-unreadable`, and `not-recognised` for a file that describes no model. */
export function classOfModel(path: string): ModelAnswer {
  const description = readModelDescription(valueOf(path))
  if (description === undefined) return fail({ code: 'not-recognised', path })
  return { name: description.name, ...mofClass(description, loadLicenseTables()) }
}

function valueOf(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(code === 'ENOENT' ? { code: 'path-missing', path } : { code: 'path-unreadable', path, reason: code })
  }
  try {
    return parse(text, { maxAliasCount: 100 })
  } catch {
    return fail({ code: 'not-recognised', path })
  }
}
