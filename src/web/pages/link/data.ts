import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { sendJson } from '#web/api.ts'

export type LinkKind = {
  readonly kind: 'setup' | 'account'
  /** Of the account whose password is set. */
  readonly login: string | null
  readonly leastPasswordLength: number
}

/** Nothing of it is kept once the page is left: the key holds the secret. */
export function useLink(secret: string): UseQueryResult<LinkKind> {
  return useQuery({
    queryKey: ['link', secret],
    queryFn: () => sendJson<LinkKind>('POST', '/api/v1/session/link', { secret }),
    staleTime: Infinity,
    gcTime: 0,
  })
}

/** Each signs in. Throws `ApiProblem`. */
export function useSpendLink(secret: string) {
  const client = useQueryClient()
  // But for the link itself, which is spent.
  const done = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'link' })
  return {
    setUp: async (account: Record<'login' | 'name' | 'password', string>): Promise<void> => {
      await sendJson('POST', '/api/v1/session/setup', { secret, ...account })
      await done()
    },
    setPassword: async (password: string): Promise<void> => {
      await sendJson('POST', '/api/v1/session/password', { secret, password })
      await done()
    },
  }
}
