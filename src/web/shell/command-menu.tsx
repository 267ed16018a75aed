/** One field for everything: pages at once, and what the server finds in parts, products and advisories. */

import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { places } from '#web/navigation.ts'
import { searchOfView, useSavedViews } from '#web/saved-views.ts'
import { useSpeech } from '#web/speech.tsx'
import { findEverywhere, placeOfHit, type Hit } from './search.ts'

type Entry = {
  readonly key: string
  readonly kind: string
  readonly label: string
  readonly note: string
  readonly go: () => void
}

export function CommandMenu({ close }: { readonly close: () => void }): ReactNode {
  const { words } = useSpeech()
  const { portal } = words
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const [at, setAt] = useState(0)
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => findEverywhere(asked, signal),
    enabled: asked.length > 1,
    placeholderData: (before) => before,
  })
  const saved = useSavedViews()
  const small = text.trim().toLowerCase()
  const pages: readonly Entry[] = places
    .filter(({ id }) => portal.pages[id].toLowerCase().includes(small))
    .map(({ id, to }) => ({
      key: `page ${id}`,
      kind: portal.search.page,
      label: portal.pages[id],
      note: '',
      go: () => void navigate({ to }),
    }))
  const views: readonly Entry[] = (saved.data?.items ?? [])
    .filter(({ name }) => name.toLowerCase().includes(small))
    .flatMap((view) => {
      const place = places.find(({ id }) => id === view.page)
      if (place === undefined) return []
      return {
        key: `view ${view.id}`,
        kind: words.statusPage.views.kind,
        label: view.name,
        note: portal.pages[place.id],
        go: () => void navigate({ to: place.to, search: searchOfView(view) }),
      }
    })
  const hits: readonly Entry[] = (asked.length > 1 ? (found.data ?? []) : []).map((hit: Hit) => ({
    key: `${hit.kind} ${hit.id}`,
    kind: portal.search.kinds[hit.kind],
    label: hit.name,
    note: hit.detail ?? '',
    go: () => void navigate(placeOfHit(hit)),
  }))
  const entries = [...pages, ...views, ...hits]
  const active = Math.min(at, entries.length - 1)

  function keys(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((active + step + entries.length) % Math.max(1, entries.length))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(entries[active])
  }
  function choose(entry: Entry | undefined): void {
    if (entry === undefined) return
    close()
    entry.go()
  }

  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      size={640}
      padding={0}
      yOffset="10vh"
      title={portal.search.open}
      classNames={{ content: 'command', header: 'visually-hidden' }}
    >
      <input
        className="command-field"
        role="combobox"
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={active >= 0 ? `command-${active}` : undefined}
        aria-label={portal.search.open}
        placeholder={portal.search.placeholder}
        value={text}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <ul id="command-list" role="listbox" aria-label={portal.search.results}>
        {entries.map((entry, index) => (
          <li
            key={entry.key}
            id={`command-${index}`}
            role="option"
            aria-selected={index === active}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(entry)}
            onKeyDown={() => undefined}
          >
            <span className="command-kind">{entry.kind}</span>
            <span className="command-label">{entry.label}</span>
            <span className="command-note">{entry.note}</span>
          </li>
        ))}
      </ul>
      <p className="command-foot" role="status">
        {asked.length > 1 && found.isFetching
          ? portal.loading
          : entries.length === 0
            ? portal.search.none(text)
            : portal.search.keys}
      </p>
    </Modal>
  )
}
