/** How to deal with parts, as pages show it: the advice of the last assessment, answered first by what is decided now. */

import { changesFromList } from '#advice/engagement/changes.ts'
import { decidedBefore, decisionAnswering } from '#advice/engagement/decided.ts'
import { isWithin } from '#domain/access.ts'
import type { EngagementAdvice, EngagementAssessment, RejectedOption } from '#domain/assessment/engagement.ts'
import { decisionsInForce, type Decision, type DecisionSubject } from '#domain/decision.ts'
import type { EngagementOption, EngagementOptionText, FactName } from '#domain/engagement.ts'
import type { NamedFigure, UnknownReason } from '#domain/figure.ts'
import type { ListPage } from '#domain/lists.ts'
import type { MoneyBand } from '#domain/money.ts'
import { fail } from '#domain/problem.ts'
import { unitsFrom } from '#domain/units.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { formatsFor } from '#text/formats.ts'
import { textsInOwnTerms, wordsInOwnTerms } from '#text/own-terms.ts'
import type { Reader } from './advice-page.ts'
import { dayOf } from './clock.ts'
import { benefitLabel, engagementOptionTexts } from './counsel.ts'
import { engageUnlisted } from './engage-unlisted.ts'
import { isProductSeen, storedAssessment } from './lists/areas.ts'
import { fileOf, openLens, type FileAnswer } from './lists/ask.ts'
import { isSeen, type Lens } from './lists/cut.ts'
import type { Columns } from './lists/export.ts'
import { rootsOf } from './lists/worth.ts'
import { nameMakers } from './name-makers.ts'
import { ownLabels } from './own-labels.ts'
import { portalDecisions } from './portal-decisions.ts'
import { loadDecisions } from './record-decisions.ts'

type Telling = Reader & {
  readonly lens: Lens
  readonly options: readonly EngagementOptionText[]
  /** With names of who decided, where the reader may know them. */
  readonly inForce: readonly Decision[]
  /** Ids of decisions that were recorded here and in no file. */
  readonly here: ReadonlySet<string>
}

