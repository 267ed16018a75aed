/** Who belongs to the organization, from its own files: the only place that reads names, and it keeps none. */

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { affiliationsBy, personalAddress, type AffiliationFacts } from '#measure/activity/affiliation.ts'
import type { Organization } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { readOrganizationFile, readPeopleFile, type OrganizationPerson } from '#sources/organization-file.ts'
import { defaultLaborRate } from '#value/assumptions.ts'

export type OwnPeople = {
  readonly organization: Organization
  readonly affiliations: AffiliationFacts
  /**
   * What an address may be called: a name where the person agreed, otherwise the pseudonym; null for an address of the
   * organization that nobody has in the file; undefined for others.
   */
  readonly nameOf: (address: string) => string | null | undefined
}

/** Throws `path-missing` and `config-invalid`. */
export function readOwnPeople(path: string): OwnPeople {
  const read = readOrganizationFile(bytesOf(path), path, defaultLaborRate())
  if (!read.ok) return fail(read.problem)
  const { organization, peopleFile } = read
  return ownPeople(organization, peopleFile === null ? [] : readPeople(join(dirname(path), peopleFile)))
}

/** Throws `path-missing` and `config-invalid`. */
export function readPeople(path: string): readonly OrganizationPerson[] {
  const read = readPeopleFile(bytesOf(path), path)
  return read.ok ? read.people : fail(read.problem)
}

export function ownPeople(organization: Organization, people: readonly OrganizationPerson[]): OwnPeople {
  const known = new Map(organization.people.map((person) => [person.id, person]))
  const affiliations: AffiliationFacts = {
    employments: people.map(({ id, addresses }) => ({
      person: id,
      organization: organization.id,
      addresses,
      from: known.get(id)?.from ?? null,
      to: known.get(id)?.to ?? null,
    })),
    domains: organization.domains.map((domain) => ({ domain, organization: organization.id, from: null, to: null })),
  }
  const shownNames = new Map(
    people.flatMap(({ id, name, addresses }) =>
      addresses.map((address) => [personalAddress(address), known.get(id)?.namesAllowed === true ? name : id] as const),
    ),
  )
  const ofDomain = affiliationsBy({ employments: [], domains: affiliations.domains })
  const nameOf: OwnPeople['nameOf'] = (address) =>
    shownNames.get(personalAddress(address)) ?? (ofDomain(address, '').organization === null ? undefined : null)
  return { organization, affiliations, nameOf }
}

function bytesOf(path: string): Uint8Array {
  return existsSync(path) ? readFileSync(path) : fail({ code: 'path-missing', path })
}
