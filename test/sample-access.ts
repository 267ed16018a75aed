/** A made-up organization with two units side by side, and people in it, for tests of rights. */

import { addPerson, commandLine } from '#app/access/people.ts'
import type { Grant } from '#domain/access.ts'
import { nothingStated, type Organization, type Product } from '#domain/organization.ts'
import { saveOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'

export const goodPassword = 'the tide turns at a quarter past four'
export const recordedAt = '2026-01-01T00:00:00.000Z'

export const accessUnits: Organization['units'] = [
  { id: 'harbor', name: 'Harbor', parent: null },
  { id: 'quay', name: 'Quay', parent: 'harbor' },
  { id: 'dock', name: 'Dock', parent: 'harbor' },
  { id: 'crane', name: 'Crane', parent: 'dock' },
]

/** `harbor` above `quay` and `dock`; `crane` below `dock`; a product `quay-gate`, `dock-gate`, and `harbor-gate` of no unit. */
export async function sampleUnits(store: Store): Promise<void> {
  const organization: Organization = {
    id: 'harbor',
    name: 'Harbor',
    units: accessUnits,
    products: [product('quay'), product('dock'), product(null)],
    suppliers: [],
    people: [],
    domains: [],
    laborRate: {
      yearlyWage: 60_000,
      currency: 'EUR',
      loadFactor: 1,
      source: 'made up',
      asOf: '2026-01-01',
      basis: 'organization',
    },
    stated: nothingStated,
    isDeclared: true,
  }
  await saveOrganization(store, organization, { validFrom: '2026-01-01', recordedAt, evidence: null })
}

function product(unit: string | null): Product {
  const id = `${unit ?? 'harbor'}-gate`
  const unstated = { criticality: null, audience: null, supplier: null, owner: null }
  return { id, name: id, origin: 'made', unit, paths: [], ...unstated }
}

/** @returns the pseudonym */
export async function samplePerson(
  store: Store,
  login: string,
  grants: readonly Grant[],
  now = recordedAt,
  password: string | null = goodPassword,
): Promise<string> {
  const { person } = await addPerson(store, commandLine, { login, name: `Name of ${login}`, grants, password }, now)
  return person
}
