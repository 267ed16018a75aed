/** What is known about licenses: the tables that data packs fill and that pure areas get as values. */

/** What a license asks to be given back; two axes with the kind of asset it is made for (`methods.md` 6.3). */
export type Reciprocity = 'none' | 'weak' | 'strong' | 'network' | 'share-alike' | 'restricted'

export const reciprocities: readonly Reciprocity[] = ['none', 'weak', 'strong', 'network', 'share-alike', 'restricted']

/**
 * How open an asset is by its license. `source-available`: can be seen, use, competition or change is limited;
 * `use-restricted`: free of charge for many, some purposes or users are excluded; `closed`: no permission beyond a contract.
 */
export type Openness = 'open' | 'source-available' | 'use-restricted' | 'closed' | 'unknown'

/** From the most to the least open; unknown is apart from them and last. */
export const opennesses: readonly Openness[] = ['open', 'source-available', 'use-restricted', 'closed', 'unknown']

export type LicensedAsset = 'software' | 'content' | 'data' | 'hardware' | 'model' | 'font'

export type Duty = {
  readonly id: string
  readonly label: string
  readonly text: string
  /** What makes the duty due. */
  readonly when: 'delivery' | 'change' | 'network-use' | 'use'
  readonly source: string
  readonly sourceLicense: string
}

/** Licenses of the same kind with the same duties. */
export type LicenseFamily = {
  readonly id: string
  readonly label: string
  readonly reciprocity: Reciprocity
  /** True when use over a network counts like delivery. */
  readonly network: boolean
  /** The kinds of asset the licenses are made for. */
  readonly assets: readonly LicensedAsset[]
  readonly openness: Exclude<Openness, 'unknown'>
  /** Patents: expressly licensed, expressly kept back, or not mentioned. */
  readonly patents: 'granted' | 'excluded' | 'silent'
  /** Ids of duties. */
  readonly duties: readonly string[]
  readonly note: string
  readonly source: string
  readonly sourceLicense: string
  /** Identifiers of the SPDX license list, and `LicenseRef-` of our own for terms that have none. */
  readonly licenses: readonly string[]
}

/** A component of an AI model by the Model Openness Framework. */
export type ModelComponent = {
  readonly name: string
  readonly kind: 'code' | 'data' | 'document'
  /** The class that needs it; class 1 needs those of 2 and 3 as well. */
  readonly neededFor: 1 | 2 | 3
  readonly isRequired: boolean
}

export type ModelFramework = {
  readonly version: string
  readonly components: readonly ModelComponent[]
  /** Of two components either one will do for classes 2 and 3: the first may stand in for the second. */
  readonly standIns: readonly { readonly component: string; readonly standsInFor: string }[]
  /** Licenses that the framework counts as open although neither OSI nor FSF lists them. */
  readonly alsoOpen: readonly string[]
  /** Licenses that fit a kind of component. */
  readonly fitting: Readonly<Record<ModelComponent['kind'], readonly string[]>>
}

export type LicenseTables = {
  readonly version: number
  readonly families: readonly LicenseFamily[]
  readonly duties: readonly Duty[]
  /** Exceptions that let works of other terms be combined with the licensed one: they make strong copyleft weak. */
  readonly combiningExceptions: readonly string[]
  readonly modelFramework: ModelFramework
}
