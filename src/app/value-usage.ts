/** What the use of open source is worth, asked of what was recorded: whole, for a product or a unit, with other assumptions. */

import { readFileSync } from 'node:fs'
import type { PackageValue, ReuseAssessment, SubjectValue, ValueAssessment } from '#domain/assessment/value.ts'
import type { Coverage, Figure, IsoTime, NamedFigure, UnknownReason } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { AssumptionSetting, LaborRate } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import type { RepositorySize } from '#domain/repository-size.ts'
import { loadReuseBenchmarks } from '#sources/reuse-benchmarks.ts'
import { readRepositorySizes } from '#sources/repository-sizes.ts'
import { saveEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import { compareWith, presetIds, type Comparison, type PresetId } from '#value/comparison.ts'
import { valueLedger } from '#value/ledger.ts'
import { packagesOfSubject } from '#value/subjects.ts'
import { readWhatIf } from '#value/what-if.ts'
import { compareWholeRepositories, type WholeRepositoryComparison } from '#value/whole-repositories.ts'
import { loadOwnCode } from './load-own-code.ts'
import { recordedPortfolio } from './recorded-portfolio.ts'

export type UsageQuestion = {
  readonly product: string | undefined
  readonly unit: string | undefined
  /** `ID=VALUE` or `ID.low=VALUE`, as given. */
  readonly assume: readonly string[]
  /** A preset, or `ossval`. */
  readonly like: string | undefined
  /** A table of whole repositories, for `ossval`. */
  readonly repositories: string | undefined
}

export type UsageSubject = {
  readonly kind: 'organization' | 'product' | 'unit'
  readonly id: string
  readonly name: string
}

export type UsageAnswer = {
  readonly subject: UsageSubject
  readonly figureId: string
  /** Null when unknown; `why` then tells. */
  readonly money: MoneyBand | null
  readonly personMonths: Band | null
  readonly why: UnknownReason | null
  readonly coverage: Coverage
  readonly rate: LaborRate
  /** Highest central value first. */
  readonly parts: readonly PackageValue[]
  /** Of the whole organization, whatever the subject is. */
  readonly value: ValueAssessment
  readonly annual: { readonly rebuild: MoneyBand | null; readonly avoidedMaintenance: MoneyBand | null }
  readonly reuse: SubjectReuse
  readonly like: Comparison | null
  readonly wholeRepositories: WholeRepositoryComparison | null
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

export type SubjectReuse = {
  readonly share: Figure<number>
  readonly openLines: Figure<number>
  readonly ownLines: Figure<number>
  readonly coverage: Coverage
}

const wholeRepositoryName = 'ossval'
export const comparisonNames: readonly string[] = [...presetIds, wholeRepositoryName]

/** Throws `nothing-assessed`, `usage`, `config-invalid`, and `path-missing` for the table. */
export async function askUsage(store: Store, asked: UsageQuestion, now: IsoTime): Promise<UsageAnswer> {
  const whatIf = asked.assume.map(whatIfOf)
  const like = comparisonOf(asked)
  const portfolio = await recordedPortfolio(store, now)
  const subject = subjectOf(portfolio, asked)
  const options = {
    whatIf,
    ownCode: await loadOwnCode(store, { asOf: portfolio.asOf, knownAt: now }),
    benchmarks: loadReuseBenchmarks(),
  }
  const value = assessValue(portfolio, options)
  const figures = new Map(valueFigures(portfolio, value, options).map((named) => [named.id, named]))
  const repositories =
    like === wholeRepositoryName ? await keptRepositories(store, asked.repositories ?? '', now) : null
  return {
    subject,
    ...totalOf(value, subject),
    rate: portfolio.organization.laborRate,
    parts: partsOf(portfolio, value, subject, whatIf),
    value,
    annual: {
      rebuild: moneyIn(figures, 'value/annual-rebuild'),
      avoidedMaintenance: moneyIn(figures, 'value/avoided-maintenance'),
    },
    reuse: reuseOf(value.reuse, subject),
    like: like === undefined || like === wholeRepositoryName ? null : compareWith(portfolio, like, { whatIf }),
    wholeRepositories:
      repositories === null ? null : compareWholeRepositories(portfolio, repositories.sizes, { whatIf }),
    issues: (repositories?.issues ?? []).map((issue) => ({ path: asked.repositories ?? '', issue })),
  }
}

function whatIfOf(text: string): AssumptionSetting {
  const read = readWhatIf(text)
  return read.ok ? read.setting : fail({ code: 'usage', what: `--assume ${read.what}` })
}

function comparisonOf({ like, repositories }: UsageQuestion): PresetId | typeof wholeRepositoryName | undefined {
  if (like === undefined) return repositories === undefined ? undefined : wholeRepositoryName
  if (like === wholeRepositoryName)
    return repositories === undefined
      ? fail({
          code: 'usage',
          what: '--like ossval: the table of whole repositories is missing; add --repositories FILE',
        })
      : wholeRepositoryName
  const preset = presetIds.find((id) => id === like)
  return preset ?? fail({ code: 'usage', what: `--like ${like}: there are ${comparisonNames.join(', ')}` })
}

function subjectOf({ organization }: Portfolio, { product, unit }: UsageQuestion): UsageSubject {
  if (product !== undefined && unit !== undefined)
    return fail({ code: 'usage', what: '--product and --unit: name one of them' })
  if (product !== undefined) return named('product', product, organization.products)
  if (unit !== undefined) return named('unit', unit, organization.units)
  return { kind: 'organization', id: organization.id, name: organization.name }
}

function named(
  kind: 'product' | 'unit',
  id: string,
  all: readonly { readonly id: string; readonly name: string }[],
): UsageSubject {
  const found = all.find((one) => one.id === id)
  const known = all.map((one) => one.id).join(', ')
  return found === undefined
    ? fail({ code: 'usage', what: `--${kind} ${id}: ${known === '' ? 'none is declared' : `there are ${known}`}` })
    : { kind, id, name: found.name }
}

function totalOf(
  { money, personMonths, byProduct, byUnit }: ValueAssessment,
  { kind, id }: UsageSubject,
): Pick<UsageAnswer, 'figureId' | 'money' | 'personMonths' | 'why' | 'coverage'> {
  if (kind === 'organization')
    return {
      figureId: money.id,
      money: money.figure.known ? money.figure.value : null,
      personMonths: personMonths.figure.known ? personMonths.figure.value : null,
      why: money.figure.known ? null : money.figure.why,
      coverage: money.coverage,
    }
  const total: SubjectValue | undefined = (kind === 'product' ? byProduct : byUnit).find(
    ({ subject }) => subject === id,
  )
  return {
    figureId: total?.figure ?? `value/usage-replacement/${kind}:${id}`,
    money: total?.money ?? null,
    personMonths: total?.personMonths ?? null,
    why: total === undefined || total.money === null ? 'not-collected' : null,
    coverage: total?.coverage ?? { known: 0, of: 0, unit: 'packages' },
  }
}

function partsOf(
  portfolio: Portfolio,
  { packages }: ValueAssessment,
  { kind, id }: UsageSubject,
  whatIf: readonly AssumptionSetting[],
): readonly PackageValue[] {
  if (kind === 'organization') return packages
  const inside = packagesOfSubject(portfolio, valueLedger(portfolio, { whatIf }), { kind, id })
  return packages.filter((one) => inside.has(one.package))
}

/** A unit has no figure of its own: its products stand in the list. */
function reuseOf(reuse: ReuseAssessment, { kind, id }: UsageSubject): SubjectReuse {
  const own = kind === 'product' ? reuse.byProduct.find(({ product }) => product === id) : undefined
  return own === undefined
    ? {
        share: reuse.share.figure,
        openLines: reuse.openLines.figure,
        ownLines: reuse.ownLines.figure,
        coverage: reuse.share.coverage,
      }
    : {
        share: own.share.figure,
        openLines: own.openLines.figure,
        ownLines: own.ownLines.figure,
        coverage: own.coverage,
      }
}

function moneyIn(figures: ReadonlyMap<string, NamedFigure>, id: string): MoneyBand | null {
  const figure = figures.get(id)?.figure
  return figure?.known === true ? (figure.value as MoneyBand) : null
}

async function keptRepositories(
  store: Store,
  path: string,
  now: IsoTime,
): Promise<{ readonly sizes: readonly RepositorySize[]; readonly issues: readonly Issue[] }> {
  const bytes = bytesOf(path)
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name: path, bytes, retrievedAt: now, recordedAt: now },
  ])
  const { sizes, issues } = readRepositorySizes(bytes, path)
  return { sizes: sizes.map((size) => ({ ...size, evidence: evidence?.id ?? '' })), issues }
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
