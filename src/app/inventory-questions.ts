/** Questions about the portfolio as it was last recorded: who uses a package, what goes with it, and what was declared. */

import { readFileSync } from 'node:fs'
import type { IsoTime } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { compareDeclared, type DeclaredAgainstFound } from '#inventory/questions/compare-declared.ts'
import { whereUsed } from '#inventory/questions/where-used.ts'
import { withoutPart } from '#inventory/questions/without-part.ts'
import { readDeclaredParts, type DeclaredParts } from '#sources/declared-parts.ts'
import { saveEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { recordedPortfolio } from './recorded-portfolio.ts'

export type ProductAnswer = {
  readonly product: string
  readonly versions: readonly (string | null)[]
  readonly occurrences: number
  /** Names from the product to the package, the fewest steps known; empty when no document tells. */
  readonly path: readonly string[]
  /** Products whose border the way crosses. */
  readonly through: readonly string[]
}

export type WhereAnswer = { readonly package: string; readonly products: readonly ProductAnswer[] }

/** Throws `nothing-assessed` when nothing was recorded, `nothing-found` when nothing uses the package. */
export async function askWhereUsed(store: Store, asked: string, now: IsoTime): Promise<WhereAnswer> {
  const portfolio = await recordedPortfolio(store, now)
  const answer = whereUsed(portfolio, packageAsked(asked))
  if (answer.products.length === 0) fail({ code: 'nothing-found', paths: [asked] })
  return {
    package: answer.package,
    products: answer.products.map(({ product, versions, occurrences, path, through }) => ({
      product: productName(portfolio, product),
      versions,
      occurrences,
      path: path.map(({ part }) => partName(portfolio, part)),
      through: through.map((index) => productName(portfolio, index)),
    })),
  }
}

export type WithoutAnswer = {
  readonly package: string
  readonly affected: readonly string[]
  readonly products: readonly {
    readonly product: string
    readonly gone: readonly string[]
    readonly undecided: number
  }[]
  readonly goneEverywhere: readonly string[]
}

/** Throws `nothing-found` likewise. */
export async function askWithout(store: Store, asked: string, now: IsoTime): Promise<WithoutAnswer> {
  const portfolio = await recordedPortfolio(store, now)
  const answer = withoutPart(portfolio, packageAsked(asked))
  if (answer.affected.length === 0) fail({ code: 'nothing-found', paths: [asked] })
  return {
    package: answer.package,
    affected: answer.affected.map((index) => productName(portfolio, index)),
    products: answer.products.map(({ product, gone, undecided }) => ({
      product: productName(portfolio, product),
      gone: gone.map((part) => partName(portfolio, part)),
      undecided,
    })),
    goneEverywhere: answer.goneEverywhere.map((part) => partName(portfolio, part)),
  }
}

export type DeclaredAnswer = DeclaredAgainstFound & { readonly issues: DeclaredParts['issues'] }

/** Compares a list of what units declared with what was found; the list is kept as evidence. */
export async function askDeclared(store: Store, file: string, now: IsoTime): Promise<DeclaredAnswer> {
  const portfolio = await recordedPortfolio(store, now)
  const bytes = bytesOf(file)
  const { parts, issues } = readDeclaredParts(bytes, file)
  const [evidence] = await saveEvidence(store, [
    { kind: 'answer', name: file, bytes, retrievedAt: now, recordedAt: now },
  ])
  return { ...compareDeclared(portfolio, parts, evidence?.id ?? ''), issues }
}

/** A package URL with or without version, or `KIND:NAME` for a part that has none. */
function packageAsked(asked: string): string {
  const parsed = parsePurl(asked)
  return parsed.ok ? packageOf(parsed.canonical) : asked
}

function partName({ parts }: Portfolio, index: number): string {
  const part = parts[index]
  return part === undefined ? '' : (part.purl ?? [part.name, part.version].filter((text) => text !== null).join(' '))
}

function productName({ organization }: Portfolio, index: number): string {
  return organization.products[index]?.name ?? ''
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(
      code === 'ENOENT' ? { code: 'path-missing', path: file } : { code: 'path-unreadable', path: file, reason: code },
    )
  }
}
