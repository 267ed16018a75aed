import { useQueryClient } from '@tanstack/react-query'
import { sendJson } from '#web/api.ts'

/** Each throws `ApiProblem`. */
export function useSignIn() {
  const client = useQueryClient()
  const done = () => client.invalidateQueries()
  return {
    async withPassword(login: string, password: string): Promise<void> {
      await sendJson('POST', '/api/v1/session', { login, password })
      await done()
    },
    /** The browser shows its own dialog; a person may close it, which rejects with a `NotAllowedError`. */
    async withPasskey(): Promise<void> {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
      const { options } = await sendJson<{ readonly options: Options }>('POST', '/api/v1/session/passkey/options')
      await sendJson('POST', '/api/v1/session/passkey', {
        response: await startAuthentication({ optionsJSON: options }),
      })
      await done()
    },
    /** Leaves for the provider, which sends people back. */
    async withOpenId(): Promise<void> {
      const { address } = await sendJson<{ readonly address: string }>('POST', '/api/v1/session/openid', {
        returnTo: '/',
      })
      location.assign(address)
    },
  }
}
