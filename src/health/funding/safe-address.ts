/** A web address that a stranger stated, made harmless and comparable, or refused. */

const longest = 2048

/**
 * Only http and https, without a name or password in front of the host, without control characters, with a host that has a
 * dot; an address without a scheme is taken for https. The result has no trailing slash, so that the same page is one.
 */
export function safeAddress(text: string): string | undefined {
  const stated = text.trim()
  if (stated === '' || stated.length > longest || /[\p{Cc}\s<>"'`\\]/u.test(stated)) return undefined
  const address = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(stated) ? `https://${stated}` : stated
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || !/^[^.]+(?:\.[^.]+)+$/.test(url.hostname)) return undefined
  if (/^[\d.]+$/.test(url.hostname)) return undefined
  return url.href.replace(/\/$/, '')
}
