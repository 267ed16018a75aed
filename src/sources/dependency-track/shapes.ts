/** What is read of Dependency-Track's answers; everything else is kept in the original and passed over. */

import { z } from 'zod'

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
/** A field that may be absent, or odd: then it says nothing. */
const maybe = z.string().nullable().optional().catch(null)
const flag = z.boolean().optional().catch(false)

export const projectShape = z.object({
  uuid,
  name: z.string().trim().min(1),
  version: maybe,
  classifier: maybe,
  active: z.boolean().optional().catch(true),
  isLatest: flag,
  /** Milliseconds since 1970. */
  lastBomImport: z.number().nullable().optional().catch(null),
  tags: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch([]),
})
export type TrackProject = z.infer<typeof projectShape>

const component = z.object({ uuid: maybe, name: z.string(), version: maybe, purl: maybe })

export const findingShape = z.object({
  component: component.extend({ uuid }),
  vulnerability: z.object({ uuid, vulnId: z.string().min(1), source: maybe }),
  analysis: z.object({ state: maybe, isSuppressed: flag }).optional().catch({}),
})
export type TrackFinding = z.infer<typeof findingShape>

export const analysisShape = z.object({
  analysisState: maybe,
  analysisJustification: maybe,
  analysisResponse: maybe,
  analysisDetails: maybe,
  isSuppressed: flag,
})
export type TrackAnalysis = z.infer<typeof analysisShape>

export const violationShape = z.object({
  uuid,
  type: maybe,
  text: maybe,
  component,
  policyCondition: z.object({ policy: z.object({ name: z.string() }) }),
  analysis: z.object({ analysisState: maybe, isSuppressed: flag }).nullable().optional().catch(null),
})
export type TrackViolation = z.infer<typeof violationShape>
