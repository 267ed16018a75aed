/** What a page shows stands in its address: reading and changing it. */

import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from './router.tsx'

export function useSearchState(): readonly [Search, (changes: Search, options?: { readonly push?: boolean }) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  return [
    search,
    (changes, { push = false } = {}) => {
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, ...changes }),
        replace: !push,
        resetScroll: false,
      })
    },
  ]
}
