/**
 * A conversation as a person keeps it: Markdown, with what is known about it between two lines of `---`. Whatever is wrong
 * with it is told by line alone, since nobody can say yet how confidential it is.
 */

import type { Conversation } from '#domain/consent.ts'
import type { Organization } from '#domain/organization.ts'
import { conversationSchema, type ConversationText } from './motivator-schema.ts'
import { openYaml, type ConfigProblem, type YamlPath } from './yaml-file.ts'

/** @param name as the person knows the file; it stands in the problem */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }

export type ConversationRead =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly problem: ConfigProblem }

const fence = '---'

/** @param taken ids of conversations in other files */
export function readConversation(
  { name, bytes }: NamedBytes,
  organization: Organization,
  taken: ReadonlySet<string>,
): ConversationRead {
  const refused = (what: string): ConversationRead => ({
    ok: false,
    problem: { code: 'config-invalid', file: name, where: 'line 1', what },
  })
  const text = decoded(bytes)
  if (text === undefined) return refused('the file is not UTF-8 text; save it as UTF-8')
  const lines = text.split(/\r?\n/)
  const end = lines.indexOf(fence, 1)
  if (lines[0] !== fence || end < 0) return refused('must begin with its description between two lines of ---')
  // The fence becomes an empty line, so that lines count as in the file.
  const front = new TextEncoder().encode(['', ...lines.slice(1, end), ''].join('\n'))
  const opened = openYaml(front, name, conversationSchema, { isConfidential: true })
  if (!opened.ok) return opened
  const mistake = mistakeOf(opened.value, organization, taken)
  if (mistake !== undefined) return { ok: false, problem: opened.problemAt(mistake.path, mistake.what) }
  const note = lines
    .slice(end + 1)
    .join('\n')
    .trim()
  return { ok: true, conversation: conversationOf(opened.value, note === '' ? null : note) }
}

function conversationOf(text: ConversationText, note: string | null): Conversation {
  const { person, role } = text.with
  return {
    id: text.id,
    on: text.on,
    with: person === undefined ? { person: null, role: role ?? '' } : { person, role: null },
    unit: text.unit ?? null,
    audience: text.audience,
    interviewer: text.interviewer,
    consent: text.consent,
    confidentiality: text.confidentiality,
    stance: text.stance ?? null,
    note,
  }
}

type Mistake = { readonly path: YamlPath; readonly what: string }

function mistakeOf(
  { id, with: { person }, unit, interviewer }: ConversationText,
  { people, units }: Organization,
  taken: ReadonlySet<string>,
): Mistake | undefined {
  const isPerson = (name: string): boolean => people.some((one) => one.id === name)
  const nobody = 'no person of organization.yaml has that id'
  if (taken.has(id)) return { path: ['id'], what: 'is used twice among the conversations' }
  if (person !== undefined && !isPerson(person)) return { path: ['with', 'person'], what: nobody }
  if (unit !== undefined && !units.some((one) => one.id === unit))
    return { path: ['unit'], what: 'no unit of organization.yaml has that id' }
  return isPerson(interviewer) ? undefined : { path: ['interviewer'], what: nobody }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
