/** What the registries share in telling releases. */

import { projectOfAddress } from '#domain/project.ts'
import type { Release } from '#domain/upstream.ts'
import { versionOrder } from '#ecosystems/versions.ts'
import type { IsoDate } from '#domain/figure.ts'

/** Ascending by day, then in the order of the source; those without a day come first. */
export function inOrder(releases: readonly Release[]): readonly Release[] {
  const dayOf = ({ on }: Release) => on ?? ''
  return releases.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

/** The day of an ISO time or of a plain day; null for anything else. */
export function dayIn(text: string | null): IsoDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text ?? '')?.[1]
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : day
}

export function isPrerelease(type: string, version: string): boolean {
  return versionOrder(type)?.isPrerelease(version) ?? false
}

/**
 * Where each version costs a request of its own: those in use, and the newest that are no prereleases. What is older than
 * everything in use says nothing about being behind.
 */
export function worthAsking(
  type: string,
  versions: readonly string[],
  inUse: readonly string[],
  most: number,
): readonly string[] {
  const order = versionOrder(type)
  const sorted = order === undefined ? [...versions] : versions.toSorted(order.compare)
  const used = sorted.filter((version) => inUse.includes(version))
  const oldest = used[0]
  const newer = sorted.filter(
    (version) =>
      !used.includes(version) &&
      order?.isPrerelease(version) !== true &&
      (oldest === undefined || order === undefined || order.compare(version, oldest) > 0),
  )
  const asked = new Set([...used, ...newer.slice(-most)])
  return sorted.filter((version) => asked.has(version))
}

/** The first that names a repository, as it is stated, without a name or password in it; null when none does. */
export function statedRepository(...texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const stated = text?.replace(/\/\/[^@/]*@/, '//') ?? ''
    if (projectOfAddress(stated) !== undefined) return stated
  }
  return null
}

/** Web addresses, each once, in order. */
export function webLinks(texts: readonly (string | null)[]): readonly string[] {
  const links = texts.flatMap((text) => (text !== null && /^https?:\/\/[^\s@]+$/.test(text) ? [text] : []))
  return [...new Set(links)].toSorted()
}
