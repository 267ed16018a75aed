/** What a schema cannot see in a list of decisions: names that nothing carries, days in disorder, contradictions. */

import type { Decision, DecisionSubject } from '#domain/decision.ts'
import type { Organization } from '#domain/organization.ts'
import type { YamlPath } from './yaml-file.ts'

export type DecisionMistake = { readonly path: YamlPath; readonly what: string }

/** @param before decisions that stand before it, in this file or another */
export function decisionMistake(
  decision: Decision,
  before: readonly Decision[],
  organization: Organization,
): DecisionMistake | undefined {
  return unknownName(decision, before, organization) ?? ownMistake(decision, before) ?? contradiction(decision, before)
}

function unknownName(
  { by, unit, product, replaces }: Decision,
  before: readonly Decision[],
  { people, units, products, isDeclared }: Organization,
): DecisionMistake | undefined {
  const known = (list: readonly { readonly id: string }[], name: string | null): boolean =>
    name === null || !isDeclared || list.some(({ id }) => id === name)
  const nothing = (key: string, name: string, of: string): DecisionMistake => ({
    path: [key],
    what: `names "${name}", and no ${of} of organization.yaml has that id`,
  })
  if (!known(people, by)) return nothing('by', by, 'person')
  if (!known(units, unit)) return nothing('unit', unit ?? '', 'unit')
  if (!known(products, product)) return nothing('product', product ?? '', 'product')
  const missing = replaces.findIndex((name) => !before.some(({ id }) => id === name))
  return missing < 0
    ? undefined
    : { path: ['replaces', missing], what: `names "${replaces[missing]}", and no decision before it has that id` }
}

function ownMistake(decision: Decision, before: readonly Decision[]): DecisionMistake | undefined {
  const { id, on, until, outcome, conditions, lane, about, unit, product } = decision
  if (before.some((other) => other.id === id)) return { path: ['id'], what: 'is used twice among the decisions' }
  if (until !== null && until < on) return { path: ['until'], what: 'lies before "on"' }
  if (unit !== null && product !== null)
    return { path: ['unit'], what: 'stands beside "product"; a decision holds for one of the two' }
  if (outcome === 'allow-with-conditions' && conditions.length === 0)
    return { path: ['conditions'], what: '"conditions" is missing; it must name at least one condition' }
  if (lane !== null && about !== 'contribute')
    return { path: ['lane'], what: 'can stand with "about: contribute" only' }
  return undefined
}

function contradiction(decision: Decision, before: readonly Decision[]): DecisionMistake | undefined {
  const other = before.find(
    (one) =>
      isSameScope(one, decision) &&
      overlap(one, decision) &&
      isContrary(one, decision) &&
      !decision.replaces.includes(one.id),
  )
  return (
    other && {
      path: ['decision'],
      what: `contradicts "${other.id}", which is about the same subject, scope and time; name it under "replaces" or end it with "until"`,
    }
  )
}

function isSameScope(a: Decision, b: Decision): boolean {
  const isAboutSame = a.outcome === 'engage' || b.outcome === 'engage' || a.about === b.about
  return a.unit === b.unit && a.product === b.product && isAboutSame && keyOf(a.subject) === keyOf(b.subject)
}

function keyOf(subject: DecisionSubject): string {
  if (subject.kind === 'license') return `license ${subject.license}`
  return subject.kind === 'project'
    ? `project ${subject.project}`
    : `part ${subject.package} ${subject.versions ?? '*'}`
}

function overlap(a: Decision, b: Decision): boolean {
  return a.on <= (b.until ?? '9999-12-31') && b.on <= (a.until ?? '9999-12-31')
}

/** To use something and to engage with it go together; to refuse it and to engage with it do not. */
function isContrary(a: Decision, b: Decision): boolean {
  if (a.option !== null && b.option !== null) return a.option !== b.option
  if (a.option === null && b.option === null) return a.outcome !== b.outcome
  const [engaged, other] = a.option === null ? [b, a] : [a, b]
  return engaged.option === 0 ? other.outcome !== 'refuse' : other.outcome === 'refuse' && other.about === 'use'
}
