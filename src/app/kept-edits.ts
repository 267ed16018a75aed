/**
 * Where edits of motivators are kept: all that stand as one original, which takes the place of the one before. What was
 * taken back, and what a person no longer agrees to, is deleted with its bytes.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import { noEdits, withoutPerson, type MotivatorEdits } from '#domain/motivator-edits.ts'
import type { PersonId } from '#domain/organization.ts'
import { engines } from '#store/dialect.ts'
import { findEvidence, listEvidence, loadEvidenceBytes, saveEvidence, tombstoneEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Times } from './load-portfolio.ts'

const originalName = 'motivators edited in the portal.json'

export type LoadedEdits = { readonly edits: MotivatorEdits; readonly evidence: EvidenceId }

/** As of two times; undefined where there were none, or others have replaced them since. */
export async function loadEdits(store: Store, times: Times): Promise<LoadedEdits | undefined> {
  const facts = await loadFacts(store, 'motivators', times)
  const evidence = facts.find(({ source }) => source === 'portal')?.evidence
  const kept = evidence === undefined ? undefined : await findEvidence(store, evidence)
  if (evidence === undefined || kept === undefined || kept.tombstone !== null) return undefined
  const text = new TextDecoder().decode(await loadEvidenceBytes(store, evidence))
  return { edits: JSON.parse(text) as MotivatorEdits, evidence }
}

/**
 * Replaces what is kept, one at a time; `edit` sees what stands and does what else belongs to the same act. It gives null
 * to leave all as it is.
 */
export async function changeEdits(
  store: Store,
  now: IsoTime,
  edit: (inside: Store, edits: MotivatorEdits) => Promise<MotivatorEdits | null>,
): Promise<void> {
  const asOf = dayOf(now)
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'motivator-edits')
    const before = (await loadEdits(inside, latest))?.edits ?? noEdits
    const after = await edit(inside, before)
    if (after === null) return
    const bytes = new TextEncoder().encode(JSON.stringify({ ...after, sequence: before.sequence + 1 }))
    const [original] = await saveEvidence(inside, [
      { kind: 'answer', name: originalName, bytes, retrievedAt: now, recordedAt: now },
    ])
    if (original === undefined) return
    const place = { kind: 'motivators', subject: 'organization', source: 'portal', at: '' } as const
    await saveFacts(inside, [{ ...place, evidence: original.id, observedOn: asOf, facts: {} }], { recordedAt: now })
  })
  await deleteReplaced(store, now)
}

/** Whenever they are dated: an edit by a clock that goes ahead is not lost. */
const latest: Times = { asOf: '9999-12-31', knownAt: '9999-12-31T23:59:59.999Z' }

/** Outside of the transaction, so that the bytes leave the files too; whatever a crash left goes with the next edit. */
async function deleteReplaced(store: Store, now: IsoTime): Promise<void> {
  const originals = (await listEvidence(store, { kinds: ['answer'] })).filter(
    ({ name, tombstone }) => name === originalName && tombstone === null,
  )
  // Asked after the list: what another one adds meanwhile is not in it.
  const current = (await loadEdits(store, latest))?.evidence
  for (const { id } of originals)
    if (id !== current) await tombstoneEvidence(store, id, 'replaced: edits may have been taken back', now)
}

/** Takes out what a person said here, and their name out of what others wrote. */
export async function forgetInEdits(
  store: Store,
  person: PersonId,
  texts: readonly string[],
  now: IsoTime,
): Promise<void> {
  if ((await loadEdits(store, latest)) === undefined) return
  await changeEdits(store, now, (_, edits) => {
    const left = withoutPerson(edits, person, texts)
    return Promise.resolve(JSON.stringify(left) === JSON.stringify(edits) ? null : left)
  })
}
