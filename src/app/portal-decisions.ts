/**
 * Decisions that are recorded in the portal: facts beside those of decision files, so that `engage` and `check` answer with
 * them at once. A newer one on the same subject replaces the one before; one that is withdrawn stays in the history.
 */

import { isWithin, type Actor, type Scope } from '#domain/access.ts'
import { decisionsInForce, type Decision, type DecisionSubject } from '#domain/decision.ts'
import { engagementOptions } from '#domain/engagement.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Organization, UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { decisionMistake } from '#sources/decision-mistakes.ts'
import { recordAct } from '#store/audit.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { lastDay } from './last-day.ts'
import type { Times } from './load-portfolio.ts'
import { loadDecisions, type KeptDecisions } from './record-decisions.ts'

export type AskedDecision = {
  readonly subject: DecisionSubject
  readonly decision:
    | { readonly option: number }
    | { readonly outcome: Exclude<Decision['outcome'], 'engage'>; readonly conditions?: readonly string[] }
  readonly reason: string
  readonly until: string | null
  /** Null: for the whole organization. */
  readonly unit: UnitId | null
}

/** Who decides, and for which units. */
export type Decider = { readonly actor: Actor; readonly scope: Scope }

const portal = 'portal'

/**
 * Throws `beyond-rights` for a unit that the decider does not reach, and `usage` for a decision that cannot stand, in the
 * words of a decision file.
 */
export async function recordDecision(
  store: Store,
  { actor, scope }: Decider,
  asked: AskedDecision,
  now: IsoTime,
): Promise<Decision> {
  if (!isWithin(scope, asked.unit)) return fail({ code: 'beyond-rights', permission: 'decide' })
  const times = { asOf: dayOf(now), knownAt: now }
  return store.transaction(async (inside) => {
    const { decisions } = await loadDecisions(inside, times)
    const organization = (await loadOrganization(inside, times)) ?? fail({ code: 'nothing-assessed' })
    const own = await idsHere(inside)
    const draft = draftOf(asked, nextId(own), actor, now)
    const before = decisionsInForce(decisions, times.asOf)
    const replaced = before.filter((one) => isReplaced(one, draft, organization)).map(({ id }) => id)
    const decision = { ...draft, replaces: replaced }
    const mistake = decisionMistake(decision, before, openTo(organization))
    if (mistake !== undefined) return fail({ code: 'usage', what: `${mistake.path.join('.')}: ${mistake.what}` })
    const { evidence: _, at: __, ...said } = decision
    const evidence = await keep(inside, decision.id, { act: 'decide', ...said }, now, (id) => [
      { ...decision, evidence: id, at: '' },
    ])
    await note(inside, actor, 'decision-record', decision, now)
    return { ...decision, evidence }
  })
}

/** What it replaced holds again. Throws `usage` for a decision that was not recorded here, `beyond-rights` as above. */
export async function withdrawDecision(
  store: Store,
  { actor, scope }: Decider,
  id: string,
  now: IsoTime,
): Promise<void> {
  const times = { asOf: dayOf(now), knownAt: now }
  await store.transaction(async (inside) => {
    const decision = (await portalDecisions(inside, times)).find((one) => one.id === id)
    if (decision === undefined) return fail({ code: 'nothing-found', paths: [id] })
    if (!isWithin(scope, decision.unit)) return fail({ code: 'beyond-rights', permission: 'decide' })
    await keep(inside, id, { act: 'withdraw', id, by: actor.id, on: times.asOf }, now, () => [])
    return note(inside, actor, 'decision-withdraw', decision, now)
  })
}

export async function portalDecisions(store: Store, times: Times): Promise<readonly Decision[]> {
  const facts = await loadFacts<KeptDecisions>(store, 'decision', times)
  return facts.filter(({ subject }) => subject === portal).flatMap((fact) => fact.facts.decisions)
}

/** Also of those that were withdrawn: an id is never given twice. */
async function idsHere(store: Store): Promise<readonly string[]> {
  const facts = await loadFacts<KeptDecisions>(store, 'decision', { asOf: '9999-12-31', knownAt: '9999-12-31' })
  return facts.filter(({ subject }) => subject === portal).map(({ source }) => source)
}

function nextId(ids: readonly string[]): string {
  const highest = ids.reduce((most, id) => Math.max(most, Number(/^portal-(\d{1,9})$/.exec(id)?.[1] ?? 0)), 0)
  return `portal-${String(highest + 1).padStart(3, '0')}`
}

function draftOf({ subject, decision, reason, until, unit }: AskedDecision, id: string, actor: Actor, now: IsoTime) {
  const on = dayOf(now)
  const option = 'option' in decision ? engagementOptions.find((one) => one === decision.option) : null
  if (option === undefined) return fail({ code: 'usage', what: 'option: must be a number from 0 to 13' })
  if (reason.trim() === '') return fail({ code: 'usage', what: 'reason: must not be empty' })
  const draft: Decision = {
    id,
    on,
    by: actor.id,
    subject,
    about: 'use',
    outcome: 'option' in decision ? 'engage' : decision.outcome,
    option,
    lane: null,
    conditions: 'option' in decision ? [] : (decision.conditions ?? []),
    reason: reason.trim(),
    until: until === null ? null : lastDay(until, on),
    unit,
    product: null,
    replaces: [],
    evidence: '',
    at: '',
  }
  return draft
}

/** What is of the same subject and scope, and says the same kind of thing or the contrary. */
function isReplaced(before: Decision, draft: Decision, organization: Organization): boolean {
  const isSameScope = before.unit === draft.unit && before.product === draft.product
  const isSameSubject = JSON.stringify(before.subject) === JSON.stringify(draft.subject)
  if (!isSameScope || !isSameSubject) return false
  const isSameKind = (before.option === null) === (draft.option === null) && before.about === draft.about
  return isSameKind || decisionMistake(draft, [before], openTo(organization)) !== undefined
}

/** Whoever signs in decides, also a person whom organization.yaml does not name. */
function openTo(organization: Organization): Organization {
  return { ...organization, isDeclared: false }
}

async function keep(
  inside: Store,
  id: string,
  said: object,
  now: IsoTime,
  decisions: (evidence: string) => readonly Decision[],
): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(said, null, 2)}\n`)
  const [evidence] = await saveEvidence(inside, [
    { kind: 'answer', name: `portal/decisions/${id}.json`, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) throw new Error('an original was kept and has no id')
  const facts: KeptDecisions = { decisions: decisions(evidence.id), policy: null }
  const place = { kind: 'decision', subject: portal, source: id, evidence: evidence.id, at: '' } as const
  await saveFacts(inside, [{ ...place, observedOn: dayOf(now), facts }], { recordedAt: now })
  return evidence.id
}

async function note(
  inside: Store,
  actor: Actor,
  act: 'decision-record' | 'decision-withdraw',
  { id, subject, unit, outcome, option, replaces, until }: Decision,
  now: IsoTime,
): Promise<void> {
  const about =
    subject.kind === 'part' ? subject.package : subject.kind === 'project' ? subject.project : subject.license
  const detail = { about, outcome, option, replaces, until }
  await recordAct(inside, { at: now, actor, act, subject: id, unit, result: 'done', detail })
}
