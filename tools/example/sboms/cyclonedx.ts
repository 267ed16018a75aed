/** The little of CycloneDX 1.6 that the example's documents have in common. */

import type { Resolved } from './closure.ts'

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
export type Component = { readonly 'bom-ref': string; readonly [key: string]: Json }

export type Dependency = { readonly ref: string; readonly dependsOn: readonly string[] }

export function library(part: Resolved, purl: string): Component {
  const [group, name] = part.name.includes(':') ? part.name.split(':') : [undefined, part.name]
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: name ?? part.name,
    version: part.version,
    ...(part.scope === 'development' ? { scope: 'excluded' } : {}),
    ...(part.sha256 === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: part.sha256 }] }),
    ...(part.license === undefined ? {} : { licenses: licenses(part.license) }),
    purl,
  }
}

function licenses(expression: string): Json {
  return expression.includes(' ') ? [{ expression }] : [{ license: { id: expression, acknowledgement: 'declared' } }]
}

/** Relations of a closure, with the product itself first. */
export function relations(
  root: string,
  parts: readonly Resolved[],
  purlOf: (part: Resolved) => string,
): readonly Dependency[] {
  const purls = new Map(parts.map((part) => [part.name, purlOf(part)]))
  const named = (names: readonly string[]): readonly string[] => names.flatMap((name) => purls.get(name) ?? [])
  return [
    { ref: root, dependsOn: named(parts.filter(({ requested }) => requested === true).map(({ name }) => name)) },
    ...parts.map((part) => ({ ref: purlOf(part), dependsOn: named(part.requires) })),
  ]
}

export function document(content: {
  readonly serialNumber: string
  readonly metadata: Json
  readonly components: readonly Json[]
  readonly dependencies: readonly Json[]
  readonly [key: string]: Json
}): Json {
  const { serialNumber, metadata, ...rest } = content
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serialNumber}`,
    version: 1,
    metadata,
    ...rest,
  }
}
