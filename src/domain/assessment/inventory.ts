/** What is used, where, and how much of it could be read. */

import type { Coverage, NamedFigure } from '#domain/figure.ts'
import type { PartKind } from '#domain/part.ts'

export type EcosystemCount = {
  /** OSV's ecosystem name, the package URL type where OSV has none, or `unknown`. */
  readonly ecosystem: string
  /** Distinct packages: package URLs without version. */
  readonly packages: number
  readonly versions: number
  /** Distinct packages that at least one product asks for itself. */
  readonly direct: number
  /** Distinct packages that come through others only. */
  readonly transitive: number
  readonly unknownDirectness: number
  readonly occurrences: number
}

export type SharedPackage = {
  readonly package: string
  readonly name: string
  readonly products: number
  readonly occurrences: number
  readonly versions: number
}

export type InventoryAssessment = {
  readonly packages: NamedFigure<number>
  readonly versions: NamedFigure<number>
  readonly occurrences: NamedFigure<number>
  readonly direct: NamedFigure<number>
  readonly transitive: NamedFigure<number>
  readonly unknownDirectness: NamedFigure<number>
  readonly maxDepth: NamedFigure<number>
  readonly products: NamedFigure<number>
  /** Upstream projects that something names as the origin of a package, and how many packages have one. */
  readonly projects: NamedFigure<number>
  readonly withProject: Coverage
  readonly byEcosystem: readonly EcosystemCount[]
  readonly byKind: readonly { readonly kind: PartKind; readonly versions: number }[]
  /** Unique part versions by their smallest depth; index 0 is "depth unknown". */
  readonly byDepth: readonly number[]
  /** Packages used by most products, at most 25. */
  readonly mostShared: readonly SharedPackage[]
  /** Entries found, taken and refused over all documents: found = taken + refused. */
  readonly reading: {
    readonly documents: number
    readonly found: number
    readonly taken: number
    readonly refused: number
    readonly unreadFiles: number
  }
  /** Documents that were read without an issue that lost something. */
  readonly coverage: Coverage
}
