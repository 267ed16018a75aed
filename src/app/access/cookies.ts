/**
 * The two cookies. `__Host-` binds them to this very host over a secure channel (browsers count loopback as secure), with
 * no other path and no other domain: RFC 6265bis, 4.1.3.2.
 */

export const sessionCookie = '__Host-headwater-session'
export const flowCookie = '__Host-headwater-sign-in'

export function setSessionCookie(secret: string, seconds: number): string {
  return cookie(sessionCookie, secret, seconds, 'Strict')
}

/** Comes back with the return from an OpenID provider, which is a navigation from elsewhere: hence `Lax`. */
export function setFlowCookie(secret: string, seconds: number): string {
  return cookie(flowCookie, secret, seconds, 'Lax')
}

export function clearSessionCookie(): string {
  return cookie(sessionCookie, '', 0, 'Strict')
}

export function clearFlowCookie(): string {
  return cookie(flowCookie, '', 0, 'Lax')
}

function cookie(name: string, value: string, seconds: number, sameSite: 'Strict' | 'Lax'): string {
  return `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=${sameSite}`
}
