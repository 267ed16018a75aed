/** What one chooses from to add what somebody said, and the edits as YAML for the office's own files. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { EditStamp } from '#domain/motivator-edits.ts'
import type { HeardConversation, Motivator, TalkAudience } from '#domain/motivators.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { editsText } from '#sources/motivator-export.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { followersIn, isEditable } from './change-motivators.ts'
import { dayOf } from './clock.ts'
import { loadHeard } from './record-motivators.ts'
import { currentUnits } from './units.ts'

export type MotivatorForm = {
  units: { id: UnitId; name: string }[]
  /** Whether something may be said of the organization as a whole. */
  isWholeOpen: boolean
  levels: string[]
  kinds: { id: string; label: string }[]
  catalog: { id: string; label: string; kind: string; from: number; to: number }[]
  /** Who can follow something up. */
  people: PersonId[]
  conversations: { id: string; on: IsoDate; by: string; unit: UnitId | null; audience: TalkAudience }[]
}

export async function motivatorForm(
  store: Store,
  scope: Scope,
  language: Language,
  now: IsoTime,
): Promise<MotivatorForm> {
  const { kinds, catalog } = loadMotivatorContent()
  const { conversations } = await loadHeard(store, { asOf: dayOf(now), knownAt: now })
  const units = await currentUnits(store, now)
  return {
    units: units.filter(({ id }) => isWithin(scope, id)).map(({ id, name }) => ({ id, name })),
    isWholeOpen: scope === 'all',
    levels: loadMaturityModel().levels.map(({ label }) => label[language]),
    kinds: kinds.map(({ id, label }) => ({ id, label: label[language] })),
    catalog: catalog.map(({ id, label, kind, from, to }) => ({ id, label: label[language], kind, from, to })),
    people: [...(await followersIn(store, scope, now))],
    conversations: conversations
      .filter(({ unit }) => isWithin(scope, unit))
      .map(({ id, on, with: { person, role }, unit, audience }) => ({
        id,
        on,
        by: person ?? role ?? '',
        unit,
        audience,
      })),
  }
}

/** Those edits that lie within the scope. */
export async function exportEdits(store: Store, scope: Scope, now: IsoTime): Promise<string> {
  const { motivators, edits } = await loadHeard(store, { asOf: dayOf(now), knownAt: now })
  const shown = motivators.filter(({ areas }) => isEditable(scope, areas))
  const added = new Set(edits?.motivators.map(({ id }) => id))
  const changed = new Set(edits?.changes.map(({ motivator }) => motivator))
  const conversations: readonly (HeardConversation & EditStamp)[] = edits?.conversations ?? []
  return editsText({
    added: shown.filter(({ id }) => added.has(id)),
    changed: shown.filter(({ id }: Motivator) => changed.has(id) && !added.has(id)),
    conversations: conversations.filter(({ unit }) => isWithin(scope, unit)),
  })
}
