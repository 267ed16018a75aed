import type { Organization } from '#domain/organization.ts'
import type { ProfileDefinition } from './profile.ts'
import { profiles } from './profiles.generated.ts'

/** The profile stated; a company when nobody said. */
export function profileOf({ profile }: Organization): ProfileDefinition {
  return profiles.find(({ id }) => id === (profile ?? 'company')) ?? profiles[0]
}
