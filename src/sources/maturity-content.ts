/** The maturity model from `content/maturity`, with its cross references checked: an id that nothing carries is refused. */

import type { z } from 'zod'
import type { LocalList, LocalText, MaturityModel, PassRule } from '#domain/maturity-model.ts'
import { fail } from '#domain/problem.ts'
import { readContent } from './content.ts'
import {
  activityTypesSchema,
  crosswalkSchema,
  frameworkSchema,
  indicatorsSchema,
  levelsSchema,
  questionsSchema,
  recordKindsSchema,
  stagesSchema,
  type localText,
} from './maturity-schema.ts'

let loaded: MaturityModel | undefined

/** Reads the packs on the first call; they do not change while the program runs. */
export function loadMaturityModel(): MaturityModel {
  loaded ??= readMaturityModel()
  return loaded
}

const frameworkFiles = ['iso-5230', 'iso-18974', 'ggi', 'finos', 'todo-checklist'] as const

type Missing = {
  -readonly [Key in keyof MaturityModel['untranslated'][number]]: MaturityModel['untranslated'][number][Key]
}

function readMaturityModel(): MaturityModel {
  const missing: Missing[] = []
  const translating =
    (pack: string) =>
    <T>(entry: string, text: { readonly en: T; readonly de?: T | undefined; readonly ja?: T | undefined }) => {
      for (const language of ['de', 'ja'] as const)
        if (text[language] === undefined) missing.push({ pack, entry, language })
      return { en: text.en, de: text.de ?? text.en, ja: text.ja ?? text.en }
    }
  const levels = readContent('maturity/levels.yaml', levelsSchema)
  const stages = readContent('maturity/stages.yaml', stagesSchema)
  const crosswalk = readContent('maturity/crosswalk.yaml', crosswalkSchema)
  const activities = readContent('maturity/activity-types.yaml', activityTypesSchema)
  const indicators = readContent('maturity/indicators.yaml', indicatorsSchema)
  const kinds = readContent('maturity/record-kinds.yaml', recordKindsSchema)
  const questions = readContent('maturity/questions.yaml', questionsSchema)
  const frameworks = frameworkFiles.map((file) => readContent(`maturity/frameworks/${file}.yaml`, frameworkSchema))
  const inLevels = translating(levels.pack)
  const inStages = translating(stages.pack)
  const inCrosswalk = translating(crosswalk.pack)
  const inActivities = translating(activities.pack)
  const inIndicators = translating(indicators.pack)
  const inKinds = translating(kinds.pack)
  const inQuestions = translating(questions.pack)
  const recordKinds = kinds.kinds.map(({ declaration, ...kind }) => ({
    ...ours(kind),
    declaration: declaration ?? null,
    label: inKinds(kind.id, kind.label),
  }))
  const labelOf = new Map(recordKinds.map(({ id, label }) => [id, label]))
  return checked({
    versions: Object.fromEntries(
      [levels, stages, crosswalk, activities, indicators, kinds, questions, ...frameworks].map(({ pack, version }) => [
        pack,
        version,
      ]),
    ),
    levels: levels.levels.map((one) => ({
      ...ours(one),
      label: inLevels(one.id, one.label),
      text: inLevels(one.id, one.text),
    })),
    stages: stages.stages.map((one) => ({
      ...ours(one),
      label: inStages(one.id, one.label),
      benefits: inStages(one.id, one.benefits) satisfies LocalList,
      role: inStages(one.id, one.role),
      people: inStages(one.id, one.people),
    })),
    crosswalk: crosswalk.rows.map(({ 'carl-eric': carlEric, ...one }) => ({
      ...ours(one),
      carlEric,
      note: inCrosswalk(one.id, one.note),
    })),
    activityTypes: activities.types.map((one) => ({ ...ours(one), label: inActivities(one.id, one.label) })),
    handling: activities.handling.map((one) => ({ ...ours(one), text: inActivities(one.id, one.text) })),
    indicators: indicators.indicators.map(({ gate, ...one }) => ({
      ...ours(one),
      isGate: gate,
      label: inIndicators(one.id, one.label),
      question: inIndicators(one.id, one.question),
      pass: {
        ...thresholdsOf(one.pass),
        unit: one.pass.unit,
        days: one.pass.days ?? null,
        share: one.pass.share ?? null,
      } satisfies PassRule,
      needs: one.needs.map((need) => ({
        ...thresholdsOf(need),
        kind: need.kind,
        reviewedWithinMonths: need['reviewed-within-months'] ?? null,
      })),
    })),
    recordKinds,
    questions: questions.questions.map((one) => ({ ...ours(one), text: inQuestions(one.id, one.text) })),
    frameworks: frameworks.map(({ pack, framework, title, edition, note, items, ...one }) => ({
      id: framework,
      title,
      edition,
      source: one.source,
      sourceLicense: one['source-license'],
      note: translating(pack)(framework, note),
      items: items.map(({ title: own, gap, group, ...item }) => ({
        ...ours(item),
        group: group ?? null,
        title: titleOf(own, item.records, labelOf, translating(pack), item.id),
        gap: gap === undefined ? null : translating(pack)(item.id, gap),
      })),
    })),
    untranslated: missing,
  })
}

function ours<T extends { 'source-license': string }>({ 'source-license': sourceLicense, ...rest }: T) {
  return { ...rest, sourceLicense }
}

type Threshold = { 'at-least'?: number | undefined; 'at-most'?: number | undefined; 'more-than'?: number | undefined }

function thresholdsOf(rule: Threshold) {
  return { atLeast: rule['at-least'] ?? null, atMost: rule['at-most'] ?? null, moreThan: rule['more-than'] ?? null }
}

/** An item that one kind of record answers may leave its title to it. */
function titleOf(
  own: z.infer<typeof localText> | undefined,
  records: readonly string[],
  labelOf: ReadonlyMap<string, LocalText>,
  translate: (entry: string, text: z.infer<typeof localText>) => LocalText,
  item: string,
): LocalText {
  if (own !== undefined) return translate(item, own)
  return labelOf.get(records[0] ?? '') ?? { en: item, de: item, ja: item }
}

/** Every id that one pack names must stand in another. */
function checked(model: MaturityModel): MaturityModel {
  const indicators = new Set(model.indicators.map(({ id }) => id))
  const kinds = new Set(model.recordKinds.map(({ id }) => id))
  const mentions: readonly (readonly [string, string, ReadonlySet<string>])[] = [
    ...model.stages.flatMap(({ id, gates, supports }) =>
      [...gates, ...supports].map((name) => [`stages.yaml, ${id}`, name, indicators] as const),
    ),
    ...model.indicators.flatMap(({ id, needs }) =>
      needs.map(({ kind }) => [`indicators.yaml, ${id}`, kind, kinds] as const),
    ),
    ...model.questions.flatMap(({ id, indicators: names }) =>
      names.map((name) => [`questions.yaml, ${id}`, name, indicators] as const),
    ),
    ...model.frameworks.flatMap(({ id: framework, items }) =>
      items.flatMap((item) => [
        ...item.indicators.map((name) => [`${framework}, ${item.id}`, name, indicators] as const),
        ...item.records.map((name) => [`${framework}, ${item.id}`, name, kinds] as const),
      ]),
    ),
  ]
  const wrong = mentions.find(([, name, known]) => !known.has(name))
  return wrong === undefined
    ? model
    : fail({
        code: 'config-invalid',
        file: 'content/maturity',
        where: wrong[0],
        what: `names "${wrong[1]}", and no entry has that id`,
      })
}
