/** Takes names and addresses out of a text that is to be kept: people stand in evidence as pseudonyms only. */

import type { OrganizationPerson } from '#sources/organization-file.ts'

/** A package URL may look like an address; it is none. */
const address = /(?<![^\s,;<>"()])(?!pkg:)[^\s,;<>"()@:/]+@[^\s,;<>"()@:/]+\.[a-z]{2,}/gi

/** @returns the same lines; an address of nobody of the list becomes `[address]` */
export function concealPeople(text: string, people: readonly OrganizationPerson[]): string {
  let concealed = text
  for (const { id, name, addresses } of people)
    for (const word of [...addresses, name])
      concealed = concealed.replaceAll(new RegExp(`(?<![\\p{L}\\d])${escaped(word)}(?![\\p{L}\\d])`, 'giu'), id)
  return concealed.replaceAll(address, '[address]')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
