/** Puts a recommendation aside in the portal, and brings it back: a fact beside those of the office's files, never erased. */

import type { Actor } from '#domain/access.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { emptyProgram, type Dismissal, type OfficeProgram } from '#domain/office-program.ts'
import { fail } from '#domain/problem.ts'
import { recordAct } from '#store/audit.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { scenarioAsked } from './dismiss-scenario.ts'
import { lastDay } from './last-day.ts'
import type { Times } from './load-portfolio.ts'
import { asideSubject } from './record-program.ts'

export type PutAside = { readonly scenario: string; readonly reason: string; readonly until: IsoDate }

/** Throws `usage` for a scenario that there is not, and a day that is none or lies in the past. */
export async function putAside(
  store: Store,
  actor: Actor,
  { scenario: asked, reason: given, until }: PutAside,
  now: IsoTime,
): Promise<string> {
  const today = dayOf(now)
  const scenario = scenarioAsked(asked)
  const reason = given.trim()
  if (reason === '') return fail({ code: 'usage', what: 'reason: must not be empty' })
  const entry = { scenario, reason, by: actor.id, on: today, until: lastDay(until, today) }
  await store.transaction(async (inside) => {
    await keep(inside, entry.scenario, { ...entry, act: 'put-aside' }, now, (evidence) => {
      const placed: Dismissal = { ...entry, evidence, at: '' }
      return { ...emptyProgram, dismissals: [placed], lists: { dismissals: { evidence, at: '' } } }
    })
    await recordAct(inside, {
      at: now,
      actor,
      act: 'advice-put-aside',
      subject: scenario,
      unit: null,
      result: 'done',
      detail: { until: entry.until },
    })
  })
  return scenario
}

/** Throws `usage` for a scenario that was not put aside here. */
export async function bringBack(store: Store, actor: Actor, asked: string, now: IsoTime): Promise<string> {
  const scenario = scenarioAsked(asked)
  const times = { asOf: dayOf(now), knownAt: now }
  await store.transaction(async (inside) => {
    if (!(await asideHere(inside, times)).has(scenario))
      fail({ code: 'usage', what: `${scenario}: was not put aside here; see dismissals.yaml of the office` })
    const entry = { scenario, by: actor.id, on: times.asOf, act: 'bring-back' }
    await keep(inside, scenario, entry, now, () => emptyProgram)
    await recordAct(inside, {
      at: now,
      actor,
      act: 'advice-bring-back',
      subject: scenario,
      unit: null,
      result: 'done',
      detail: {},
    })
  })
  return scenario
}

/** Scenarios whose entry is kept here and not in a file. */
export async function asideHere(store: Store, times: Times): Promise<ReadonlySet<string>> {
  const facts = await loadFacts<OfficeProgram>(store, 'office', times)
  return new Set(
    facts
      .filter(({ subject }) => subject === asideSubject)
      .flatMap(({ facts: { dismissals } }) => (dismissals ?? []).map(({ scenario }) => scenario)),
  )
}

async function keep(
  inside: Store,
  scenario: string,
  said: object,
  now: IsoTime,
  program: (evidence: string) => OfficeProgram,
): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(said, null, 2)}\n`)
  const [evidence] = await saveEvidence(inside, [
    { kind: 'answer', name: `portal/put-aside/${scenario}.json`, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) throw new Error('an original was kept and has no id')
  const place = { kind: 'office', subject: asideSubject, source: scenario, evidence: evidence.id, at: '' } as const
  await saveFacts(inside, [{ ...place, observedOn: dayOf(now), facts: program(evidence.id) }], { recordedAt: now })
}
