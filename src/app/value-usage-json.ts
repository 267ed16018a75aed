/** The machine-readable form of `value usage`. Field names are stable within `schemaVersion` 1. */

import type { ReuseAssessment, SubjectValue } from '#domain/assessment/value.ts'
import type { Figure } from '#domain/figure.ts'
import type { UsageAnswer } from './value-usage.ts'

export function usageJson(answer: UsageAnswer): Readonly<Record<string, unknown>> {
  const { subject, value, money, personMonths, coverage, why, rate, parts, annual, like, wholeRepositories } = answer
  return {
    schemaVersion: 1,
    subject,
    figure: money,
    why,
    figureId: answer.figureId,
    personMonths,
    coverage,
    rate,
    assumptions: value.assumptions.map(({ id, label, values, source, basis, isDefault }) => ({
      id,
      label,
      value: values,
      source,
      basis,
      isDefault,
    })),
    sensitivity: value.sensitivity.flatMap(({ assumption, swing: { figure } }) =>
      figure.known ? [{ assumption, ...figure.value }] : [],
    ),
    annual,
    oneProgram: plainOrNull(value.oneProgram.figure),
    inBoughtOnly: {
      packages: value.inBoughtOnly.packages,
      figure: plainOrNull(value.inBoughtOnly.money.figure),
      coverage: value.inBoughtOnly.money.coverage,
    },
    byScope: value.byScope,
    byProduct: value.byProduct.map((one) => subTotal('product', one)),
    byUnit: value.byUnit.map((one) => subTotal('unit', one)),
    reuse: { ...reuse(answer), ...reuseRest(value.reuse) },
    severalMajors: value.severalMajors,
    leftOut: value.leftOut ?? [],
    missing: value.missing,
    parts: parts.map((part) => ({
      purl: part.package.startsWith('pkg:') ? part.package : null,
      name: part.name,
      scope: part.scope,
      sloc: part.deduplicated,
      slocRaw: part.raw,
      slocSource: part.sizeSource,
      low: part.money.low,
      central: part.money.central,
      high: part.money.high,
      personMonths: part.personMonths,
      products: part.products,
      isInBoughtOnly: part.isInBoughtOnly === true,
    })),
    like:
      like === null
        ? null
        : {
            preset: like.preset,
            figure: plainOrNull(like.estimate.figure),
            coverage: like.estimate.coverage,
            ratio: like.ratio,
            costInOwn: like.costInOwn,
            ownCurrency: like.ownCurrency,
          },
    wholeRepositories:
      wholeRepositories === null
        ? null
        : {
            figure: plainOrNull(wholeRepositories.charged.figure),
            coverage: wholeRepositories.charged.coverage,
            once: plainOrNull(wholeRepositories.once.figure),
            doubleCountedShare: plainOrNull(wholeRepositories.doubleCountedShare.figure),
            ours: wholeRepositories.ours,
            oursCoverage: wholeRepositories.oursCoverage,
            repositories: wholeRepositories.repositories,
          },
    issues: answer.issues.map(({ path, issue }) => ({ path, ...issue })),
  }
}

function subTotal(kind: 'product' | 'unit', { subject, money, personMonths, coverage, figure }: SubjectValue) {
  return { [kind]: subject, figure: money, personMonths, coverage, figureId: figure }
}

function reuse({ reuse: { share, openLines, ownLines, coverage } }: UsageAnswer) {
  return {
    share: plainOrNull(share),
    openLines: plainOrNull(openLines),
    ownLines: plainOrNull(ownLines),
    coverage,
  }
}

function reuseRest({ ownLines, byProduct, benchmarks, measuredOn }: ReuseAssessment) {
  return {
    products: ownLines.coverage,
    measuredOn,
    byProduct: byProduct.map((one) => ({
      product: one.product,
      share: plainOrNull(one.share.figure),
      openLines: plainOrNull(one.openLines.figure),
      ownLines: plainOrNull(one.ownLines.figure),
      coverage: one.coverage,
    })),
    benchmarks,
  }
}

function plainOrNull<T>(figure: Figure<T>): T | null {
  return figure.known ? figure.value : null
}
