import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, sendJson } from '#web/api.ts'

export type Ways = {
  readonly password: boolean
  readonly passkey: boolean
  readonly oidc: readonly { readonly id: string; readonly name: string }[]
}

export function useWays() {
  return useQuery({
    queryKey: ['session', 'ways'],
    queryFn: ({ signal }) => getJson<Ways>('/api/v1/session/methods', {}, signal),
  })
}

/** Each throws `ApiProblem`. */
export function useSignIn() {
  const client = useQueryClient()
  const done = () => client.invalidateQueries()
  return {
    async withPassword(name: string, password: string): Promise<void> {
      await sendJson('POST', '/api/v1/session/password', { name, password })
      await done()
    },
    /** The browser shows its own dialog; a person may close it, which rejects with a `NotAllowedError`. */
    async withPasskey(): Promise<void> {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
      const optionsJSON = await sendJson<Options>('POST', '/api/v1/session/passkey/options')
      await sendJson('POST', '/api/v1/session/passkey', await startAuthentication({ optionsJSON }))
      await done()
    },
  }
}

export function oidcAddress(id: string): string {
  return `/api/v1/session/oidc/${encodeURIComponent(id)}`
}
