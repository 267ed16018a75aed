/** The schema files of CycloneDX that come with an installed package. Read when asked for, once. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type JsonSchema = Readonly<Record<string, unknown>>

const require = createRequire(import.meta.url)

// Of 1.2 and 1.3 only the strict variants refuse fields that the format does not have, as later versions do by themselves.
const jsonSchemas: ReadonlyMap<string, string> = new Map([
  ['1.2', 'bom-1.2-strict'],
  ['1.3', 'bom-1.3-strict'],
  ['1.4', 'bom-1.4'],
  ['1.5', 'bom-1.5'],
  ['1.6', 'bom-1.6'],
  ['1.7', 'bom-1.7'],
])

const xmlVersions = new Set(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])

/** Schemas that JSON schemas refer to, by the name they use. */
const referenced = ['spdx', 'jsf-0.82', 'cryptography-defs'].map((name) => `${name}.SNAPSHOT.schema.json`)

/** The JSON schema of a CycloneDX version and those it refers to; undefined for a version without one. */
export const cycloneDxJsonSchemas = once((version) => {
  const name = jsonSchemas.get(version)
  if (name === undefined) return undefined
  return {
    main: readJson(`${name}.SNAPSHOT.schema.json`),
    referenced: referenced.map((file) => ({ name: file, schema: readJson(file) })),
  }
})

/** The XML schema of a CycloneDX version as text and those it imports; undefined for a version without one. */
export const cycloneDxXmlSchemas = once((version) => {
  if (!xmlVersions.has(version)) return undefined
  const name = 'spdx.SNAPSHOT.xsd'
  return { main: readText(`bom-${version}.SNAPSHOT.xsd`), imported: [{ name, text: readText(name) }] }
})

function once<T>(read: (version: string) => T): (version: string) => T {
  const known = new Map<string, T>()
  return (version) => {
    const earlier = known.get(version)
    if (earlier !== undefined) return earlier
    const found = read(version)
    known.set(version, found)
    return found
  }
}

function readJson(file: string): JsonSchema {
  return JSON.parse(readText(file)) as JsonSchema
}

function readText(file: string): string {
  const root = dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json'))
  return readFileSync(join(root, 'res', 'schema', file), 'utf8')
}
