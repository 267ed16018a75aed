/** Who uses: units, products in revisions, suppliers, people. Declared in `organization.yaml`, or a default that says so. */

import type { IsoDate } from './figure.ts'
import type { Currency } from './money.ts'

export type UnitId = string
export type ProductId = string
export type SupplierId = string

/**
 * A pseudonym. Names and addresses stand in one erasable key table alone (`store/people.ts`), so that erasing a person
 * changes no evidence.
 */
export type PersonId = string

/** How much the organization depends on a product; see `design: criticality K`. */
export type Criticality = 'low' | 'medium' | 'high' | 'mission'

/** Who reaches a product. It decides exposure and, later, license triggers. */
export type Audience = 'internal' | 'partners' | 'public'

/** How the organization came to have a product. */
export type Origin = 'made' | 'bought' | 'run'

export type Unit = { readonly id: UnitId; readonly name: string; readonly parent: UnitId | null }

export type Supplier = { readonly id: SupplierId; readonly name: string; readonly contract: string | null }

/** What the organization makes, runs or buys. */
export type Product = {
  readonly id: ProductId
  readonly name: string
  readonly origin: Origin
  readonly unit: UnitId | null
  /** Null when the organization did not declare it: medium is used and said so. */
  readonly criticality: Criticality | null
  readonly audience: Audience | null
  readonly supplier: SupplierId | null
  /** The folders and files its documents lie in, relative to the assessed folder. */
  readonly paths: readonly string[]
  readonly owner: PersonId | null
}

/** A state of a product: valid from a day on, until the next one. */
export type ProductRevision = {
  readonly product: ProductId
  /** A version, a commit, or the day. */
  readonly label: string
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/** The yearly base wage and the factor that turns it into a loaded cost; both with their source. */
export type LaborRate = {
  readonly yearlyWage: number
  readonly currency: Currency
  /** Loaded cost ÷ base wage. */
  readonly loadFactor: number
  readonly source: string
  readonly asOf: IsoDate
  /** `default` asks to be replaced wherever it is printed. */
  readonly basis: 'organization' | 'default'
}

export type Person = {
  readonly id: PersonId
  readonly unit: UnitId | null
  readonly roles: readonly string[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly namesAllowed: boolean
}

export type Organization = {
  readonly id: string
  readonly name: string
  readonly units: readonly Unit[]
  readonly products: readonly Product[]
  readonly suppliers: readonly Supplier[]
  readonly people: readonly Person[]
  readonly domains: readonly string[]
  readonly laborRate: LaborRate
  /** False when no `organization.yaml` was found and everything above is a default. */
  readonly isDeclared: boolean
}
