/** What was edited in the portal, written as the office's own files have it. */

import { stringify } from 'yaml'
import type { FollowUp, HeardConversation, Motivator } from '#domain/motivators.ts'
import type { ConversationText, MotivatorText } from './motivator-schema.ts'

export type EditsToWrite = {
  readonly added: readonly Motivator[]
  /** Entries that stand in the file already; what was changed of them is written. */
  readonly changed: readonly Motivator[]
  readonly conversations: readonly HeardConversation[]
}

export function editsText({ added, changed, conversations }: EditsToWrite): string {
  const parts = [
    '# Append these entries to motivators.yaml.',
    stringify({ format: 1, motivators: added.map(entryOf) }, { lineWidth: 0 }),
  ]
  if (changed.length > 0)
    parts.push(
      '# In entries that motivators.yaml has already, write these keys; "declined: null" means to remove the key.',
      commented(
        stringify(
          changed.map(({ id, from, to, followUp, declined }) => ({
            id,
            from,
            to,
            ...(followUp === null ? {} : { followUp: followUpOf(followUp) }),
            declined,
          })),
          { lineWidth: 0 },
        ),
      ),
    )
  for (const conversation of conversations) {
    const front = stringify(frontOf(conversation), { lineWidth: 0 })
    parts.push(
      `# Write this to conversations/${conversation.id}.md, without the "# " before each line.`,
      commented(`---\n${front}---\n${conversation.note ?? ''}`),
    )
  }
  return `${parts.map((part) => part.trimEnd()).join('\n')}\n`
}

function commented(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')
}

function entryOf(motivator: Motivator): MotivatorText {
  const { id, statement, kind, catalog, conversations, areas, activities, benefits, from, to } = motivator
  const { strength, obstacle, wish, followUp, declined } = motivator
  return {
    id,
    ...(statement === null ? {} : { statement }),
    ...(catalog === null ? {} : { catalog }),
    valueKind: kind,
    conversations: [...conversations],
    areas: [...areas],
    activities: [...activities],
    benefits: [...benefits],
    from,
    to,
    ...(strength === null ? {} : { strength }),
    ...(obstacle === null ? {} : { obstacle }),
    ...(wish === null ? {} : { wish }),
    ...(followUp === null ? {} : { followUp: followUpOf(followUp) }),
    ...(declined === null ? {} : { declined }),
  }
}

function followUpOf({ isDone, after, ...agreed }: FollowUp): MotivatorText['followUp'] {
  return { ...agreed, ...(isDone ? { done: true } : {}), ...(after.length === 0 ? {} : { after: [...after] }) }
}

function frontOf({ id, on, with: whom, unit, audience, interviewer, stance }: HeardConversation): ConversationText & {
  format: 1
} {
  return {
    format: 1,
    id,
    on,
    with: whom.person === null ? { role: whom.role } : { person: whom.person },
    ...(unit === null ? {} : { unit }),
    audience,
    interviewer,
    consent: 'quote',
    confidentiality: 'organization',
    ...(stance === null ? {} : { stance }),
  }
}
