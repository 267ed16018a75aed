/** What makes two packages the same thing, by their names. The first rule that says something decides. */

import { describedByTypes, nameWithoutPlatform, sourcePackageName } from '#domain/identity.ts'
import type { PurlText } from '#domain/part.ts'
import type { Purl } from '#domain/purl.ts'
import { buildPurl } from '#ecosystems/purl.ts'
import { renamedPackages } from './renamed-packages.ts'

export type IdentityReason =
  | 'renamed'
  | 'types-only'
  | 'binary-of-source'
  | 'platform-variant'
  | 'major-version-path'
  | 'same-bytes'
  | 'same-name-and-version'

/** In words, for lists and reference pages. */
export const identityReasons: Readonly<Record<IdentityReason, string>> = {
  renamed: 'The package goes on under another name.',
  'types-only': 'It declares the types of the other package and has no code.',
  'binary-of-source': 'A distribution built it from that source package.',
  'platform-variant': 'The same code built for another system or processor.',
  'major-version-path': 'The same Go module with its major version in the path.',
  'same-bytes': 'The same file, by its hash, under another name: a copy.',
  'same-name-and-version': 'An entry without a package URL that has the name and version of exactly one that has.',
}

/** A package as the rules see it. */
export type NamedPackage = {
  readonly package: PurlText
  readonly purl: Purl
  /** Of its versions the first package URL that names a source package. */
  readonly builtFrom: string | null
}

/** What a rule says: the package belongs to whatever has this key; `named` is the package that gives its name to all. */
export type Folding = { readonly reason: IdentityReason; readonly key: string; readonly named: PurlText | null }

export function foldingOf(
  { package: own, purl, builtFrom }: NamedPackage,
  isPresent: (purl: PurlText) => boolean,
): Folding | null {
  const current = renamedPackages.get(own)
  if (current !== undefined && isPresent(current)) return { reason: 'renamed', key: current, named: current }
  const described = describedByTypes(purl)
  if (described !== null && isPresent(described)) return { reason: 'types-only', key: described, named: described }
  if (builtFrom !== null) {
    const source = named(purl, builtFrom)
    return { reason: 'binary-of-source', key: source, named: isPresent(source) ? source : null }
  }
  const plain = nameWithoutPlatform(purl)
  if (plain !== null && plain !== '') return platformFolding(purl, plain, isPresent)
  const path = pathWithoutMajor(purl)
  if (path !== null) return { reason: 'major-version-path', key: path, named: isPresent(path) ? path : null }
  return null
}

export function builtFromOf(purl: Purl): string | null {
  const source = sourcePackageName(purl)
  return source === null || source === purl.name ? null : source
}

/** `@esbuild/linux-x64` belongs to `esbuild`, `@swc/core-linux-x64-gnu` to `@swc/core`, where those are there too. */
function platformFolding(purl: Purl, plain: string, isPresent: (purl: PurlText) => boolean): Folding {
  const key = named(purl, plain)
  return { reason: 'platform-variant', key, named: isPresent(key) ? key : null }
}

function named({ type, namespace }: Purl, name: string): PurlText {
  const built = buildPurl({ type, namespace, name, version: null, qualifiers: null, subpath: null })
  return built.ok ? built.purl : `${type}/${namespace ?? ''}/${name}`
}

/** Go puts major versions from 2 on into the path: `example.org/thing/v2`, `gopkg.in/thing.v2`. */
function pathWithoutMajor(purl: Purl): PurlText | null {
  if (purl.type !== 'golang') return null
  if (purl.namespace?.startsWith('gopkg.in') === true) {
    const name = purl.name.replace(/\.v\d+$/, '')
    return name === purl.name ? null : named(purl, name)
  }
  if (!/^v\d+$/.test(purl.name) || purl.namespace === null) return null
  const segments = purl.namespace.split('/')
  const name = segments.pop() ?? ''
  return named({ ...purl, namespace: segments.length === 0 ? null : segments.join('/') }, name)
}
