/** Reads a policy: rules in order, and exceptions with an end. The default one ships as `content/policy`. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { reciprocities, opennesses } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { partKinds, scopes } from '#domain/part.ts'
import { policyStates, type Policy } from '#domain/policy.ts'
import { fail } from '#domain/problem.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { parseVers } from '#ecosystems/vers.ts'
import { daySchema } from './decision-file.ts'
import { openYaml, type ConfigProblem, type YamlPath } from './yaml-file.ts'

export type PolicyRead =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problem: ConfigProblem }

/** The text of the policy that acts where an organization has none. */
export function defaultPolicyText(): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'content', 'policy', 'default-policy.yaml'), 'utf8')
}

export function defaultPolicy(): Policy {
  const read = readPolicy(new TextEncoder().encode(defaultPolicyText()), 'content/policy/default-policy.yaml')
  return read.ok ? { ...read.policy, name: 'default' } : fail(read.problem)
}

/** @param name as the person knows the file */
export function readPolicy(bytes: Uint8Array, name: string): PolicyRead {
  const opened = openYaml(bytes, name, policySchema)
  if (!opened.ok) return opened
  const { rules, waivers = [] } = opened.value
  const mistake = policyMistake(rules, waivers)
  if (mistake !== undefined) return { ok: false, problem: opened.problemAt(mistake.path, mistake.what) }
  return {
    ok: true,
    policy: {
      name,
      rules: rules.map(({ match = {}, ...rule }) => ({
        id: rule.id,
        outcome: rule.outcome,
        reason: rule.reason,
        wayOut: rule.wayOut ?? null,
        until: rule.until ?? null,
        match: {
          families: match.families ?? [],
          licenses: match.licenses ?? [],
          openness: match.openness ?? [],
          reciprocity: match.reciprocity ?? [],
          severity: match.severity ?? null,
          advisories: match.advisories ?? [],
          parts: match.parts ?? [],
          versions: match.versions ?? null,
          states: match.states ?? [],
          kinds: match.kinds ?? [],
          scopes: match.scopes ?? [],
          audience: match.audience ?? [],
          origins: match.origins ?? [],
          products: match.products ?? [],
        },
      })),
      waivers: waivers.map((waiver) => ({
        id: waiver.id,
        rule: waiver.rule,
        part: waiver.part === undefined ? null : packageOf(waiver.part),
        versions: waiver.versions ?? null,
        advisory: waiver.advisory ?? null,
        product: waiver.product ?? null,
        by: waiver.by,
        reason: waiver.reason,
        until: waiver.until,
      })),
    },
  }
}

type Mistake = { readonly path: YamlPath; readonly what: string }
type Named = { readonly id: string }

function policyMistake(
  rules: readonly Named[],
  waivers: readonly (Named & { readonly rule: string })[],
): Mistake | undefined {
  const twice = (list: 'rules' | 'waivers', entries: readonly Named[]): Mistake | undefined => {
    const at = entries.findIndex(({ id }, index) => entries.findIndex((one) => one.id === id) < index)
    return at < 0 ? undefined : { path: [list, at, 'id'], what: `is used twice among the ${list}` }
  }
  const unruled = waivers.findIndex(({ rule }) => !rules.some(({ id }) => id === rule))
  return (
    twice('rules', rules) ??
    twice('waivers', waivers) ??
    (unruled < 0
      ? undefined
      : {
          path: ['waivers', unruled, 'rule'],
          what: `names "${waivers[unruled]?.rule ?? ''}", and no rule of this file has that id`,
        })
  )
}

const text = z.string().trim().min(1, 'must not be empty')
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
const listOf = <T extends z.ZodType>(of: T) => z.array(of).min(1, 'must name at least one').optional()
const range = text.refine((value) => parseVers(value).ok, 'must be a version range such as vers:npm/<2.0.0')
const license = text.refine((value) => {
  const read = parseLicenseExpression(value)
  return read.ok && read.ids.length === 1 && read.canonical === value
}, 'must be a license identifier as the SPDX license list writes it, or LicenseRef-…')

const match = z.strictObject({
  families: listOf(text),
  licenses: listOf(license),
  openness: listOf(z.enum(opennesses)),
  reciprocity: listOf(z.enum(reciprocities)),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'none']).optional(),
  advisories: listOf(text),
  parts: listOf(text.refine((value) => /^(?:pkg:|\*)/.test(value), 'must begin with pkg: or *')),
  versions: range.optional(),
  states: listOf(z.enum(policyStates)),
  kinds: listOf(z.enum(partKinds)),
  scopes: listOf(z.enum(scopes)),
  audience: listOf(z.enum(['internal', 'partners', 'public'])),
  origins: listOf(z.enum(['made', 'bought', 'run'])),
  products: listOf(id),
})

const policySchema = z.strictObject({
  format: z.literal(1),
  rules: z.array(
    z.strictObject({
      id,
      match: match.optional(),
      outcome: z.enum(['allow', 'review', 'deny']),
      reason: text,
      wayOut: text.optional(),
      until: daySchema.optional(),
    }),
  ),
  waivers: z
    .array(
      z.strictObject({
        id,
        rule: id,
        part: text
          .refine((value) => parsePurl(value).ok && packageOf(value) === value, 'must be a package URL without version')
          .optional(),
        versions: range.optional(),
        advisory: text.optional(),
        product: id.optional(),
        by: id,
        reason: text,
        until: daySchema,
      }),
    )
    .optional(),
})
