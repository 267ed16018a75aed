/** What a schema cannot see in `motivators.yaml`: names that nothing carries, a source that is missing, circles. */

import type { Conversation, SaidMotivator } from '#domain/consent.ts'
import type { MotivatorContent, OwnBenefit } from '#domain/motivators.ts'
import type { Organization } from '#domain/organization.ts'
import type { MotivatorText } from './motivator-schema.ts'
import type { YamlPath } from './yaml-file.ts'

export type MotivatorMistake = { readonly path: YamlPath; readonly what: string }

export type MotivatorNames = {
  /** Entries of files read before. */
  readonly said: readonly SaidMotivator[]
  readonly conversations: readonly Conversation[]
  readonly ownBenefits: readonly OwnBenefit[]
  readonly content: MotivatorContent
  readonly organization: Organization
}

/** The first mistake of a file; the path begins with the index of the entry. */
export function motivatorMistake(
  entries: readonly MotivatorText[],
  names: MotivatorNames,
): MotivatorMistake | undefined {
  const ids = new Set(names.said.map(({ id }) => id))
  for (const [index, entry] of entries.entries()) {
    const mistake = ids.has(entry.id)
      ? { path: ['id'], what: 'is used twice among the motivators' }
      : (entryMistake(entry, names) ?? unknownName(entry, names))
    if (mistake !== undefined) return { path: [index, ...mistake.path], what: mistake.what }
    ids.add(entry.id)
  }
  return followUpMistake(entries, names.said)
}

function entryMistake(entry: MotivatorText, { content }: MotivatorNames): MotivatorMistake | undefined {
  const { catalog, conversations = [], statement, valueKind, from, to } = entry
  if (conversations.length === 0 && catalog === undefined)
    return {
      path: [],
      what: 'names neither a conversation nor an entry of the catalog; what nobody said is no motivator',
    }
  if (new Set(conversations).size < conversations.length)
    return { path: ['conversations'], what: 'names a conversation twice' }
  if (catalog === undefined && statement === undefined) return { path: [], what: '"statement" is missing' }
  if (catalog === undefined && valueKind === undefined) return { path: [], what: '"valueKind" is missing' }
  if (catalog === undefined && from === undefined)
    return { path: [], what: '"from" is missing: the level from which it can be served' }
  const start = from ?? content.catalog.find(({ id }) => id === catalog)?.from ?? 0
  return to !== undefined && to < start ? { path: ['to'], what: 'lies before "from"' } : undefined
}

function unknownName(entry: MotivatorText, names: MotivatorNames): MotivatorMistake | undefined {
  const { content, organization } = names
  const known = {
    'conversation has': new Set(names.conversations.map(({ id }) => id)),
    'unit of organization.yaml has': new Set(organization.units.map(({ id }) => id)),
    'person of organization.yaml has': new Set(organization.people.map(({ id }) => id)),
    'entry of the catalog has': new Set(content.catalog.map(({ id }) => id)),
    'benefit has': new Set([...content.benefits, ...names.ownBenefits].map(({ id }) => id)),
  }
  type Mention = { readonly path: YamlPath; readonly of: keyof typeof known; readonly name: string | undefined }
  const each = (key: string, of: keyof typeof known, list: readonly string[] = []): readonly Mention[] =>
    list.map((name, place) => ({ path: [key, place], of, name }))
  const mentions: readonly Mention[] = [
    { path: ['catalog'], of: 'entry of the catalog has', name: entry.catalog },
    ...each('conversations', 'conversation has', entry.conversations),
    ...each('areas', 'unit of organization.yaml has', entry.areas),
    ...each('benefits', 'benefit has', entry.benefits),
    { path: ['followUp', 'by'], of: 'person of organization.yaml has', name: entry.followUp?.by },
  ]
  const wrong = mentions.find(({ of, name }) => name !== undefined && !known[of].has(name))
  return wrong && { path: wrong.path, what: `names "${wrong.name}", and no ${wrong.of} that id` }
}

/** A follow-up waits for others of the same file or earlier ones; none may wait for itself, not even by a detour. */
function followUpMistake(
  entries: readonly MotivatorText[],
  before: readonly SaidMotivator[],
): MotivatorMistake | undefined {
  const waits = new Map<string, readonly string[]>([
    ...before.flatMap(({ id, followUp }) => (followUp === null ? [] : [[id, followUp.after] as const])),
    ...entries.flatMap(({ id, followUp }) => (followUp === undefined ? [] : [[id, followUp.after ?? []] as const])),
  ])
  for (const [index, { id, followUp }] of entries.entries()) {
    for (const [place, name] of (followUp?.after ?? []).entries())
      if (!waits.has(name))
        return { path: [index, 'followUp', 'after', place], what: 'names no motivator that has a follow-up' }
    if (reaches(id, waits)) return { path: [index, 'followUp', 'after'], what: 'waits for itself in a circle' }
  }
  return undefined
}

function reaches(start: string, waits: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [...(waits.get(start) ?? [])]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === start) return true
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...(waits.get(name) ?? []))
  }
  return false
}
