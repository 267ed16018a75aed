/**
 * The contract of a package type: the rules of its package URLs, the names it has in OSV advisories, and the order of its
 * versions. One file per package URL type in `types/`; the file name is the id.
 */

import type { Purl } from '#domain/purl.ts'
import type { VersionScheme } from './scheme.ts'

/** What the specification of the type says about the fields of a package URL, beyond the general grammar. */
export type PurlRules = {
  readonly namespace: 'required' | 'optional' | 'prohibited'
  /** The case a field is folded to; absent means that case is kept. */
  readonly namespaceCase?: 'lower' | 'upper'
  readonly nameCase?: 'lower'
  readonly versionCase?: 'lower'
  /** Further rewriting of the name, after case folding. */
  readonly rewriteName?: (name: string) => string
  /** Rules that need more than one field. Gets the purl with the rules above applied. */
  readonly adjust?: (purl: Purl) => Purl
  readonly requiredQualifiers?: readonly string[]
  /** Qualifiers without which two packages cannot be told apart; kept by `packageOf`. */
  readonly identityQualifiers?: readonly string[]
  /** Why the purl is invalid, as the end of a sentence about it; undefined when it is fine. */
  readonly objection?: (purl: Purl) => string | undefined
  /**
   * What a slash inside the name means: `part` keeps it (written `%2F`), `namespace` moves what stands before the last one to
   * the namespace, `path` writes it as it is, with a namespace of one segment.
   */
  readonly slashInName?: 'part' | 'namespace' | 'path'
}

/** How the type appears in OSV records. */
export type OsvNames = {
  /** OSV ecosystem names without a release; the first is the usual one. */
  readonly ecosystems: readonly string[]
  /** The ecosystem with its release (`Debian:12`) where the purl tells it; null when OSV has none for this purl. */
  readonly ecosystemOf: (purl: Purl) => string | null
  /** The name as `affected.package.name` has it. */
  readonly nameOf: (purl: Purl) => string
  /** The namespace and name of a package with this OSV name; null when it cannot be one. */
  readonly partsOf: (
    name: string,
    ecosystem: string,
  ) => { readonly namespace: string | null; readonly name: string } | null
  /** One spelling for names that the registry takes for the same. */
  readonly normalise: (name: string) => string
}

export type Ecosystem = {
  /** The package URL type; the file name. */
  readonly id: string
  readonly label: string
  /** What the packages are, in a sentence. */
  readonly explanation: string
  /** Where type and versions are defined. */
  readonly source: string
  readonly purl: PurlRules
  readonly osv: OsvNames | null
  readonly versions: VersionScheme | null
}

export function defineEcosystem<const Definition extends Ecosystem>(definition: Definition): Definition {
  return definition
}

type OsvOptions = {
  readonly nameOf?: OsvNames['nameOf']
  readonly partsOf?: OsvNames['partsOf']
  readonly normalise?: OsvNames['normalise']
}

/** An ecosystem with one OSV name whose package names are `name` or `namespace/name`. */
export function osvNames(ecosystem: string, options: OsvOptions = {}): OsvNames {
  return {
    ecosystems: [ecosystem],
    ecosystemOf: () => ecosystem,
    nameOf: options.nameOf ?? (({ namespace, name }) => (namespace === null ? name : `${namespace}/${name}`)),
    partsOf: options.partsOf ?? splitAtLastSlash,
    normalise: options.normalise ?? ((name) => name),
  }
}

/** The name of a distribution package's source, which OSV lists: tools state it as `upstream=NAME` or `upstream=NAME@VERSION`. */
export function sourceName({ name, qualifiers }: Purl): string {
  const upstream = qualifiers?.['upstream']
  return upstream === undefined ? name : upstream.replace(/-[^-]+-[^-]+\.src\.rpm$/, '').replace(/@.*$/, '')
}

export function splitAtLastSlash(name: string): { readonly namespace: string | null; readonly name: string } | null {
  const slash = name.lastIndexOf('/')
  if (slash === -1) return name === '' ? null : { namespace: null, name }
  return slash === 0 || slash === name.length - 1
    ? null
    : { namespace: name.slice(0, slash), name: name.slice(slash + 1) }
}
