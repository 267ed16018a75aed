/** Which addresses are one person; `methods.md` 4.3 step 2. */

import type { Signature } from '#domain/contribution.ts'
import { personalAddress } from './affiliation.ts'

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
 * project. The address that comes first stands for the person.
 *
 * @param signatures of one project; a name in one project says nothing about another
 */
export function joinIdentities(signatures: Iterable<Signature>): Identities {
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
    if (addresses.size > mostAddressesOfOneName || !name.includes(' ') || placeholderNames.has(name)) {
      flagged.push({ name, addresses: [...addresses] })
      continue
    }
    const [first = '', ...others] = addresses
    for (const other of others) parents.set(find(other), find(first))
  }
  return { personOf: new Map([...stated].map(([email, address]) => [email, find(address)])), flagged }
}
