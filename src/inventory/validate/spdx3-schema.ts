/** The classes of SPDX 3.0 with all that they inherit. */

import { classes, type ModelClass } from './spdx3-model.ts'

export type Property = {
  /** A class, a vocabulary or a data type. */
  readonly range: string
  readonly isRequired: boolean
  readonly isMany: boolean
}

export type ClassSchema = { readonly isAbstract: boolean; readonly properties: ReadonlyMap<string, Property> }

const known = new Map<string, ClassSchema>()

/** Undefined for what is no class. */
export function schemaOf(name: string): ClassSchema | undefined {
  const found = known.get(name)
  if (found !== undefined) return found
  if (!Object.hasOwn(classes, name)) return undefined
  const properties = new Map<string, Property>()
  for (const { properties: own, required = [] } of lineOf(name).toReversed()) {
    for (const [key, written] of Object.entries(own)) properties.set(key, propertyOf(written))
    for (const key of required) {
      const inherited = properties.get(key)
      if (inherited !== undefined) properties.set(key, { ...inherited, isRequired: true })
    }
  }
  const schema = { isAbstract: classes[name]?.isAbstract === true, properties }
  known.set(name, schema)
  return schema
}

export function isSubclass(name: string, ancestor: string): boolean {
  for (let at: string | null | undefined = name; at; at = classes[at]?.parent) if (at === ancestor) return true
  return false
}

/** A class and those above it. */
function lineOf(name: string): readonly ModelClass[] {
  const line: ModelClass[] = []
  for (let at: string | null | undefined = name; at; at = classes[at]?.parent) {
    const found = classes[at]
    if (found !== undefined) line.push(found)
  }
  return line
}

function propertyOf(written: string): Property {
  const mark = /[?*+]$/.exec(written)?.[0] ?? ''
  return {
    range: mark === '' ? written : written.slice(0, -1),
    isRequired: mark === '' || mark === '+',
    isMany: mark === '*' || mark === '+',
  }
}
