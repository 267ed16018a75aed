/** Whether a rule of a policy fits a question. */

import type { PartTerms } from '#domain/assessment/licenses.ts'
import { severities, type Finding } from '#domain/finding.ts'
import type { Product } from '#domain/organization.ts'
import type { Scope } from '#domain/part.ts'
import type { PolicyAspect, PolicyMatch, PolicyRule, PolicyState } from '#domain/policy.ts'
import type { Part } from '#domain/portfolio.ts'
import { versContains } from '#ecosystems/vers.ts'

/** A part in a product, and what is asked about it. */
export type PolicyQuestion = {
  readonly aspect: PolicyAspect
  readonly part: Part
  readonly terms: PartTerms | undefined
  readonly product: Product | undefined
  readonly scope: Scope
  readonly finding: Finding | null
  readonly state: PolicyState | null
}

/** The family of a license; undefined when no table has it. */
export type FamilyOf = (license: string) => string | undefined

/** Rules that ask for a severity or an advisory are about vulnerabilities, those that ask for states about health. */
export function aspectsOf({ severity, advisories, states, families, licenses, openness, reciprocity }: PolicyMatch) {
  if (severity !== null || advisories.length > 0) return ['vulnerability'] as const
  if (states.length > 0) return ['health'] as const
  if (families.length + licenses.length + openness.length + reciprocity.length > 0) return ['license'] as const
  return ['license', 'vulnerability', 'health'] as const satisfies readonly PolicyAspect[]
}

export function fits({ match }: PolicyRule, question: PolicyQuestion, familyOf: FamilyOf): boolean {
  const { part, terms, product, scope, finding, state, aspect } = question
  if (!aspectsOf(match).some((one) => one === aspect)) return false
  if (!oneOf(match.kinds, part.kind) || !oneOf(match.scopes, scope)) return false
  if (!oneOf(match.audience, product?.audience) || !oneOf(match.origins, product?.origin)) return false
  if (!oneOf(match.products, product?.id)) return false
  if (match.parts.length > 0 && !match.parts.some((glob) => fitsGlob(glob, part.package ?? part.name))) return false
  // A version that is not known is not in a range.
  if (match.versions !== null && (part.version === null || versContains(match.versions, part.version) !== true))
    return false
  if (!fitsTerms(match, terms, familyOf)) return false
  if (match.states.length > 0 && (state === null || !match.states.includes(state))) return false
  return fitsFinding(match, finding)
}

function fitsTerms(match: PolicyMatch, terms: PartTerms | undefined, familyOf: FamilyOf): boolean {
  const chosen = terms?.portions.flatMap((portion) => portion.chosen) ?? []
  if (match.licenses.length > 0 && !chosen.some((term) => match.licenses.includes(plainLicense(term)))) return false
  if (match.families.length > 0 && !chosen.some((term) => match.families.includes(familyOf(plainLicense(term)) ?? '')))
    return false
  if (match.reciprocity.length > 0 && !match.reciprocity.some((one) => one === terms?.reciprocity)) return false
  return oneOf(match.openness, terms?.openness ?? 'unknown')
}

function fitsFinding({ severity, advisories }: PolicyMatch, finding: Finding | null): boolean {
  if (severity === null && advisories.length === 0) return true
  if (finding === null) return false
  if (advisories.length > 0 && !finding.aliases.some((id) => advisories.includes(id))) return false
  if (severity === null || severity === 'none') return true
  // A weakness that nobody graded is no high one; a rule for all of them asks for `none`.
  return finding.severity !== 'unknown' && severities.indexOf(finding.severity) <= severities.indexOf(severity)
}

/** Without its exception. */
function plainLicense(term: string): string {
  return term.split(' WITH ')[0] ?? term
}

function oneOf<T>(allowed: readonly T[], value: T | null | undefined): boolean {
  return allowed.length === 0 || (value !== null && value !== undefined && allowed.includes(value))
}

const globs = new Map<string, RegExp>()

/** `*` stands for any characters, also `/`. */
export function fitsGlob(glob: string, text: string): boolean {
  let pattern = globs.get(glob)
  if (pattern === undefined) {
    pattern = new RegExp(
      `^${glob
        .split('*')
        .map((one) => one.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
        .join('.*')}$`,
      's',
    )
    globs.set(glob, pattern)
  }
  return pattern.test(text)
}
