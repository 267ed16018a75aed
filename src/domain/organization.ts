/** Who uses: units, products in revisions, suppliers, people. Declared in `organization.yaml`, or a default that says so. */

import type { IsoDate } from './figure.ts'
import type { Currency } from './money.ts'
import type { PurlText } from './part.ts'
import type { LabelSet, Profile } from './profile.ts'
import type { ProjectId } from './project.ts'

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
  /** The address of the repository in which everybody can read it; null when it is not published. */
  readonly published?: ProjectId | null | undefined
  /** It was made when a document was handed in for it; `organization.yaml` need not name it. */
  readonly isHandedIn?: true
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

/** What a person stated on a day about the organization, a unit, a product or a part. Areas read the subjects they know. */
export type Declaration = {
  readonly id: string
  readonly on: IsoDate
  readonly by: PersonId
  readonly unit: UnitId | null
  readonly product: ProductId | null
  /** Package URL without version. */
  readonly part: PurlText | null
  readonly subject: string
  readonly value: boolean | number | string
  readonly note: string
}

/**
 * An assumption that the organization replaced. A band that is null keeps its default. What the values may be is for the
 * area that owns the assumption to say.
 */
export type AssumptionSetting = {
  readonly id: string
  readonly low: number | string | null
  readonly central: number | string | null
  readonly high: number | string | null
  readonly source: string
}

/** A changed copy of open source that the organization carries along instead of giving the change back. */
export type CarriedFork = {
  readonly id: string
  /** Package URL without version. */
  readonly part: PurlText
  readonly product: ProductId | null
  readonly patches: number | null
  readonly since: IsoDate | null
  readonly reason: string
  /** Hours to carry it over to one release of the original; null: the survey average, marked so. */
  readonly hoursPerRelease: number | null
  /** Releases of the original that are followed in a year; null: as many as it had. */
  readonly releasesPerYear: number | null
  readonly plan: string | null
}

/** Open source that stands where something bought could stand: one function, one alternative. */
export type Substitution = {
  readonly id: string
  /** What it does for people, for example `mail`; a function is replaced once. */
  readonly serves: string
  readonly product: ProductId | null
  readonly part: PurlText | null
  /** Id of an entry of the price book or of the organization's own prices. */
  readonly price: string
  /** In the metric of the price; null when nobody counted. */
  readonly quantity: number | null
  readonly quantitySource: string
  /** How far it does what the alternative would, 0 to 1. */
  readonly fit: number
  /** Share taken off the list price; null: the scenarios of the method. */
  readonly discount: number | null
  /** Yearly cost of running what is used, and of running the alternative beyond its price; in the organization's currency. */
  readonly ownRunCost: number | null
  readonly alternativeRunCost: number | null
  /** The organization pays for the alternative for the same users: nothing is avoided. */
  readonly isPaidAlready: boolean
}

/** A price of the organization's own, in the shape of the price book. */
export type OwnPrice = {
  readonly id: string
  readonly name: string
  readonly price: number
  readonly currency: Currency
  /** What one unit is, for example `user-month`, `core-year`, `perpetual-license`. */
  readonly metric: string
  /** Yearly support as a share of a perpetual price. */
  readonly supportRate: number | null
  readonly asOf: IsoDate
  readonly source: string
}

/** One unit of `from` is worth `rate` units of `to`. */
export type ExchangeRate = {
  readonly from: Currency
  readonly to: Currency
  readonly rate: number
  readonly on: IsoDate
  readonly source: string
}

export type Stated = {
  readonly declarations: readonly Declaration[]
  readonly assumptions: readonly AssumptionSetting[]
  readonly forks: readonly CarriedFork[]
  readonly substitutions: readonly Substitution[]
  readonly prices: readonly OwnPrice[]
  /** Ids of prices that are older than a year and may count all the same. */
  readonly acknowledgedPrices: readonly string[]
  readonly exchangeRates: readonly ExchangeRate[]
  /** Developers in full-time equivalents, with where the number comes from; null when nobody said. */
  readonly developers: { readonly count: number; readonly source: string; readonly asOf: IsoDate } | null
  /** Which project publishes a package, where the organization knows better than documents. */
  readonly projects: readonly { readonly package: PurlText; readonly project: ProjectId }[]
}

export const nothingStated: Stated = {
  declarations: [],
  assumptions: [],
  forks: [],
  substitutions: [],
  prices: [],
  acknowledgedPrices: [],
  exchangeRates: [],
  developers: null,
  projects: [],
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
  /** What only the organization itself can say. */
  readonly stated: Stated
  /** False when no `organization.yaml` was found and everything above is a default. */
  readonly isDeclared: boolean
  /** What kind of organization it is; null or absent when nobody said, and a company is taken. */
  readonly profile?: Profile | null
  /** What it calls things. */
  readonly labels?: LabelSet
}
