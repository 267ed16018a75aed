/** What `engage` prints for a person. */

import type { NewNeed } from '#app/counsel.ts'
import type {
  AdviceOwner,
  EngagementAdvice,
  EngagementAssessment,
  RejectedOption,
} from '#domain/assessment/engagement.ts'
import type { EngagementOption, EngagementOptionText, FactName } from '#domain/engagement.ts'
import type { Known, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { formatsFor } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

type Shown = {
  readonly options: readonly EngagementOptionText[]
  /** What a benefit is called. */
  readonly benefit: (id: string) => string
  readonly words: Words
  readonly language: Language
}

export function adviceText(shown: Shown, advice: EngagementAdvice): string {
  const { words, language, options } = shown
  const labels = words.engagement
  const formats = formatsFor(language)
  const standing = advice.standing === 'provisional' ? ` (${labels.provisional})` : ''
  const k = advice.inputs.find(({ fact }) => fact === 'criticality')?.figure.figure
  const rows: (readonly [string, string])[] = []
  if (advice.decided !== null) rows.push(...decidedRows(shown, advice.decided))
  rows.push([labels.advice, `${optionName(shown, advice.option)}${standing}`])
  rows.push(['', options[advice.option]?.explanation[language] ?? ''])
  rows.push([labels.why, labels.reasons[advice.reason]])
  for (const measure of advice.measures) rows.push([labels.besides, labels.measures[measure]])
  for (const rejected of advice.rejected)
    rows.push([labels.insteadOf, `${optionName(shown, rejected.option)}: ${rejectedText(shown, advice, rejected)}`])
  rows.push([labels.cost, costText(shown, advice.cost)])
  for (const rejected of advice.rejected)
    rows.push(['', `${optionName(shown, rejected.option)}: ${costText(shown, rejected.cost)}`])
  rows.push([labels.benefits, advice.benefits.map(shown.benefit).join('; ')])
  if (advice.criticalityLevel !== null)
    rows.push([
      labels.criticality,
      [labels.levels[advice.criticalityLevel], k?.known === true ? `(${formats.exact(rounded(Number(k.value)))})` : '']
        .join(' ')
        .trim(),
    ])
  if (advice.products.length > 0) rows.push([labels.usedBy, advice.products.join(', ')])
  rows.push([labels.owner, ownerText(shown, advice.owner)])
  rows.push([labels.review, formats.date(advice.reviewOn)])
  return [
    `${[advice.subject, advice.package === null ? advice.name : advice.versions.join(', ')].join(' ').trimEnd()}\n`,
    alignedTable([], rows),
    listText(
      labels.rulesHead,
      advice.applied.map(
        ({ rule, number, options: offered, wins }) =>
          `${wins ? '→' : ' '} ${number} ${labels.rules[rule]}: ${offered.map((one) => optionName(shown, one)).join(', ')}`,
      ),
    ),
    listText(
      labels.inputsHead,
      advice.inputs
        .filter(({ figure: { figure } }) => figure.known && !isBlank(figure))
        .map(
          ({ fact, figure: { figure } }) =>
            `${labels.facts[fact]}: ${figure.known ? valueText(shown, fact, figure.value) : ''}`,
        ),
    ),
    listText(
      labels.openHead,
      advice.open.map(({ number, rule, missing }) =>
        labels.openLine(number, labels.rules[rule], factsText(shown, missing)),
      ),
    ),
    listText(
      labels.changesHead,
      advice.changes.length === 0
        ? [labels.nothingChanges]
        : advice.changes.map(({ fact, kind, value, option }) =>
            (kind === 'near' ? labels.nearLine : labels.changeLine)(
              labels.facts[fact],
              valueText(shown, fact, value),
              optionName(shown, option),
            ),
          ),
    ),
    `${labels.costNote}\n${labels.explainHint(advice.figure.id)}\n`,
  ]
    .filter((text) => text !== '')
    .join('\n')
}

function decidedRows(
  { words, language, options }: Shown,
  decided: NonNullable<EngagementAdvice['decided']>,
): readonly (readonly [string, string])[] {
  const labels = words.engagement
  const date = formatsFor(language).date
  const what =
    decided.option === null
      ? labels.outcomes[decided.outcome]
      : `${labels.outcomes.engage}: ${optionName({ language, options }, decided.option)}`
  return [
    [
      `${labels.decision} (${decided.decision})`,
      labels.decidedLine(what, decided.by, date(decided.on), decided.until === null ? null : date(decided.until)),
    ],
    ['', decided.reason],
    ...decided.conditions.map((condition) => [labels.conditions, condition] as const),
    ['', decided.differs ? labels.differs : labels.agrees],
  ]
}

export function adviceListText(shown: Shown, assessment: EngagementAssessment, most: number): string {
  const { words, language } = shown
  const labels = words.engagement
  const formats = formatsFor(language)
  if (assessment.advice.length === 0) return `${labels.nothingListed}\n`
  const rows = toActOnFirst(assessment.advice)
    .slice(0, most)
    .map((advice) => {
      const k = advice.inputs.find(({ fact }) => fact === 'criticality')?.figure.figure
      const standing = advice.standing === 'provisional' ? ` (${labels.provisional})` : ''
      const decided = advice.decided === null ? '' : ` [${advice.decided.decision}]`
      return [
        advice.subject,
        k?.known === true ? formats.exact(rounded(Number(k.value))) : '',
        `${optionName(shown, advice.option)}${standing}${decided}`,
        advice.rule === null ? '' : String(advice.applied.find(({ wins }) => wins)?.number ?? ''),
        advice.owner?.person ?? '',
        advice.reviewOn,
      ]
    })
  const { part, criticality, advice, rule, owner, review } = labels.listHead
  const others = assessment.mattering - assessment.advice.length
  return [
    alignedTable([part, criticality, advice, rule, owner, review], rows),
    ...(assessment.advice.length > most ? [`${words.practices.fund.more(assessment.advice.length - most)}\n`] : []),
    `${labels.listed(assessment.mattering, assessment.packages)}\n`,
    ...(others > 0 ? [`${labels.moreMatter(others)}\n`] : []),
  ].join('\n')
}

/** What asks for something to be done, or was decided, before what is used as it is. */
function toActOnFirst(advice: readonly EngagementAdvice[]): readonly EngagementAdvice[] {
  const isCalm = ({ option, decided }: EngagementAdvice): boolean => option === 1 && decided === null
  return [...advice.filter((one) => !isCalm(one)), ...advice.filter(isCalm)]
}

export function newNeedText(shown: Shown, { need, candidates, open, advice }: NewNeed): string {
  const labels = shown.words.engagement
  const head = labels.candidateHead
  const found =
    candidates.length === 0
      ? `${labels.noCandidates}\n`
      : `${labels.candidatesHead}\n${alignedTable(
          [head.part, head.words, head.where, head.products, head.licenses],
          candidates.map(({ subject, words, foundIn, products, licenses }) => [
            subject,
            words.join(' '),
            foundIn.map((place) => labels.foundIn[place]).join(', '),
            products.join(', '),
            licenses.join(', '),
          ]),
        )}${labels.join}\n`
  const rows = [
    [
      labels.advice,
      `${optionName(shown, advice.option)}${advice.standing === 'provisional' ? ` (${labels.provisional})` : ''}`,
    ],
    [labels.why, labels.reasons[advice.reason]],
    ...advice.measures.map((measure) => [labels.besides, labels.measures[measure]]),
    ...advice.rejected.map((one) => [
      labels.insteadOf,
      `${optionName(shown, one.option)}: ${rejectedText(shown, advice, one)}`,
    ]),
    [labels.cost, costText(shown, advice.cost)],
    [labels.benefits, advice.benefits.map(shown.benefit).join('; ')],
  ]
  const questions =
    open.length === 0
      ? ''
      : `${labels.questionsHead}\n${alignedTable(
          [],
          open.map((question) => [`  ${question}`, labels.questions[question]]),
        )}${labels.answerHint}\n`
  return [`${labels.need}: ${need}\n`, found, alignedTable([], rows), questions, `${labels.searchLimits}\n`]
    .filter((text) => text !== '')
    .join('\n')
}

function optionName({ options, language }: Pick<Shown, 'options' | 'language'>, option: EngagementOption): string {
  return `${option} ${options[option]?.label[language] ?? ''}`
}

function rejectedText(shown: Shown, advice: EngagementAdvice, { why }: RejectedOption): string {
  const { rejected, rules } = shown.words.engagement
  switch (why.code) {
    case 'outranked':
      return rejected.outranked(rules[why.rule], rules[why.by])
    case 'second':
      return rejected.second(rules[why.rule])
    case 'barred':
      return rejected.barred(rules[why.rule])
    case 'open':
      return rejected.open(rules[why.rule], factsText(shown, why.facts))
    case 'not-met':
      return rejected['not-met'](rules[why.rule], knownText(shown, advice, why.facts))
  }
}

function factsText({ words, language }: Shown, facts: readonly FactName[]): string {
  return formatsFor(language).list(facts.map((fact) => words.engagement.facts[fact]))
}

/** Each fact with the value that does not fit. */
function knownText(shown: Shown, advice: EngagementAdvice, facts: readonly FactName[]): string {
  const labels = shown.words.engagement
  const texts = facts.map((fact) => {
    const figure = advice.inputs.find((input) => input.fact === fact)?.figure.figure
    return `${labels.facts[fact]}: ${figure?.known === true ? valueText(shown, fact, figure.value) : labels.unknown}`
  })
  return texts.join('; ')
}

function valueText({ words, language }: Shown, fact: FactName, value: number | string | boolean): string {
  const formats = formatsFor(language)
  if (typeof value === 'number') {
    if (fact === 'ownShare') return formats.percent(value)
    return formats.exact(fact === 'criticality' ? rounded(value) : value)
  }
  return words.engagement.values[String(value)] ?? String(value)
}

function costText({ words, language }: Shown, { figure }: NamedFigure<MoneyBand>): string {
  return figure.known ? formatsFor(language).moneyRange(figure.value) : words.engagement.costUnknown
}

function ownerText({ words }: Shown, owner: AdviceOwner | null): string {
  const labels = words.engagement
  if (owner === null) return labels.nobody
  const text = labels.ownerOf(owner.person, owner.product)
  return owner.hasLeft ? labels.hasLeft(text) : text
}

function listText(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${head}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** A no that says only that nothing is on record. */
function isBlank(figure: Known<unknown>): boolean {
  return (
    figure.value === false && figure.from.every((source) => source.kind === 'computed' && source.inputs.length === 0)
  )
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
