/** Which figures, and which originals behind them, somebody may see whose rights end at units. */

import type { Scope } from '#domain/access.ts'
import type { Evidence, EvidenceKind } from '#domain/evidence.ts'
import type { FigureId, NamedFigure, Source } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import type { ViewNumber } from '#domain/views.ts'
import { partKey } from '#app/part-key.ts'
import { documentsOf } from '#store/product-documents.ts'
import type { Store } from '#store/store.ts'
import { isProductSeen, storedAssessment } from './areas.ts'
import { openLens } from './ask.ts'
import { isSeen, type Lens } from './cut.ts'
import { aboutOf, type About } from './figure-families.ts'
import { numbered, type Views } from './views.ts'
import { isUnitSeen } from './worth.ts'

export type Observed = Extract<Source, { kind: 'observed' }>

/** What of a chain is told. What is not seen is said to be there, and nothing else of it. */
export type FigureSight = {
  readonly isSeen: (figure: NamedFigure) => Promise<boolean>
  /** The name under which an original may be shown; undefined when it may not. */
  readonly nameOf: (source: Observed, original: Pick<Evidence, 'kind' | 'name'>) => Promise<string | undefined>
}

/** Originals that belong to products; the same bytes may be those of several. */
export function isOfProducts(kind: EvidenceKind): boolean {
  return kind === 'sbom' || kind === 'lockfile' || kind === 'manifest'
}

/**
 * For the chain of a figure; undefined for who sees everything. Throws `beyond-rights` for what is told of the whole
 * organization, whether or not there is such a figure.
 */
export async function sightOf(store: Store, scope: Scope, id: FigureId): Promise<FigureSight | undefined> {
  if (scope === 'all') return undefined
  const { kind: about } = aboutOf(id)
  if (about === 'organization' || about === 'world') fail({ code: 'beyond-rights', permission: 'read' })
  const lens = await openLens(store, scope)
  return {
    isSeen: async (figure) => {
      const about = aboutOf(figure.id)
      return about.kind === 'world' || isAboutSeen(lens, about)
    },
    nameOf: async (source, { kind, name }) => {
      if (isOfProducts(kind)) return (await ownPaths(lens, source))[0]
      if (kind === 'advisory' || kind === 'registry-answer') return name
      // A place holds what the figure says; the whole original tells of others.
      return source.at === undefined || source.at === '' ? undefined : name
    },
  }
}

async function isAboutSeen(lens: Lens, about: About): Promise<boolean> {
  const { views, store } = lens
  const seen = (kind: 'package' | 'part' | 'subject' | 'finding', number: ViewNumber | undefined): boolean =>
    number !== undefined && isSeen(lens, kind, number)
  switch (about.kind) {
    case 'organization':
    case 'world':
      return false
    case 'everybody':
      return true
    case 'product':
      return isProductSeen(lens, about.id)
    case 'unit':
      return isUnitSeen(lens, about.id)
    case 'package':
      return packagesCalled(views, about.id).some((number) => seen('package', number))
    case 'part':
      return seen('part', numbersOf(views).part.get(about.id))
    case 'finding':
      return seen('finding', numbersOf(views).finding.get(`vulnerabilities/finding/${about.id}`))
    case 'subject': {
      const packages = packagesCalled(views, about.id)
      if (packages.length === 0) return seen('subject', numbersOf(views).subject.get(about.id))
      return packages.some((number) => seen('package', number))
    }
    case 'substitution': {
      const { alternatives } = await storedAssessment(store, views.head.assessment)
      return alternatives.lines.some(
        ({ substitution, product }) => substitution === about.id && product !== null && isProductSeen(lens, product),
      )
    }
    case 'fork': {
      const { contribution } = await storedAssessment(store, views.head.assessment)
      return contribution.forks.some(
        ({ id, product }) => id === about.id && product !== null && isProductSeen(lens, product),
      )
    }
  }
}

function packagesCalled(views: Views, key: string): readonly ViewNumber[] {
  const number = views.numberOfPackage.get(key)
  return number === undefined ? (numbersOf(views).unlisted.get(key) ?? []) : [number]
}

/** Paths under which products in sight have, or had, this original. */
async function ownPaths(lens: Lens, { evidence }: Observed): Promise<readonly string[]> {
  const documents = await documentsOf(lens.store, evidence)
  return documents.filter(({ product }) => isProductSeen(lens, product)).map(({ path }) => path)
}

type Numbers = Readonly<Record<'part' | 'finding' | 'subject', ReadonlyMap<string, ViewNumber>>> & {
  /** Packages without package URL, as their value calls them. */
  readonly unlisted: ReadonlyMap<string, readonly ViewNumber[]>
}

const numbers = new WeakMap<Views, Numbers>()

/** Rows by what ids of figures call them; told once of each state of the views. */
function numbersOf(views: Views): Numbers {
  const known = numbers.get(views)
  if (known !== undefined) return known
  const { part, finding, subject, package: packages } = views.tables
  const unlisted = [...packages.keys()].filter((number) => packages[number]?.purl === null)
  const fresh = {
    part: numbered(part, partKey),
    finding: numbered(finding, ({ figure }) => figure),
    subject: numbered(subject, (row) => row.subject),
    unlisted: Map.groupBy(unlisted, (number) => `name:${packages[number]?.name}`),
  }
  numbers.set(views, fresh)
  return fresh
}
