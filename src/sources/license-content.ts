/** The license tables from `content/licenses`. */

import { z } from 'zod'
import type { LicenseTables } from '#domain/license-facts.ts'
import { entryFields, packFields, readContent } from './content.ts'

let loaded: LicenseTables | undefined

/** Reads the tables on the first call; they do not change while the program runs. */
export function loadLicenseTables(): LicenseTables {
  loaded ??= readLicenseTables()
  return loaded
}

function readLicenseTables(): LicenseTables {
  const {
    version,
    families,
    'combining-exceptions': combiningExceptions,
  } = readContent('licenses/families.yaml', familiesSchema)
  const { duties } = readContent('licenses/duties.yaml', dutiesSchema)
  const framework = readContent('licenses/model-openness.yaml', frameworkSchema)
  return {
    version,
    families: families.map(({ 'source-license': sourceLicense, ...family }) => ({ ...family, sourceLicense })),
    duties: duties.map(({ 'source-license': sourceLicense, ...duty }) => ({ ...duty, sourceLicense })),
    combiningExceptions,
    modelFramework: {
      version: framework.framework,
      components: framework.components.map((component) => ({
        name: component.name,
        kind: component.kind,
        neededFor: component['needed-for'],
        isRequired: component.required,
      })),
      standIns: framework['stand-ins'].map((each) => ({
        component: each.component,
        standsInFor: each['stands-in-for'],
      })),
      alsoOpen: framework['also-open'],
      fitting: framework.fitting,
    },
  }
}

const familiesSchema = z.strictObject({
  ...packFields,
  'combining-exceptions': z.array(z.string()),
  families: z.array(
    z.strictObject({
      ...entryFields,
      label: z.string(),
      reciprocity: z.enum(['none', 'weak', 'strong', 'network', 'share-alike', 'restricted']),
      network: z.boolean().default(false),
      assets: z.array(z.enum(['software', 'content', 'data', 'hardware', 'model', 'font'])).min(1),
      openness: z.enum(['open', 'source-available', 'use-restricted', 'closed']),
      patents: z.enum(['granted', 'excluded', 'silent']),
      duties: z.array(z.string()),
      note: z.string(),
      licenses: z.array(z.string()),
    }),
  ),
})

const dutiesSchema = z.strictObject({
  ...packFields,
  duties: z.array(
    z.strictObject({
      ...entryFields,
      label: z.string(),
      text: z.string(),
      when: z.enum(['delivery', 'change', 'network-use', 'use']),
    }),
  ),
})

const kinds = z.enum(['code', 'data', 'document'])

const frameworkSchema = z.strictObject({
  ...packFields,
  framework: z.string(),
  source: z.string(),
  'source-license': z.string(),
  components: z.array(
    z.strictObject({
      name: z.string(),
      kind: kinds,
      'needed-for': z.union([z.literal(1), z.literal(2), z.literal(3)]),
      required: z.boolean(),
    }),
  ),
  'stand-ins': z.array(z.strictObject({ component: z.string(), 'stands-in-for': z.string() })),
  'also-open': z.array(z.string()),
  fitting: z.strictObject({ code: z.array(z.string()), data: z.array(z.string()), document: z.array(z.string()) }),
})
