import type { Party } from '#domain/document-facts.ts'

/** A mail or web address stands beside the name. */
export function isReachable(party: Party | null | undefined): boolean {
  return party !== null && party !== undefined && party.contact !== null
}
