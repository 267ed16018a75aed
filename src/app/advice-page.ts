/** What to do next as a page shows it: the advice of the last assessment, with what has been put aside or brought back since. */

import { recommendAgain } from '#advice/assess.ts'
import type { Actor, Scope } from '#domain/access.ts'
import type { AdviceAssessment, ScenarioResult } from '#domain/assessment/advice.ts'
import type { Figure, IsoTime } from '#domain/figure.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { inOwnTerms } from '#text/own-terms.ts'
import type { Words } from '#text/words.ts'
import { ownLabels } from './own-labels.ts'
import { dayOf } from './clock.ts'
import { storedAssessment } from './lists/areas.ts'
import { openLens } from './lists/ask.ts'
import { nameMakers } from './name-makers.ts'
import { asideHere } from './put-aside.ts'
import { loadProgram } from './record-program.ts'

export type Reader = {
  readonly actor: Actor
  readonly scope: Scope
  readonly now: IsoTime
  readonly language: Language
  readonly words: Words
}

const ofTheWhole = ['recommendations', 'putAside', 'unclear', 'checks', 'roles'] as const

/** Scenarios and roles tell of the organization as a whole: who sees a part of it is told that they are withheld. */
export async function advicePage(store: Store, { actor, scope, now, language, words }: Reader) {
  const lens = await openLens(store, scope)
  const { advice } = await storedAssessment(store, lens.views.head.assessment)
  const { asOf } = advice
  if (scope !== 'all')
    return {
      asOf,
      withheld: [...ofTheWhole],
      recommendations: null,
      putAside: null,
      unclear: null,
      checks: null,
      roles: null,
    }
  const times = { asOf: dayOf(now), knownAt: now }
  const labels = await ownLabels(store, now)
  const said = (text: string): string => inOwnTerms(text, labels, language)
  const { dismissals } = await loadProgram(store, times)
  const here = await asideHere(store, times)
  const { recommendations, dismissed } = recommendAgain(advice, dismissals, times.asOf)
  const results = new Map(advice.scenarios.map((one) => [one.id, one]))
  const named = (id: string) => {
    const found = results.get(id)
    return { scenario: id, number: found?.number ?? '', label: said(found?.label[language] ?? id) }
  }
  return {
    asOf,
    withheld: [],
    recommendations: recommendations.flatMap(({ scenario, rank, gravity, confidence, checkOn }) => {
      const result = results.get(scenario)
      if (result === undefined) return []
      const { effect, cost, effortDays, source } = result
      return [
        {
          ...named(scenario),
          rank,
          gravity,
          confidence,
          signals: signalsOf(result, language, said),
          steps: result.action[language].map(said),
          cost,
          effortDays,
          effect: {
            figure: effect.figure,
            label: said(result.symptoms.find(({ id }) => id === effect.symptom)?.label[language] ?? effect.figure),
            direction: effect.direction,
            withinMonths: effect.withinMonths,
          },
          checkOn,
          source,
        },
      ]
    }),
    putAside: (await nameMakers(store, actor, dismissed)).map(({ scenario, ...one }) => ({
      ...named(scenario),
      ...one,
      isKeptHere: here.has(scenario),
    })),
    unclear: advice.scenarios
      .filter(({ state }) => state === 'unknown')
      .map(({ id, missing }) => ({ ...named(id), missing: missing.map((need) => words.advice.needs[need]) })),
    checks: advice.checks.map(({ scenario, givenOn, checkOn, isDue, result, figure }) => ({
      ...named(scenario),
      givenOn,
      checkOn,
      isDue,
      result,
      figure,
    })),
    roles: rolesOf(advice, words),
  }
}

/** The signals that show, with what they are held against. */
function signalsOf({ symptoms }: ScenarioResult, language: Language, said: (text: string) => string) {
  return symptoms
    .filter(({ shows }) => shows === true)
    .map(({ id, label, unit, figure, limit, examples }) => ({
      id,
      label: said(label[language]),
      unit,
      figure: flat(figure),
      limit: limit === null ? null : { when: limit.when, value: limit.value },
      examples,
    }))
}

function rolesOf({ roles }: AdviceAssessment, words: Words) {
  return roles.map(({ role, outputs, recent, isEmpty }) => ({
    role,
    label: words.advice.roles[role],
    outputs: outputs.map(({ id, on, title }) => ({ id, on, title })),
    recent: flat(recent),
    isEmpty,
  }))
}

function flat<T>({ id, figure }: { readonly id: string; readonly figure: Figure<T> }) {
  return figure.known ? { id, value: figure.value, why: null } : { id, value: null, why: figure.why }
}
