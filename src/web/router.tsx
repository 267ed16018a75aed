/** Addresses. Filters, sorting, the unit and the open explanation live in the search part, always as plain text. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { NotFound } from './components/not-found.tsx'
import { PageFault } from './components/problem-notice.tsx'
import { Shell } from './shell/shell.tsx'

export type Search = { readonly [key: string]: string | undefined }

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  search: { middlewares: [retainSearchParams(['unit'])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
})

const page = <const Path extends string>(path: Path, load: () => Promise<{ Page: () => React.ReactNode }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') })

const tree = root.addChildren([
  page('/', () => import('./pages/home/page.tsx')),
  page('/inventory', () => import('./pages/inventory/page.tsx')),
  page('/products/$product', () => import('./pages/product/page.tsx')),
  page('/component', () => import('./pages/component/page.tsx')),
  page('/vulnerabilities', () => import('./pages/vulnerabilities/page.tsx')),
  page('/licenses', () => import('./pages/licenses/page.tsx')),
  page('/risk', () => import('./pages/risk/page.tsx')),
  page('/value', () => import('./pages/value/page.tsx')),
  page('/contributions', () => import('./pages/contributions/page.tsx')),
  page('/maturity', () => import('./pages/maturity/page.tsx')),
  page('/motivators', () => import('./pages/motivators/page.tsx')),
  page('/advice', () => import('./pages/advice/page.tsx')),
  page('/reports', () => import('./pages/reports/page.tsx')),
  page('/notifications', () => import('./pages/notifications/page.tsx')),
  page('/settings', () => import('./pages/settings/page.tsx')),
  page('/link', () => import('./pages/link/page.tsx')),
  page('/sign-in', () => import('./pages/sign-in/page.tsx')),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const kept = Object.entries(search as Search).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value] as [string, string]],
    )
    return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** The product that was just removed, for the notice on the page that follows. */
    removed?: string
  }
}