export type EngagementQuery = {
  readonly option?: number | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** What asks for something to be done, or was decided, first; then by criticality over the products in sight. */
export async function engagementPage(store: Store, reader: Reader, { option, after, limit = 50 }: EngagementQuery) {
  const telling = await tellingOf(store, reader)
  const { asOf, advice, mattering } = await assessed(telling.lens)
  const seen = advice.filter((one) => isAdviceSeen(telling.lens, one)).map((one) => rowOf(telling, one))
  const counts = new Map<number, number>()
  for (const row of seen) counts.set(row.option.number, (counts.get(row.option.number) ?? 0) + 1)
  const rows = ordered(seen, option)
  return {
    asOf,
    ...cutPage(rows, after, limit),
    options: telling.options
      .filter(({ number }) => counts.has(number))
      .map(({ number }) => ({ ...optionOf(telling, number), parts: counts.get(number) ?? 0 })),
    unlisted: reader.scope === 'all' ? mattering - advice.length : null,
  }
}

/** All of them as a file. */
export async function engagementFile(
  store: Store,
  reader: Reader,
  option: number | undefined,
  format: 'csv' | 'xlsx',
): Promise<FileAnswer> {
  const telling = await tellingOf(store, reader)
  const { advice } = await assessed(telling.lens)
  const seen = advice.filter((one) => isAdviceSeen(telling.lens, one)).map((one) => rowOf(telling, one))
  return fileOf('engagement', format, columns, ordered(seen, option))
}

type Row = ReturnType<typeof rowOf>

const columns: Columns<Row> = {
  subject: ({ subject }) => subject,
  name: ({ name }) => name,
  option: ({ option }) => option.number,
  way: ({ option }) => option.label,
  standing: ({ standing }) => standing,
  reason: ({ reason }) => reason.text,
  low: ({ cost }) => cost.value?.low ?? null,
  central: ({ cost }) => cost.value?.central ?? null,
  high: ({ cost }) => cost.value?.high ?? null,
  currency: ({ cost }) => cost.value?.currency ?? null,
  reviewOn: ({ reviewOn }) => reviewOn,
  decision: ({ decided }) => decided?.id ?? null,
}

function ordered(rows: readonly Row[], option: number | undefined): readonly Row[] {
  return rows
    .filter((row) => option === undefined || row.option.number === option)
    .toSorted((a, b) => Number(isCalm(a)) - Number(isCalm(b)) || b.criticality - a.criticality || order(a, b))
}

/** What is used as it is asks for nothing. */
function isCalm({ option, decided }: Row): boolean {
  return option.number === 1 && decided === null
}

function order(a: Row, b: Row): number {
  return a.subject < b.subject ? -1 : 1
}

function cutPage(rows: readonly Row[], after: string | undefined, limit: number): ListPage<Row> {
  const at = after === undefined ? -1 : rows.findIndex(({ subject }) => subject === after)
  if (after !== undefined && at < 0) return fail({ code: 'usage', what: 'after: no key of this list' })
  const items = rows.slice(at + 1, at + 1 + limit)
  const last = items.at(-1)
  return {
    items,
    next: last !== undefined && at + 1 + limit < rows.length ? last.subject : null,
    total: { count: rows.length, kind: 'exact' },
  }
}

/** One package, or one of the organization's own projects. Throws `nothing-found` for what is not in sight. */
export async function engagementOf(store: Store, reader: Reader, subject: string) {
  const telling = await tellingOf(store, reader)
  const { lens, words } = telling
  const { asOf, advice: all } = await assessed(lens)
  const listed = all.find((one) => one.subject === subject)
  const isInSight =
    listed === undefined
      ? isPackageSeen(lens, subject) || (await isOwnProjectSeen(telling, subject))
      : isAdviceSeen(lens, listed)
  if (!isInSight) return fail({ code: 'nothing-found', paths: [subject] })
  const advice = listed ?? (await engageUnlisted(store, subject, reader.now))?.advice
  const isWhole = reader.scope === 'all'
  return {
    asOf,
    subject,
    advice:
      advice === undefined
        ? null
        : {
            ...rowOf(telling, advice),
            isListed: listed !== undefined,
            explanation: telling.options[advice.option]?.explanation[reader.language] ?? '',
            measures: advice.measures.map((measure) => words.engagement.measures[measure]),
            rejected: advice.rejected.map((one) => ({
              option: optionOf(telling, one.option),
              reason: rejectedText(telling, advice, one),
              cost: moneyOf(telling, advice, one.cost),
            })),
            benefits: advice.benefits.map((id) => ({ id, label: benefitLabel(id, reader.language) })),
            owner: advice.owner !== null && isProductSeen(lens, advice.owner.product) ? advice.owner : null,
            changes: isWhole ? changesIn(telling, advice) : null,
            known: isWhole ? knownIn(telling, advice) : null,
            figure: isWhole ? advice.figure.id : null,
          },
    decided: answerTo(telling, subject, advice),
    decisions: decisionsOn(telling, subject, advice).map((one) => decisionOf(telling, one)),
    withheld: isWhole ? [] : ['changes', 'known', 'figure'],
    options: telling.options.map(({ number, explanation }) => ({
      ...optionOf(telling, number),
      explanation: explanation[reader.language],
    })),
  }
}

/** What a decision of the portal is about. Throws `nothing-found` for what is not in sight. */
export async function subjectInSight(store: Store, scope: Reader['scope'], subject: string): Promise<DecisionSubject> {
  const lens = await openLens(store, scope)
  if (isPackageSeen(lens, subject)) return { kind: 'part', package: subject, versions: null }
  const { advice } = await assessed(lens)
  const own = advice.find((one) => one.subject === subject && isAdviceSeen(lens, one))?.project
  return own == null ? fail({ code: 'nothing-found', paths: [subject] }) : { kind: 'project', project: own }
}

async function tellingOf(store: Store, reader: Reader): Promise<Telling> {
  const times = { asOf: dayOf(reader.now), knownAt: reader.now }
  const lens = await openLens(store, reader.scope)
  const { decisions } = await loadDecisions(store, times)
  const here = await portalDecisions(store, times)
  const labels = await ownLabels(store, reader.now)
  return {
    ...reader,
    words: wordsInOwnTerms(reader.words, labels, reader.language),
    lens,
    options: textsInOwnTerms(engagementOptionTexts(), labels),
    inForce: await nameMakers(store, reader.actor, decisionsInForce(decisions, times.asOf)),
    here: new Set(here.map(({ id }) => id)),
  }
}

async function assessed({ store, views }: Lens): Promise<EngagementAssessment> {
  return (await storedAssessment(store, views.head.assessment)).engagement
}

function isPackageSeen(lens: Lens, key: string): boolean {
  const number = lens.views.numberOfPackage.get(key)
  return number !== undefined && isSeen(lens, 'package', number)
}

function isAdviceSeen(lens: Lens, { package: name, products }: EngagementAdvice): boolean {
  return name === null ? products.some((product) => isProductSeen(lens, product)) : isPackageSeen(lens, name)
}

/** A project that a product in sight is published as. */
async function isOwnProjectSeen({ lens, now }: Telling, subject: string): Promise<boolean> {
  const organization = await loadOrganization(lens.store, { asOf: dayOf(now), knownAt: now })
  const products = organization?.products.filter(({ published }) => published === subject) ?? []
  return products.some(({ id }) => isProductSeen(lens, id))
}

function rowOf(telling: Telling, advice: EngagementAdvice) {
  const { lens, words } = telling
  const number = lens.views.numberOfPackage.get(advice.package ?? '') ?? -1
  return {
    subject: advice.subject,
    name: advice.name,
    option: optionOf(telling, advice.option),
    standing: advice.standing,
    reason: { code: advice.reason, text: words.engagement.reasons[advice.reason] },
    cost: moneyOf(telling, advice, advice.cost),
    reviewOn: advice.reviewOn,
    criticality: lens.cut.criticality[number] ?? 0,
    products: lens.cut.productsOfPackage[number] ?? 0,
    decided: answerTo(telling, advice.subject, advice),
  }
}

function optionOf({ options, language }: Telling, number: EngagementOption) {
  return { number, label: options[number]?.label[language] ?? String(number) }
}

/** The chain behind the cost of a package opens for who sees the package; that of an own project for who sees the whole. */
function moneyOf({ scope }: Telling, advice: EngagementAdvice, { id, figure }: NamedFigure<MoneyBand>) {
  const value = figure.known ? figure.value : null
  const opens = scope === 'all' || advice.package !== null
  return { id: opens ? id : null, value, why: figure.known ? null : figure.why }
}

/** In force, of the part or its project, for the whole or for what is in sight. */
function decisionsOn(
  { inForce, lens }: Telling,
  subject: string,
  advice: EngagementAdvice | undefined,
): readonly Decision[] {
  const { scope } = lens.cut
  return inForce.filter(
    (one) =>
      (one.unit === null || isWithin(scope, one.unit)) &&
      (one.product === null || isProductSeen(lens, one.product)) &&
      ((one.subject.kind === 'part' && one.subject.package === subject) ||
        (one.subject.kind === 'project' && advice?.project === one.subject.project)),
  )
}

/** What was decided for one unit answers those who look at that unit. */
function answerTo(telling: Telling, subject: string, advice: EngagementAdvice | undefined) {
  const { lens, scope } = telling
  const candidates = decisionsOn(telling, subject, advice)
  if (candidates.length === 0) return null
  const products = advice?.products ?? []
  const [only, ...others] = products
  const product = only !== undefined && others.length === 0 ? only : null
  const { units } = lens.views.head
  const number = product === null ? undefined : lens.views.numberOfProduct.get(product)
  const unitOfProduct = number === undefined ? null : (lens.views.tables.product[number]?.unit ?? null)
  const roots = scope === 'all' ? [] : rootsOf(scope, units)
  const root = roots.length === 1 ? (roots[0] ?? null) : null
  const decision = decisionAnswering(candidates, {
    package: subject.startsWith('pkg:') ? subject : null,
    project: advice?.project ?? null,
    versions: advice?.versions ?? [],
    product,
    units: unitsFrom(units, root ?? unitOfProduct),
  })
  if (decision === undefined) return null
  const { differs } = decidedBefore(decision, advice?.option ?? null)
  return { ...decisionOf(telling, decision), differs }
}

function decisionOf(telling: Telling, decision: Decision) {
  const { id, outcome, option, conditions, reason, by, on, until, unit, product, replaces } = decision
  return {
    id,
    outcome,
    option: option === null ? null : optionOf(telling, option),
    conditions,
    reason,
    by,
    on,
    until,
    unit,
    product,
    replaces,
    isKeptHere: telling.here.has(id),
  }
}

function rejectedText(telling: Telling, advice: EngagementAdvice, { why }: RejectedOption): string {
  const { rejected, rules, facts } = telling.words.engagement
  const list = formatsFor(telling.language).list
  switch (why.code) {
    case 'outranked':
      return rejected.outranked(rules[why.rule], rules[why.by])
    case 'second':
      return rejected.second(rules[why.rule])
    case 'barred':
      return rejected.barred(rules[why.rule])
    case 'open':
      return rejected.open(rules[why.rule], list(why.facts.map((fact) => facts[fact])))
    case 'not-met':
      return rejected['not-met'](rules[why.rule], list(why.facts.map((fact) => factText(telling, advice, fact))))
  }
}

/** A fact with its value, where the reader may know it. */
function factText(telling: Telling, { inputs }: EngagementAdvice, fact: FactName): string {
  const { facts, unknown } = telling.words.engagement
  if (telling.scope !== 'all') return facts[fact]
  const figure = inputs.find((input) => input.fact === fact)?.figure.figure
  return `${facts[fact]}: ${figure?.known === true ? valueText(telling, fact, figure.value) : unknown}`
}

function valueText({ words, language }: Telling, fact: FactName, value: number | string | boolean): string {
  const formats = formatsFor(language)
  if (typeof value !== 'number') return words.engagement.values[String(value)] ?? String(value)
  if (fact === 'ownShare') return formats.percent(value)
  return formats.exact(Math.round(value * 1000) / 1000)
}

function changesIn(telling: Telling, advice: EngagementAdvice) {
  const { views } = telling.lens
  const row = views.tables.package[views.numberOfPackage.get(advice.package ?? '') ?? -1]
  const health = views.tables.subject[row?.subject ?? -1]?.health ?? null
  return changesFromList(advice, health ?? undefined).map(({ fact, kind, value, option }) => ({
    fact,
    label: telling.words.engagement.facts[fact],
    value: valueText(telling, fact, value),
    kind,
    why: kind === 'unknown' ? whyUnknown(advice, fact) : null,
    option: optionOf(telling, option),
  }))
}

/** Null where lists do not keep it. */
function whyUnknown({ inputs }: EngagementAdvice, fact: FactName): UnknownReason | null {
  const figure = inputs.find((input) => input.fact === fact)?.figure.figure
  return figure?.known === false ? figure.why : null
}

/** A no that says only that nothing is on record is left out. */
function knownIn(telling: Telling, { inputs }: EngagementAdvice) {
  return inputs.flatMap(({ fact, figure: { id, figure } }) => {
    if (!figure.known) return []
    const isBlank =
      figure.value === false && figure.from.every((source) => source.kind === 'computed' && source.inputs.length === 0)
    if (isBlank) return []
    return [
      {
        fact,
        label: telling.words.engagement.facts[fact],
        text: valueText(telling, fact, figure.value),
        figure: { id, value: figure.value, why: null },
      },
    ]
  })
}
