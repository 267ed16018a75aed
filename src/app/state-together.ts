/** States the same about many findings at once: what cannot be taken is refused with its reason, the rest is one act. */

import { isWithin, type Actor, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { isAccepted, mostFindingsAtOnce, type Refusal, type StatusContent } from '#domain/finding-status.ts'
import type { ProductId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { answerStatusBatch, beginStatusBatch, findStatusBatch, type NewStatus } from '#store/finding-statuses.ts'
import type { Store } from '#store/store.ts'
import { sha256 } from '#store/text.ts'
import { scopeFor } from './access/scope-for.ts'
import { dayOf } from './clock.ts'
import { openLens } from './lists/ask.ts'
import { isSeen, type Lens } from './lists/cut.ts'
import { isAbout, numberOfStated } from './lists/statuses.ts'
import { expectWhole, findingsOf, keep, productsUsing, unitOf, type Stated } from './state-status.ts'

type FindingPlace = Refusal['finding']

export type WishForMany = StatusContent & { readonly findings: readonly FindingPlace[] }

export type StatedTogether = Stated & {
  /** Findings about which it was stated. */
  readonly taken: number
  readonly refused: readonly Refusal[]
}

/** Whoever may not speak for all states it for each product by itself. */
const mostStatements = 20_000

/**
 * States it for all products where the person may speak for all, otherwise for those of their units that use the part.
 *
 * @param lens cut to what the person may state something about
 * @param key the same request under the same key is answered as it was the first time
 * Fails with `usage` for what does not hold together, is too much, or comes with a key that stood for something else.
 */
export async function stateTogether(
  store: Store,
  lens: Lens,
  { actor, now }: { readonly actor: Actor; readonly now: IsoTime },
  wish: WishForMany,
  key: string | null,
): Promise<StatedTogether & { readonly isNew: boolean }> {
  const request = sha256(JSON.stringify(wish))
  const told = await toldBefore(store, actor, key, request)
  if (told !== undefined) return { ...told, isNew: false }
  const { findings, ...content } = wish
  if (findings.length > mostFindingsAtOnce)
    fail({ code: 'usage', what: `findings: ${findings.length}, at most ${mostFindingsAtOnce} at once` })
  expectWhole(content, now)
  const { statuses, taken, refused } = await sortedOut(store, lens, { actor, now }, findings, content)
  if (statuses.length > mostStatements)
    fail({ code: 'usage', what: `findings: ${statuses.length} statements, at most ${mostStatements} at once` })
  const stated = await store.transaction(async (inside): Promise<StatedTogether | undefined> => {
    const batch = key === null ? null : await beginStatusBatch(inside, { actor: actor.id, key, request }, now)
    if (batch === undefined) return undefined
    const answer = { ...(await keep(inside, lens, actor, statuses, now)), taken, refused }
    if (batch !== null) await answerStatusBatch(inside, batch, answer)
    return answer
  })
  if (stated !== undefined) return { ...stated, isNew: true }
  // Another request with the same key came first.
  const twin = await toldBefore(store, actor, key, request)
  if (twin === undefined) throw new Error('what was stated vanished')
  return { ...twin, isNew: false }
}

async function toldBefore(
  store: Store,
  { id }: Actor,
  key: string | null,
  request: string,
): Promise<StatedTogether | undefined> {
  const before = key === null ? undefined : await findStatusBatch(store, { actor: id, key })
  if (before !== undefined && before.request !== request)
    fail({ code: 'usage', what: 'the Idempotency-Key was used for something else' })
  return before?.answer as StatedTogether | undefined
}

/** What can be stated, and what cannot and why. */
async function sortedOut(
  store: Store,
  lens: Lens,
  { actor, now }: { readonly actor: Actor; readonly now: IsoTime },
  findings: readonly FindingPlace[],
  content: StatusContent,
): Promise<{ readonly statuses: readonly NewStatus[]; readonly taken: number; readonly refused: readonly Refusal[] }> {
  const reading = await openLens(store, await scopeFor(store, actor, 'read', now), dayOf(now))
  const deciding: Scope = isAccepted(content) ? await scopeFor(store, actor, 'decide', now) : 'all'
  const numbers = new Set(findings.flatMap(({ part }) => numberOfStated(lens.views, part) ?? []))
  const using = lens.cut.scope === 'all' ? null : await productsUsing(lens, [...numbers])
  const statuses: NewStatus[] = []
  const refused: Refusal[] = []
  const done = new Set<string>()
  for (const finding of findings) {
    const number = numberOfStated(lens.views, finding.part)
    const rows = findingsOf(lens, number)
    const row = rows.find(({ id }) => id === finding.id) ?? rows.find((one) => isAbout({ advisory: finding.id }, one))
    const isThere = number !== undefined && row !== undefined
    if (!isThere || !isSeen(lens, 'part', number)) {
      const why = isThere && isSeen(reading, 'part', number) ? 'beyond-rights' : 'nothing-found'
      refused.push({ finding, why })
      continue
    }
    const products: readonly (ProductId | null)[] = using === null ? [null] : (using.get(number) ?? [])
    if (!products.every((product) => isWithin(deciding, unitOf(lens, product)))) {
      refused.push({ finding, why: 'needs-decider' })
      continue
    }
    // Several ids may mean one finding.
    const place = JSON.stringify([row.id, finding.part])
    if (done.has(place)) continue
    done.add(place)
    for (const product of products)
      statuses.push({ advisory: row.id, part: finding.part, product, ...content, by: actor.id, undoes: null })
  }
  return { statuses, taken: done.size, refused }
}
