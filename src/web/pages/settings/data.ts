import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AuditAct, AuditBreak, AuditHead, Grant, Permission } from '#api/rights.ts'
import { getJson, sendJson } from '#web/api.ts'

export type PersonRow = {
  readonly person: string
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly hasPassword: boolean
  readonly passkeys: number
  readonly hasProvider: boolean
  readonly closedAt: string | null
}

export type KeyRow = {
  readonly id: string
  readonly label: string
  /** Of who made it; null at the machine itself. */
  readonly login: string | null
  readonly permissions: readonly Permission[]
  readonly units: readonly string[] | null
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export type PasskeyRow = {
  readonly id: string
  readonly label: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export type OwnAccount = {
  readonly login: string
  readonly name: string
  readonly passwordSetAt: string | null
  readonly proof: 'password' | 'passkey' | null
  readonly hasProvider: boolean
  readonly mayChangeLogin: boolean
  readonly leastPasswordLength: number
}

export type SessionRow = {
  readonly method: 'password' | 'passkey' | 'openid' | 'link'
  readonly browser: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly isPresent: boolean
}

export type AuditRow = {
  readonly sequence: number
  readonly at: string
  readonly actorKind: 'person' | 'key' | 'loopback' | 'nobody'
  readonly actor: string
  readonly act: AuditAct
  readonly subject: string
  readonly unit: string | null
  readonly result: 'done' | 'refused'
}

export type AuditState = {
  readonly entries: number
  readonly head: AuditHead
  readonly breaks: readonly AuditBreak[]
}

const paths = {
  people: '/api/v1/people',
  keys: '/api/v1/keys',
  passkeys: '/api/v1/passkeys',
  account: '/api/v1/account',
  sessions: '/api/v1/account/sessions',
} as const

function useItems<Row>(path: string, isAsked: boolean): UseQueryResult<readonly Row[]> {
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await getJson<{ readonly items: readonly Row[] }>(path, {}, signal)).items,
    enabled: isAsked,
  })
}

/** Asked for by administrators alone. */
export const usePeople = (isAsked = true) => useItems<PersonRow>(paths.people, isAsked)
export const useKeys = () => useItems<KeyRow>(paths.keys, true)
export const usePasskeys = () => useItems<PasskeyRow>(paths.passkeys, true)

export const useOwnSessions = () => useItems<SessionRow>(paths.sessions, true)

export function useOwnAccount(): UseQueryResult<OwnAccount> {
  return useQuery({
    queryKey: [paths.account],
    queryFn: ({ signal }) => getJson<OwnAccount>(paths.account, {}, signal),
  })
}

/** For who may read the whole log. */
export function useAuditState(): UseQueryResult<AuditState> {
  return useQuery({
    queryKey: ['/api/v1/audit/state'],
    queryFn: ({ signal }) => getJson<AuditState>('/api/v1/audit/state', {}, signal),
  })
}

/** Every change throws `ApiProblem`, and afterwards everything is asked for again: rights may have changed. */
export function useAccountChanges(): AccountChanges {
  const client = useQueryClient()
  return useMemo(() => changesWith(client), [client])
}

type ShownProof = { readonly kind: OwnAccount['proof']; readonly present: string }

type AccountChanges = ReturnType<typeof changesWith>

function changesWith(client: QueryClient) {
  const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`
  async function change<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const answer = await sendJson<T>(method, path, body)
    await client.invalidateQueries()
    return answer
  }
  /** The browser shows its own dialog; a person may close it, which rejects with a `NotAllowedError`. */
  async function proofOf(password: string | null): Promise<object> {
    if (password !== null) return { password }
    const { startAuthentication } = await import('@simplewebauthn/browser')
    type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
    const { options } = await sendJson<{ readonly options: Options }>('POST', `${paths.account}/passkey/options`)
    return { passkey: await startAuthentication({ optionsJSON: options }) }
  }
  return {
    changeOwnName: (name: string) => change('PATCH', paths.account, { name }),
    /** @param present the present password; null: a passkey shows who it is */
    changeOwnLogin: async (login: string, present: string | null) =>
      change('PATCH', paths.account, { login, proof: await proofOf(present) }),
    changeOwnPassword: async (password: string, present: string | null) =>
      change('PUT', `${paths.account}/password`, { password, proof: await proofOf(present) }),
    endOtherSessions: () => change<{ readonly ended: number }>('DELETE', paths.sessions),
    renamePerson: (person: string, names: Pick<PersonRow, 'login' | 'name'>) =>
      change('PATCH', at(paths.people, person), names),
    endSessions: (person: string) =>
      change<{ readonly ended: number }>('DELETE', `${at(paths.people, person)}/sessions`),
    reopenPerson: (person: string) => change('POST', `${at(paths.people, person)}/reopening`),
    addPerson: (person: Pick<PersonRow, 'login' | 'name' | 'grants'>) =>
      change<{ readonly link: string | null }>('POST', paths.people, person),
    giveRole: (person: string, grant: Grant) => change('POST', `${at(paths.people, person)}/grants`, grant),
    takeRole: (person: string, grant: Grant) => change('POST', `${at(paths.people, person)}/grants/revocation`, grant),
    resetPerson: (person: string) => change<{ readonly link: string }>('POST', `${at(paths.people, person)}/reset`),
    removePerson: (person: string) => change('DELETE', at(paths.people, person)),
    makeKey: (key: Pick<KeyRow, 'label' | 'permissions' | 'units'> & { readonly days: number }) =>
      change<{ readonly secret: string }>('POST', paths.keys, key),
    revokeKey: (key: string) => change('DELETE', at(paths.keys, key)),
    removePasskey: (passkey: string) => change('DELETE', at(paths.passkeys, passkey)),
    /**
     * The browser shows its own dialog; a person may close it, which rejects with a `NotAllowedError`.
     *
     * @param proof what the account can show, and the present password where it has one
     */
    addPasskey: async (label: string, { kind, present }: ShownProof): Promise<void> => {
      const { startRegistration } = await import('@simplewebauthn/browser')
      type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
      const proof = kind === null ? {} : { proof: await proofOf(kind === 'password' ? present : null) }
      const { options } = await sendJson<{ readonly options: Options }>('POST', `${paths.passkeys}/registration`, proof)
      await change('POST', paths.passkeys, { label, response: await startRegistration({ optionsJSON: options }) })
    },
  }
}
