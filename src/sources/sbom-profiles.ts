/** The profiles of a good SBOM that ship as data in `content/sbom-profiles`. */

import { z } from 'zod'
import { packFields, readContent } from './content.ts'

const settings = z.strictObject({
  algorithms: z.array(z.string()).optional(),
  reachable: z.boolean().optional(),
  bases: z.array(z.enum(['declared', 'concluded', 'found'])).optional(),
  formats: z.record(z.string(), z.string()).optional(),
})

const field = z.strictObject({
  /** Where one check stands for two fields. */
  id: z.string().optional(),
  check: z.string(),
  term: z.string(),
  need: z.enum(['required', 'if-exists', 'recommended', 'optional']),
  settings: settings.default({}),
})

const profile = z.strictObject({
  ...packFields,
  id: z.string(),
  name: z.string(),
  status: z.enum(['in-force', 'draft']),
  published: z.iso.date(),
  source: z.string(),
  'source-license': z.string(),
  fields: z.array(field).min(1),
})

export const sbomProfileIds = ['ntia-2021', 'cisa-2025-draft', 'bsi-tr-03183-2'] as const

export type SbomProfileId = (typeof sbomProfileIds)[number]

/** Throws `config-invalid` with the line when the file was changed by hand and does not follow the schema. */
export function readSbomProfile(id: SbomProfileId) {
  const { 'source-license': sourceLicense, fields, ...rest } = readContent(`sbom-profiles/${id}.yaml`, profile)
  return { ...rest, sourceLicense, fields: fields.map((each) => ({ ...each, id: each.id ?? each.check })) }
}
