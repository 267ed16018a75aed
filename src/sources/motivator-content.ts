/** Benefits, motivators, guides and the template of the matrix, with their cross references checked. */

import type { MotivatorContent } from '#domain/motivators.ts'
import { fail } from '#domain/problem.ts'
import { readContent } from './content.ts'
import { benefitsSchema, guidesSchema, motivatorsSchema, templateSchema } from './motivator-content-schema.ts'

let loaded: MotivatorContent | undefined

/** Reads the packs on the first call; they do not change while the program runs. */
export function loadMotivatorContent(): MotivatorContent {
  loaded ??= readMotivatorContent()
  return loaded
}

function readMotivatorContent(): MotivatorContent {
  const benefits = readContent('benefits/benefits.yaml', benefitsSchema)
  const motivators = readContent('motivators/catalog.yaml', motivatorsSchema)
  const guides = readContent('motivators/guides.yaml', guidesSchema)
  const template = readContent('motivators/matrix-template.yaml', templateSchema)
  return checked({
    versions: Object.fromEntries([benefits, motivators, guides, template].map(({ pack, version }) => [pack, version])),
    benefits: benefits.benefits.map(({ 'shown-by': shownBy, beside = [], ...one }) => ({
      ...ours(one),
      shownBy,
      beside,
    })),
    kinds: motivators.kinds.map(ours),
    catalog: motivators.motivators.map(ours),
    guides: guides.guides.map((one) => ({ ...one, questions: one.questions.map(ours) })),
    template: {
      isProposal: true,
      note: template.note,
      rows: template.rows,
      boxes: template.boxes.map(({ touches, mainly, ...one }) => ({
        ...ours(one),
        touches: touches ?? null,
        mainly: mainly ?? null,
      })),
    },
  })
}

function ours<T extends { 'source-license': string }>({ 'source-license': sourceLicense, ...rest }: T) {
  return { ...rest, sourceLicense }
}

/** Every id that one pack names must stand in another, and no bar may end before it begins. */
function checked(content: MotivatorContent): MotivatorContent {
  const benefits = new Set(content.benefits.map(({ id }) => id))
  const catalog = new Set(content.catalog.map(({ id }) => id))
  const mentions: readonly (readonly [string, string, ReadonlySet<string>])[] = [
    ...content.catalog.flatMap(({ id, benefits: names }) =>
      names.map((name) => [`catalog.yaml, ${id}`, name, benefits] as const),
    ),
    ...content.template.boxes.map(({ id, motivator }) => [`matrix-template.yaml, ${id}`, motivator, catalog] as const),
  ]
  const wrong = mentions.find(([, name, known]) => !known.has(name))
  const backward = [...content.benefits, ...content.catalog, ...content.template.boxes].find(
    ({ from, to }) => from > to,
  )
  if (wrong !== undefined) return refused(wrong[0], `names "${wrong[1]}", and no entry has that id`)
  return backward === undefined ? content : refused(backward.id, '"to" lies before "from"')
}

function refused(where: string, what: string): never {
  return fail({ code: 'config-invalid', file: 'content/motivators', where, what })
}
