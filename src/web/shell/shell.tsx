/** What stands around every page: where one can go, search, and the switches that change how things are shown. */

import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { places } from '#web/navigation.ts'
import { signOut, useSession } from '#web/session.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { TopBar } from '#web/live/top-bar.tsx'
import { Switches } from './switches.tsx'
import { UnitSelector } from './unit-selector.tsx'

const CommandMenu = lazy(async () => ({ default: (await import('./command-menu.tsx')).CommandMenu }))
const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }))

export function Shell(): ReactNode {
  const { words } = useSpeech()
  const { portal } = words
  const { pathname } = useLocation()
  const [search] = useSearchState()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isCommandOpen, setCommandOpen] = useState(false)
  const main = useRef<HTMLElement>(null)

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setCommandOpen(true)
      }
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  useEffect(() => setMenuOpen(false), [pathname])

  if (pathname === '/sign-in' || pathname === '/link')
    return (
      <main id="main" className="alone">
        <Outlet />
      </main>
    )
  return (
    <div className="shell">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {portal.skip}
      </a>
      <aside className="side" data-open={isMenuOpen} aria-label={portal.menu}>
        <p className="brand-name">
          <Link to="/">Headwater</Link>
        </p>
        <nav aria-label={portal.navigation}>
          <ul>
            {places.map(({ id, to }) => (
              <li key={id}>
                <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {portal.pages[id]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Switches />
      </aside>
      <section className="top" aria-label={portal.search.open}>
        <button
          type="button"
          className="button menu-button"
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          {portal.menu}
        </button>
        <button type="button" className="search-button" onClick={() => setCommandOpen(true)}>
          <span>{portal.search.open}</span>
          <kbd>{/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
        <UnitSelector />
        <TopBar />
        <SignedIn />
      </section>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense
          fallback={
            <p className="loading page" role="status">
              {portal.loading}
            </p>
          }
        >
          <Outlet />
        </Suspense>
      </main>
      <Suspense>{search['why'] === undefined ? null : <WhyPanel />}</Suspense>
      <Suspense>{isCommandOpen ? <CommandMenu close={() => setCommandOpen(false)} /> : null}</Suspense>
    </div>
  )
}

function SignedIn(): ReactNode {
  const { words } = useSpeech()
  const { data } = useSession()
  if (data === undefined) return null
  if (data.actor === null) return <Link to="/sign-in">{words.portal.signIn.title}</Link>
  return (
    <span className="who muted">
      {data.actor.kind === 'loopback' ? (
        words.portal.thisMachine
      ) : (
        <>
          {data.actor.name ?? data.actor.login ?? data.actor.id}{' '}
          <button type="button" className="link" onClick={() => void signOut()}>
            {words.portal.signIn.out}
          </button>
        </>
      )}
    </span>
  )
}
