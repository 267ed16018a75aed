/** The menu of views of a page: opening, keeping, renaming, sharing and deleting them. */

import { Link, useLocation } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { savedPages } from '#api/choices.ts'
import { sendJson } from '#web/api.ts'
import { places } from '#web/navigation.ts'
import { keptColumns } from '#web/preferences.ts'
import type { Search } from '#web/router.tsx'
import { savedViewsPath, searchOfView, useSavedViews, type SavedView } from '#web/saved-views.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type Wish = Pick<SavedView, 'name' | 'page' | 'search' | 'isShared'>

/** What was done last: a deleted view can be kept again. */
type Told = { readonly kept: string } | { readonly removed: SavedView } | { readonly error: unknown }

export function SavedViews(): ReactNode {
  const { words } = useSpeech()
  const { views } = words.statusPage
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const summary = useRef<HTMLElement>(null)
  const page = savedPages.find((one) => places.some(({ id, to }) => id === one && to === pathname))
  if (page === undefined) return null
  return (
    <details
      className="chooser saved-views"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        setOpen(false)
        summary.current?.focus()
      }}
    >
      <summary ref={summary}>{views.menu}</summary>
      {isOpen ? <Menu key={page} page={page} close={() => setOpen(false)} /> : null}
    </details>
  )
}

function Menu({ page, close }: { readonly page: SavedView['page']; readonly close: () => void }): ReactNode {
  const { words } = useSpeech()
  const { views } = words.statusPage
  const client = useQueryClient()
  const { data } = useSavedViews()
  const [search] = useSearchState()
  const [told, setTold] = useState<Told | null>(null)
  const [renamed, setRenamed] = useState<number | null>(null)
  const [count, setCount] = useState(0)
  const panel = useRef<HTMLDivElement>(null)
  const items = data?.items.filter((view) => view.page === page) ?? []

  async function act(run: () => Promise<unknown>, then: Told): Promise<void> {
    try {
      await run()
      await client.invalidateQueries({ queryKey: [savedViewsPath] })
      setTold(then)
      setRenamed(null)
      setCount(count + 1)
      // What had the focus is gone with it.
      panel.current?.focus()
    } catch (error) {
      setTold({ error })
    }
  }
  const keep = (wish: Wish) => act(() => sendJson('POST', savedViewsPath, wish), { kept: wish.name })
  const change = (id: number, wish: Wish) =>
    act(() => sendJson('PUT', `${savedViewsPath}/${id}`, wish), { kept: wish.name })
  const remove = (view: SavedView) => act(() => sendJson('DELETE', `${savedViewsPath}/${view.id}`), { removed: view })

  return (
    <div className="panel" ref={panel} tabIndex={-1}>
      {data !== undefined && items.length === 0 ? <p className="muted">{views.none}</p> : null}
      <ul aria-label={views.menu}>
        {items.map((view) => (
          <li key={view.id}>
            {renamed === view.id ? (
              <ViewForm
                first={view}
                mayShare={data?.mayShare === true}
                submit={views.save}
                cancel={() => setRenamed(null)}
                send={(name, isShared) =>
                  void change(view.id, { name, isShared, page: view.page, search: view.search })
                }
              />
            ) : (
              <>
                <Link className="view-name" to={placeOf(view)} search={searchOfView(view)} onClick={close}>
                  {view.name}
                </Link>
                {view.isShared ? <span className="tag">{views.shared}</span> : null}
                {view.isOwn ? (
                  <>
                    <button
                      type="button"
                      className="link"
                      aria-label={views.renameOf(view.name)}
                      onClick={() => setRenamed(view.id)}
                    >
                      {views.rename}
                    </button>
                    <button
                      type="button"
                      className="link"
                      aria-label={views.removeOf(view.name)}
                      onClick={() => void remove(view)}
                    >
                      {views.remove}
                    </button>
                  </>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      <ViewForm
        key={count}
        first={{ name: '', isShared: false }}
        mayShare={data?.mayShare === true}
        submit={views.keep}
        send={(name, isShared) => void keep({ name, isShared, page, search: searchToKeep(search) })}
      />
      <div role="status">
        {told === null || 'error' in told ? null : 'kept' in told ? (
          views.kept(told.kept)
        ) : (
          <>
            {views.removed(told.removed.name)}{' '}
            <button type="button" className="link" onClick={() => void keep(wishOf(told.removed))}>
              {views.undo}
            </button>
          </>
        )}
      </div>
      {told !== null && 'error' in told ? <ProblemNotice error={told.error} /> : null}
    </div>
  )
}

function ViewForm({
  first,
  mayShare,
  submit,
  cancel,
  send,
}: {
  readonly first: Pick<SavedView, 'name' | 'isShared'>
  readonly mayShare: boolean
  readonly submit: string
  readonly cancel?: () => void
  readonly send: (name: string, isShared: boolean) => void
}): ReactNode {
  const { words } = useSpeech()
  const { views } = words.statusPage
  const [name, setName] = useState(first.name)
  const [isShared, setShared] = useState(first.isShared)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(name.trim(), isShared)
      }}
    >
      <label>
        {views.name}
        <input
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {mayShare ? (
        <label className="choice">
          <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
          {views.share}
        </label>
      ) : null}
      <p className="actions">
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {submit}
        </button>
        {cancel === undefined ? null : (
          <button type="button" className="button" onClick={cancel}>
            {views.cancel}
          </button>
        )}
      </p>
    </form>
  )
}

function wishOf({ name, page, search, isShared }: SavedView): Wish {
  return { name, page, search, isShared }
}

function placeOf({ page }: SavedView) {
  return places.find(({ id }) => id === page)?.to ?? '/'
}

/** With the columns chosen in this browser, so that the view looks the same in another one. */
function searchToKeep(search: Search): string {
  const pairs = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (value !== undefined) pairs.set(key, value)
  for (const table of document.querySelectorAll<HTMLElement>('[data-table]')) {
    const id = table.dataset['table'] ?? ''
    const columns = keptColumns(id)
    if (columns !== null && !pairs.has(`columns-${id}`)) pairs.set(`columns-${id}`, columns.join(','))
  }
  return pairs.toString()
}
