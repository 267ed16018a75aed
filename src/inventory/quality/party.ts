/** Whether somebody is named and can be reached, without taking who it is. */

import type { Party } from '#domain/document-facts.ts'
import { isRecord, listIn, recordIn, textIn, type Foreign } from '#inventory/foreign.ts'

/** An organization of CycloneDX: `{ name, url: [], contact: [{ email }] }`. Undefined when nothing is stated of it. */
export function organizationParty(holder: Foreign, key: string): Party | undefined {
  const organization = recordIn(holder, key)
  if (organization === undefined) return undefined
  const contacts = listIn(organization, 'contact').filter(isRecord)
  const isReachable = contacts.some((contact) => textIn(contact, 'email') !== undefined)
  const hasAddress =
    listIn(organization, 'url').some((url) => typeof url === 'string' && url !== '') ||
    textIn(organization, 'url') !== undefined
  if (!isReachable && !hasAddress && textIn(organization, 'name') === undefined) return undefined
  return { kind: 'organization', contact: isReachable ? 'email' : hasAddress ? 'url' : null }
}

/** A person of CycloneDX: `{ name, email, phone }`. */
export function personParty(value: unknown): Party | undefined {
  if (!isRecord(value)) return undefined
  const email = textIn(value, 'email')
  if (email === undefined && textIn(value, 'name') === undefined && textIn(value, 'phone') === undefined)
    return undefined
  return { kind: 'person', contact: email === undefined ? null : 'email' }
}

/** A line of SPDX 2: `Person: NAME (ADDRESS)`. Undefined for tools, for `NOASSERTION` and for an empty name. */
export function partyOfLine(text: string | undefined): Party | undefined {
  const match = /^\s*(Person|Organization)\s*:\s*([^()]*)(?:\(([^()]*)\))?/i.exec(text ?? '')
  if (match === null || match[2]?.trim() === '' || /^(?:NOASSERTION|NONE)$/i.test(match[2]?.trim() ?? ''))
    return undefined
  const address = match[3]?.trim() ?? ''
  return {
    kind: match[1]?.toLowerCase() === 'person' ? 'person' : 'organization',
    contact: address.includes('@') ? 'email' : /^https?:/.test(address) ? 'url' : null,
  }
}
