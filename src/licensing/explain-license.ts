/** Everything the tables say about a license statement: how it was read, what was chosen, what each license asks for. */

import type { Duty, LicensedAsset, LicenseFamily } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import {
  familyOfTerm,
  termsOfExpression,
  termsOfTerm,
  type ExpressionTerms,
  type LicenseIndex,
  type Terms,
} from './facts.ts'
import { guessLicense, type GuessRule } from './guess.ts'
import { licenseListVersion, listedLicense } from './license-list.ts'

export type ExplainedTerm = Terms & {
  /** The license with its exception, as it stands in the expression. */
  readonly term: string
  /** Null when the SPDX license list does not have it. */
  readonly name: string | null
  readonly isOsiApproved: boolean
  readonly isFsfLibre: boolean
  readonly isDeprecated: boolean
  /** Null when no family of the tables has it: nothing is assumed then. */
  readonly family: Pick<LicenseFamily, 'id' | 'label' | 'patents' | 'note' | 'source' | 'sourceLicense'> | null
  readonly dutiesInWords: readonly Duty[]
}

export type ExplainedLicense = {
  readonly text: string
  /** The SPDX license list that names and marks come from. */
  readonly listVersion: string
  readonly expression: string | null
  /** Null when the text is an expression by itself. */
  readonly guessedBy: GuessRule | null
  /** Null when no terms can be told. */
  readonly whole: ExpressionTerms | null
  readonly terms: readonly ExplainedTerm[]
}

/** @param asset the kind of asset it is judged for: content and data by their own rules */
export function explainLicense(index: LicenseIndex, text: string, asset: LicensedAsset): ExplainedLicense {
  const parsed = parseLicenseExpression(text)
  const guess = parsed.ok ? null : guessLicense(text)
  const expression = parsed.ok ? parsed.canonical : (guess?.expression ?? null)
  const read = expression === null ? undefined : parseLicenseExpression(expression)
  const terms = read?.ok === true && read.choices !== null ? [...new Set(read.choices.flat())] : []
  return {
    text,
    listVersion: licenseListVersion,
    expression,
    guessedBy: guess?.rule ?? null,
    whole: expression === null ? null : (termsOfExpression(index, expression, asset) ?? null),
    terms: terms.map((term) => explainTerm(index, term, asset)),
  }
}

function explainTerm(index: LicenseIndex, term: string, asset: LicensedAsset): ExplainedTerm {
  const [license = term] = term.split(' WITH ')
  const listed = listedLicense(license) ?? listedLicense(license.replace(/\+$/, ''))
  const family = familyOfTerm(index, term)
  const terms = termsOfTerm(index, term, asset)
  return {
    ...terms,
    term,
    name: listed?.name ?? null,
    isOsiApproved: listed?.isOsiApproved ?? false,
    isFsfLibre: listed?.isFsfLibre ?? false,
    isDeprecated: listed?.isDeprecated ?? false,
    family:
      family === undefined
        ? null
        : {
            id: family.id,
            label: family.label,
            patents: family.patents,
            note: family.note,
            source: family.source,
            sourceLicense: family.sourceLicense,
          },
    dutiesInWords: terms.duties.flatMap((id) => index.tables.duties.find((duty) => duty.id === id) ?? []),
  }
}
