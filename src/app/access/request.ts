/** What of a request sign-in and rights depend on. The server fills it in; nothing here knows its framework. */

import { fail } from '#domain/problem.ts'
import { insideOf, type Inside } from '#sources/http.ts'

export type IncomingRequest = {
  readonly method: string
  /** Network address of who asks, behind proxies only where they are trusted. */
  readonly ip: string
  readonly header: (name: string) => string | undefined
}

export type OpenIdSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** What the sign-in page calls it. */
  readonly label: string
}

export type AccessSettings = {
  /** Where people reach the server: `https://headwater.example`; null while it serves this machine alone. */
  readonly publicAddress: string | null
  /** The server listens on loopback, and no proxy lets others in. */
  readonly isLoopbackOnly: boolean
  readonly openId: OpenIdSettings | null
  readonly offline: boolean
  /** Addresses of one's own that the provider may name besides itself. */
  readonly inside: Inside
}

/**
 * From the environment: `HEADWATER_PUBLIC_URL`, `HEADWATER_OIDC_ISSUER`, `HEADWATER_OIDC_CLIENT_ID`,
 * `HEADWATER_OIDC_CLIENT_SECRET`, `HEADWATER_OIDC_LABEL`, `HEADWATER_INSIDE`. Throws `usage` for an address that is none.
 */
export function accessSettings(
  environment: Readonly<Record<string, string | undefined>>,
  { isLoopbackOnly, offline }: Pick<AccessSettings, 'isLoopbackOnly' | 'offline'>,
): AccessSettings {
  const issuer = environment['HEADWATER_OIDC_ISSUER']
  const clientId = environment['HEADWATER_OIDC_CLIENT_ID']
  const publicAddress = environment['HEADWATER_PUBLIC_URL']
  return {
    publicAddress: publicAddress ? originOf(publicAddress, 'HEADWATER_PUBLIC_URL') : null,
    isLoopbackOnly: isLoopbackOnly && !publicAddress,
    openId:
      issuer && clientId
        ? {
            issuer,
            clientId,
            clientSecret: environment['HEADWATER_OIDC_CLIENT_SECRET'] || null,
            label: environment['HEADWATER_OIDC_LABEL'] || new URL(originOf(issuer, 'HEADWATER_OIDC_ISSUER')).host,
          }
        : null,
    offline,
    inside: insideOf(environment),
  }
}

function originOf(text: string, setting: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    return fail({ code: 'usage', what: `${setting}: an address such as https://headwater.example is needed` })
  return url.origin
}

/**
 * The origin that the person's browser shows. What a request says of itself counts for loopback names alone: elsewhere
 * whoever sends it could choose it. Throws `public-address-missing`.
 */
export function publicOrigin(request: IncomingRequest, { publicAddress }: AccessSettings): string {
  if (publicAddress !== null) return publicAddress
  const host = request.header('host') ?? ''
  return isLoopbackHost(host) ? `http://${host}` : fail({ code: 'public-address-missing' })
}

export function isLoopbackHost(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/.test(host)
}

/**
 * Whether browsers keep the cookie of a session here. It is `Secure`: they drop it without a word over plain HTTP, except
 * from loopback names, and signing in would seem to do nothing.
 */
export function keepsSessions({ publicAddress, isLoopbackOnly }: AccessSettings): boolean {
  const address = publicAddress === null ? null : URL.parse(publicAddress)
  if (address === null) return isLoopbackOnly
  return address.protocol === 'https:' || isLoopbackHost(address.host)
}

/** RFC 6265, 5.4; the first of a name. */
export function cookieOf(request: IncomingRequest, name: string): string | undefined {
  for (const pair of (request.header('cookie') ?? '').split(';')) {
    const [key = '', ...value] = pair.split('=')
    if (key.trim() === name) return value.join('=').trim()
  }
  return undefined
}
