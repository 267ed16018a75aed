import { figureIds, recordsOf, type AdviceFacts } from '#advice/facts.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'
import { daysBetween } from '#domain/office.ts'
import type { LeadershipEvent, LeadershipKind } from '#domain/office-program.ts'

/** A sponsor is one whose record counts on the day; a charter without one says that there is none. */
function sponsor(facts: AdviceFacts): Measured {
  const held = recordsOf(facts, 'executive-sponsor').filter(({ value }) => value !== false)
  const [newest] = held
  if (newest !== undefined) return measured(true, [figureIds.record(newest.id)], [newest.title])
  return facts.program.charter === null ? missing('charter') : measured(false, [figureIds.charter])
}

/** The newest first; undefined when nobody keeps the list. */
function leadership({ program, portfolio }: AdviceFacts, kind: LeadershipKind): readonly LeadershipEvent[] | undefined {
  return program.charter?.leadership
    ?.filter((event) => event.kind === kind && event.on <= portfolio.asOf)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
}

/** Whether the last of a kind ended this way; not applicable when there never was one. */
function lastWas(facts: AdviceFacts, kind: LeadershipKind, outcome: LeadershipEvent['outcome']): Measured {
  const events = leadership(facts, kind)
  if (events === undefined) return missing('leadership-log')
  const [last] = events
  return last === undefined
    ? measured(false, [figureIds.list('leadership')])
    : measured(last.outcome === outcome, [figureIds.leadership(last.at)], [last.what])
}

export const scenario = defineScenario({
  id: 'no-executive-support',
  number: '8',
  version: 1,
  label: {
    en: 'The leadership does not support the office',
    de: 'Die Leitung trägt das Büro nicht',
    ja: '経営層の支援がない',
  },
  source: 'CHAPTER',
  gravity: 3,
  needed: 1,
  symptoms: [
    {
      id: 'sponsor',
      label: {
        en: 'Somebody of the leadership sponsors the office today',
        de: 'Jemand aus der Leitung fördert das Büro heute',
        ja: '現在、経営層に後ろ盾がいる',
      },
      unit: 'yes',
      weight: 2,
      measure: sponsor,
      shows: { when: 'no' },
    },
    {
      id: 'days-without-decision',
      label: {
        en: 'Days since the leadership last decided something for the office',
        de: 'Tage, seit die Leitung zuletzt etwas für das Büro entschied',
        ja: '経営層が最後に OSPO について決めてからの日数',
      },
      unit: 'days',
      measure: (facts) => {
        const decisions = leadership(facts, 'decision')?.filter(({ outcome }) => outcome !== 'postponed')
        if (decisions === undefined) return missing('leadership-log')
        const [last] = decisions
        const { charter } = facts.program
        const since = last?.on ?? charter?.since ?? null
        if (since === null) return missing('leadership-log', 'not-applicable')
        return measured(
          daysBetween(since, facts.portfolio.asOf),
          last === undefined ? [figureIds.charter] : [figureIds.leadership(last.at)],
          last === undefined ? [] : [last.what],
        )
      },
      shows: { when: 'above', limit: 'S8-silence-days' },
    },
    {
      id: 'budget-refused',
      label: {
        en: 'The last request for budget was refused',
        de: 'Der letzte Antrag auf Geld wurde abgelehnt',
        ja: '直近の予算要求が退けられた',
      },
      unit: 'yes',
      measure: (facts) => lastWas(facts, 'budget-request', 'refused'),
      shows: { when: 'yes' },
    },
    {
      id: 'report-unopened',
      label: {
        en: 'Nobody opened the last report',
        de: 'Niemand hat den letzten Bericht geöffnet',
        ja: '直近の報告が開かれていない',
      },
      unit: 'yes',
      measure: (facts) => lastWas(facts, 'report', 'unopened'),
      shows: { when: 'yes' },
    },
  ],
  action: {
    en: [
      'Write one page: the value as a range, one success, one risk, one ask.',
      'Tie each of them to something that {leadership} declared a priority.',
      'Print the method next to each number, and ask for one decision with a day.',
    ],
    de: [
      'Schreiben Sie eine Seite: den Wert als Spanne, einen Erfolg, ein Risiko, eine Bitte.',
      'Verbinden Sie alles mit etwas, das die {leadership} zum Vorrang erklärt hat.',
      'Drucken Sie die Methode neben jede Zahl, und bitten Sie um eine Entscheidung mit Termin.',
    ],
    ja: [
      '価値の幅、成功一つ、リスク一つ、お願い一つを一枚にまとめる。',
      'いずれも{leadership}が優先すると表明したことに結び付ける。',
      '数字ごとに算定方法を添え、期日つきの決定を一つ求める。',
    ],
  },
  cost: 'low',
  effortDays: { low: 2, central: 4, high: 8 },
  effect: { symptom: 'days-without-decision', withinMonths: 3 },
})
