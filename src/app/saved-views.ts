/** Views that people keep, and share with everybody who may read. */

import { isAllowed, type Actor } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import type { NewSavedView, SavedView } from '#domain/saved-view.ts'
import { recordAct } from '#store/audit.ts'
import { changeSavedView, deleteSavedView, findSavedView, listSavedViews, saveView } from '#store/saved-views.ts'
import type { Store } from '#store/store.ts'
import { scopeFor } from './access/scope-for.ts'

export type ListedView = Omit<SavedView, 'person'> & { readonly isOwn: boolean }

/** Views of a person: a menu, not an archive. */
const mostViews = 200

type By = { readonly actor: Actor; readonly now: IsoTime }

export async function viewsOf(store: Store, { id }: Actor): Promise<readonly ListedView[]> {
  return (await listSavedViews(store, id)).map(({ person, ...view }) => ({ ...view, isOwn: person === id }))
}

/** Fails with `beyond-rights` when it is to be shared by somebody who may not, `usage` for too many. */
export async function keepView(store: Store, { actor, now }: By, wish: NewSavedView): Promise<number> {
  const view = await expectable(store, { actor, now }, wish)
  return store.transaction(async (inside) => {
    const own = (await listSavedViews(inside, actor.id)).filter(({ person }) => person === actor.id)
    const before = own.find(({ name }) => name === view.name)
    if (before === undefined && own.length >= mostViews) fail({ code: 'usage', what: `more than ${mostViews} views` })
    const id = await saveView(inside, actor.id, view)
    await recordSharing(inside, { actor, now }, id, before?.isShared === true, view.isShared)
    return id
  })
}

/** As `keepView`; fails with `nothing-found` for a view of somebody else, `usage` where another one has the name. */
export async function changeView(store: Store, by: By, id: number, wish: NewSavedView): Promise<void> {
  const view = await expectable(store, by, wish)
  await store.transaction(async (inside) => {
    const before = await ownView(inside, by.actor, id)
    const own = (await listSavedViews(inside, by.actor.id)).filter(({ person }) => person === by.actor.id)
    if (own.some((other) => other.name === view.name && other.id !== id))
      fail({ code: 'usage', what: `name: another view is called ${view.name}` })
    await changeSavedView(inside, { ...view, id, person: by.actor.id })
    await recordSharing(inside, by, id, before.isShared, view.isShared)
  })
}

export async function dropView(store: Store, by: By, id: number): Promise<void> {
  await store.transaction(async (inside) => {
    const before = await ownView(inside, by.actor, id)
    await deleteSavedView(inside, by.actor.id, id)
    await recordSharing(inside, by, id, before.isShared, false)
  })
}

async function ownView(store: Store, { id: person }: Actor, id: number): Promise<SavedView> {
  return (await findSavedView(store, person, id)) ?? fail({ code: 'nothing-found', paths: [String(id)] })
}

/** The search part comes from an address that anybody may have written: what is kept is pairs of names and values. */
async function expectable(store: Store, { actor, now }: By, wish: NewSavedView): Promise<NewSavedView> {
  const name = wish.name.trim()
  if (name === '') fail({ code: 'usage', what: 'name: needed' })
  if (wish.isShared && !isAllowed(await scopeFor(store, actor, 'analyze', now)))
    fail({ code: 'beyond-rights', permission: 'analyze' })
  const pairs = new URLSearchParams(wish.search)
  // What was open when it was kept is not what the view is about.
  pairs.delete('why')
  return { ...wish, name, search: pairs.toString() }
}

/** What others see changes with it; what one keeps for oneself is nobody's affair. */
async function recordSharing(inside: Store, { actor, now }: By, id: number, was: boolean, is: boolean): Promise<void> {
  if (was === is) return
  const detail = { isShared: is }
  await recordAct(inside, {
    at: now,
    actor,
    act: 'view-share',
    subject: `view ${id}`,
    unit: null,
    result: 'done',
    detail,
  })
}
