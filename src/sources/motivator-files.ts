/**
 * Reads conversations, motivators and chosen benefits of an office, and returns what may be shown of them: nothing else
 * leaves this file. What a person wrote wrong is refused with file and line.
 */

import { mayBeShown, type Conversation, type SaidMotivator } from '#domain/consent.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import type { ChosenBenefit, Heard, MotivatorContent, OwnBenefit } from '#domain/motivators.ts'
import type { Organization } from '#domain/organization.ts'
import { readConversation, type NamedBytes } from './conversation-file.ts'
import { motivatorMistake } from './motivator-mistakes.ts'
import { benefitFileSchema, motivatorFileSchema, type MotivatorText } from './motivator-schema.ts'
import { openYaml, type ConfigProblem } from './yaml-file.ts'

export type { NamedBytes }

/** The files of an office, in the order in which they are read. */
export type MotivatorFiles = {
  readonly conversations: readonly NamedBytes[]
  readonly motivators: readonly NamedBytes[]
  readonly benefits: readonly NamedBytes[]
}

/** The names that entries may carry. */
export type MotivatorContext = { readonly content: MotivatorContent; readonly organization: Organization }

type Refused = { readonly ok: false; readonly problem: ConfigProblem }
export type MotivatorRead = { readonly ok: true; readonly heard: Heard } | Refused

export function readMotivatorFiles(files: MotivatorFiles, context: MotivatorContext): MotivatorRead {
  const conversations: Conversation[] = []
  for (const file of files.conversations) {
    const read = readConversation(file, context.organization, new Set(conversations.map(({ id }) => id)))
    if (!read.ok) return read
    conversations.push(read.conversation)
  }
  const benefits = readBenefits(files.benefits, context.content)
  if (!benefits.ok) return benefits
  const motivators = readMotivators(files.motivators, conversations, benefits.own, context)
  if (!motivators.ok) return motivators
  const { chosen, own: ownBenefits } = benefits
  return { ok: true, heard: mayBeShown({ conversations, motivators: motivators.said, chosen, ownBenefits }) }
}

function readMotivators(
  files: readonly NamedBytes[],
  conversations: readonly Conversation[],
  ownBenefits: readonly OwnBenefit[],
  { content, organization }: MotivatorContext,
): { readonly ok: true; readonly said: readonly SaidMotivator[] } | Refused {
  const said: SaidMotivator[] = []
  for (const { name, bytes } of files) {
    // A statement may come from a conversation that nobody may read of.
    const opened = openYaml(bytes, name, motivatorFileSchema, { isConfidential: true })
    if (!opened.ok) return opened
    const { motivators } = opened.value
    const mistake = motivatorMistake(motivators, { said, conversations, ownBenefits, content, organization })
    if (mistake !== undefined)
      return { ok: false, problem: opened.problemAt(['motivators', ...mistake.path], mistake.what) }
    said.push(...motivators.map((one) => saidOf(one, content)))
  }
  return { ok: true, said }
}

/** What an entry leaves open comes from the catalog. */
function saidOf(text: MotivatorText, { catalog }: MotivatorContent): SaidMotivator {
  const known = catalog.find(({ id }) => id === text.catalog)
  const from = (text.from ?? known?.from ?? 1) as LevelNumber
  return {
    id: text.id,
    statement: text.statement ?? null,
    kind: text.valueKind ?? known?.kind ?? 'technology',
    catalog: text.catalog ?? null,
    conversations: text.conversations ?? [],
    areas: text.areas ?? [],
    activities: text.activities ?? known?.activities ?? [],
    benefits: text.benefits ?? known?.benefits ?? [],
    from,
    to: (text.to ?? Math.max(from, known?.to ?? 4)) as LevelNumber,
    strength: text.strength ?? null,
    obstacle: text.obstacle ?? null,
    wish: text.wish ?? null,
    followUp:
      text.followUp === undefined
        ? null
        : {
            ...(text.followUp.what === undefined ? {} : { what: text.followUp.what }),
            by: text.followUp.by,
            until: text.followUp.until,
            isDone: text.followUp.done ?? false,
            after: text.followUp.after ?? [],
          },
    declined: text.declined ?? null,
  }
}

type BenefitsRead =
  | { readonly ok: true; readonly chosen: readonly ChosenBenefit[]; readonly own: readonly OwnBenefit[] }
  | Refused

function readBenefits(files: readonly NamedBytes[], content: MotivatorContent): BenefitsRead {
  const chosen: ChosenBenefit[] = []
  const own: OwnBenefit[] = []
  const known = new Set(content.benefits.map(({ id }) => id))
  for (const { name, bytes } of files) {
    const opened = openYaml(bytes, name, benefitFileSchema)
    if (!opened.ok) return opened
    const refused = (list: string, at: number, key: string, what: string): Refused => ({
      ok: false,
      problem: opened.problemAt([list, at, key], what),
    })
    for (const [at, { from, to, ...one }] of (opened.value.own ?? []).entries()) {
      if (known.has(one.id)) return refused('own', at, 'id', 'is used twice among the benefits')
      const first = (from ?? 0) as LevelNumber
      if (to !== undefined && to < first) return refused('own', at, 'to', 'lies before "from"')
      known.add(one.id)
      own.push({
        id: one.id,
        statement: one.statement,
        from: first,
        to: (to ?? 4) as LevelNumber,
        activities: one.activities ?? [],
        stakeholders: one.stakeholders ?? [],
        shownBy: one.shownBy ?? [],
      })
    }
    for (const [at, { benefit, rank, reason }] of (opened.value.chosen ?? []).entries()) {
      if (!known.has(benefit))
        return refused(
          'chosen',
          at,
          'benefit',
          `names "${benefit}", and no benefit of the catalog or your own has that id`,
        )
      if (chosen.some((other) => other.benefit === benefit)) return refused('chosen', at, 'benefit', 'is chosen twice')
      if (chosen.some((other) => other.rank === rank))
        return refused('chosen', at, 'rank', 'two benefits share this rank')
      chosen.push({ benefit, rank, reason: reason ?? null })
    }
  }
  return { ok: true, chosen: chosen.toSorted((a, b) => a.rank - b.rank), own }
}
