/**
 * An OpenID provider: where people are sent to sign in, and who it says they are. The library reaches the network through
 * `exchange` alone; redirects are not followed, and only hosts that the provider's own description names are asked.
 */

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client'
import { fail } from '#domain/problem.ts'
import { exchange, type Inside } from './http.ts'

export type OpenIdClient = {
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null
  readonly offline: boolean
  readonly inside: Inside
}

/** What has to be remembered until the person comes back. */
export type OpenIdStart = {
  readonly address: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the provider says it is. */
export type OpenIdPerson = {
  readonly issuer: string
  readonly subject: string
  /** Null unless the provider states that it checked the address. */
  readonly verifiedEmail: string | null
}

/** Throws `provider-unavailable`, `offline`. */
export async function startOpenId(client: OpenIdClient, redirectAddress: string): Promise<OpenIdStart> {
  return reaching(client, async (provider) => {
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
    const address = buildAuthorizationUrl(provider, {
      redirect_uri: redirectAddress,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, state, nonce, verifier }
  })
}

/**
 * Checks the answer: its state and issuer, and of the token the signature, issuer, audience, nonce and times.
 *
 * @param returned the whole address that the provider sent the person back to
 * @returns undefined when anything of it does not hold. Throws `provider-unavailable`, `offline`.
 */
export async function finishOpenId(
  client: OpenIdClient,
  returned: string,
  { state, nonce, verifier }: Omit<OpenIdStart, 'address'>,
): Promise<OpenIdPerson | undefined> {
  return reaching(client, async (provider) => {
    const tokens = await refusedAsUndefined(
      authorizationCodeGrant(provider, new URL(returned), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }),
    )
    const claims = tokens?.claims()
    if (claims === undefined) return undefined
    const { iss, sub, email, email_verified } = claims
    const verifiedEmail = typeof email === 'string' && email_verified === true ? email : null
    return { issuer: iss, subject: sub, verifiedEmail }
  })
}

const timeoutMs = 10_000
const maxBytes = 1024 * 1024

/** What went wrong on the way to the provider; everything else is what the provider or the person's browser said. */
class Unreachable extends Error {}

async function reaching<T>(client: OpenIdClient, use: (provider: Configuration) => Promise<T>): Promise<T> {
  const issuer = new URL(client.issuer)
  const hosts = new Set([issuer.host])
  const ask: CustomFetch = async (url, { method, headers, body }) => {
    const answer = await exchange(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      body: body === null || body === undefined ? null : bodyText(body),
      allowedHosts: [...hosts],
      // What else the provider's description names is not the operator's word.
      namedBy: URL.parse(url)?.host === issuer.host ? 'operator' : 'other',
      inside: client.inside,
      offline: client.offline,
      timeoutMs,
      maxBytes,
    })
    if (answer.kind === 'failed') throw new Unreachable(answer.why)
    const { status, bytes } = answer
    return new Response(status === 204 || status === 304 ? null : Uint8Array.from(bytes), {
      status,
      headers: answer.headers,
    })
  }
  try {
    const authentication = client.clientSecret === null ? None() : undefined
    const provider = await discovery(issuer, client.clientId, client.clientSecret ?? {}, authentication, {
      [customFetch]: ask,
      // A provider on this very machine, as in tests and trials, has no certificate.
      execute: [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])],
    })
    const { token_endpoint, jwks_uri } = provider.serverMetadata()
    for (const address of [token_endpoint, jwks_uri]) {
      const host = URL.parse(address ?? '')?.host
      if (host !== undefined) hosts.add(host)
    }
    return await use(provider)
  } catch (error) {
    if (isUnreachable(error) || isProtocolError(error))
      return fail({ code: 'provider-unavailable', issuer: client.issuer })
    throw error
  }
}

async function refusedAsUndefined<T>(granting: Promise<T>): Promise<T | undefined> {
  try {
    return await granting
  } catch (error) {
    if (!isUnreachable(error) && isProtocolError(error)) return undefined
    throw error
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Error && error.cause instanceof Unreachable)
}

/** The library's own errors carry a code that begins so; so do what a provider refuses, by another name. */
function isProtocolError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && code.startsWith('OAUTH_')
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  throw new Error('a body that no OpenID request has')
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
