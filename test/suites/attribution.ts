/**
 * Whether commits are put down to the right people: a generated organization of 10,000 identities with known truth
 * (`test/synthetic-organization.ts`). A commit is right when it counts for the organization exactly if it was written for
 * it, and for the right person of the list.
 */

import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { affiliateWithin, joinIdentities } from '#measure/activity/identities.ts'
import { syntheticOrganization, unlisted, type TrueCommit } from '#test/synthetic-organization.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

const why: Readonly<Partial<Record<TrueCommit['kind'], string>>> = {
  hidden: 'an address that nobody told of, under a name that the project does not join to the list',
  homonym: 'somebody else of the same name in the same project',
}

export async function run(): Promise<SuiteResult> {
  const { facts, commits } = syntheticOrganization(10_000, 20_261_122)
  const affiliate = affiliationsBy(facts)
  const listed = (address: string): string | undefined => {
    const { isListed, person } = affiliate(address, '')
    return isListed ? person : undefined
  }
  const byProject = Map.groupBy(commits, ({ project }) => project)
  const answers: Miss[] = []
  for (const [project, some] of byProject) {
    const signatures = some.map(({ name, address }) => ({ name, email: address }))
    const within = affiliateWithin(affiliate, joinIdentities(signatures, listed))
    for (const { address, day, truth, kind } of some) {
      const { organization, person, isListed } = within(address, day)
      const got = organization === 'harbor' ? (isListed ? person : unlisted) : 'nobody'
      const reason = why[kind]
      answers.push({
        case: `${kind} ${address} in project ${project} on ${day}`,
        expected: truth ?? 'nobody',
        got,
        ...(reason === undefined ? {} : { reason }),
      })
    }
  }
  return tally('attribution: commits of 10,000 identities', answers)
}
