/** Which addresses are one person; `methods.md` 4.3 step 2. */

import type { Signature } from '#domain/contribution.ts'
import { personalAddress, type Affiliate } from './affiliation.ts'

/** Addresses under one name: more than this many are a common name, or a name that machines share. */
const mostAddressesOfOneName = 3
const placeholderNames = new Set(['your name', 'first last', 'john doe', 'jane doe', 'unknown author', 'root user'])

export type Identities = {
  /** Address in lower case → the address that stands for the person. */
  readonly personOf: ReadonlyMap<string, string>
  /** Names that several addresses carry and that were not joined for it: somebody may look at them. */
  readonly flagged: readonly { readonly name: string; readonly addresses: readonly string[] }[]
}

/**
 * Joins addresses that are equal but for their spelling, and those under one full name of two words or more within the
 * project. The address that comes first stands for the person, or one of somebody's list where there is one; addresses of
 * two people of that list are never joined.
 *
 * @param signatures of one project; a name in one project says nothing about another
 * @param listed the person of the organization's list that an address belongs to
 */
export function joinIdentities(
  signatures: Iterable<Signature>,
  listed: (address: string) => string | undefined = () => undefined,
): Identities {
  const parents = new Map<string, string>()
  const find = (address: string): string => {
    let root = address
    for (let above = parents.get(root); above !== undefined && above !== root; above = parents.get(root)) root = above
    return root
  }
  const stated = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  for (const { name, email } of signatures) {
    const address = personalAddress(email)
    if (!parents.has(address)) parents.set(address, address)
    stated.set(email.toLowerCase(), address)
    const fullName = name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
    const addresses = byName.get(fullName)
    if (addresses === undefined) byName.set(fullName, new Set([address]))
    else addresses.add(address)
  }
  const flagged: { name: string; addresses: string[] }[] = []
  for (const [name, addresses] of byName) {
    if (addresses.size < 2) continue
    const people = new Set([...addresses].flatMap((address) => listed(find(address)) ?? []))
    // Those of one person of the list are one already, however many they are.
    const unlisted = [...addresses].filter((address) => listed(address) === undefined)
    const isCommon = unlisted.length + people.size > mostAddressesOfOneName
    if (isCommon || people.size > 1 || !name.includes(' ') || placeholderNames.has(name)) {
      flagged.push({ name, addresses: [...addresses] })
      continue
    }
    const [first = '', ...others] = [...addresses].sort(
      (a, b) => Number(listed(find(b)) !== undefined) - Number(listed(find(a)) !== undefined),
    )
    for (const other of others) if (listed(find(other)) === undefined) parents.set(find(other), find(first))
  }
  return { personOf: new Map([...stated].map(([email, address]) => [email, find(address)])), flagged }
}

/**
 * For whom somebody worked, with what one project tells about who is who: an address that nobody listed counts for the
 * person of the list who writes under the same name, and people of no list are counted once under all their addresses.
 */
export function affiliateWithin(affiliate: Affiliate, { personOf }: Identities): Affiliate {
  return (stated, day) => {
    const found = affiliate(stated, day)
    if (found.isListed) return found
    const person = personOf.get(stated.toLowerCase())
    if (person === undefined || person === found.person) return found
    const joined = affiliate(person, day)
    return joined.isListed ? joined : { ...found, person }
  }
}
