/**
 * Reads what an organization decided. What a person wrote wrong is refused with file and line: a name that nothing carries, a
 * subject that is none, two decisions that contradict one another in one scope. What has run out is told, and counts no more.
 */

import { z } from 'zod'
import { contributionLanes, type Decision, type DecisionSubject } from '#domain/decision.ts'
import type { EngagementOption } from '#domain/engagement.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { Organization } from '#domain/organization.ts'
import { projectOfAddress } from '#domain/project.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { formatVers, parseVers } from '#ecosystems/vers.ts'
import { decisionMistake } from './decision-mistakes.ts'
import { openYaml, type ConfigProblem } from './yaml-file.ts'

/** @param name as the person knows the file; it stands in the problem */
export type DecisionFile = { readonly name: string; readonly bytes: Uint8Array; readonly evidence: EvidenceId }

export type DecisionsRead =
  | {
      readonly ok: true
      readonly decisions: readonly Decision[]
      /** Decisions that have run out, with the line. */
      readonly expired: readonly { readonly file: string; readonly issue: Issue }[]
    }
  | { readonly ok: false; readonly problem: ConfigProblem }

/** Files of an office folder that hold rules and no records. */
export function isRuleFile(name: string): boolean {
  return isDecisionFile(name) || isPolicyFile(name)
}

export function isDecisionFile(name: string): boolean {
  return /^decisions\.ya?ml$/.test(name)
}

export function isPolicyFile(name: string): boolean {
  return /^policy\.ya?ml$/.test(name)
}

/**
 * @param organization names are checked against it when it is declared
 * @param day decisions that ended before it have run out
 */
export function readDecisionFiles(
  files: readonly DecisionFile[],
  organization: Organization,
  day: IsoDate,
): DecisionsRead {
  const decisions: Decision[] = []
  const expired: { readonly file: string; readonly issue: Issue }[] = []
  for (const { name, bytes, evidence } of files) {
    const opened = openYaml(bytes, name, decisionsSchema)
    if (!opened.ok) return opened
    const list = opened.value.decisions ?? []
    for (const [index, text] of list.entries()) {
      const subject = subjectOf(text.subject, text.versions)
      if (!('kind' in subject))
        return { ok: false, problem: opened.problemAt(['decisions', index, subject.key], subject.what) }
      const decision = decisionOf(text, subject, evidence, index)
      const mistake = decisionMistake(decision, decisions, organization)
      if (mistake !== undefined)
        return { ok: false, problem: opened.problemAt(['decisions', index, ...mistake.path], mistake.what) }
      decisions.push(decision)
    }
    for (const [index, { id, until }] of list.entries())
      if (until !== undefined && until < day && !list.some(({ replaces = [] }) => replaces.includes(id))) {
        const { where } = opened.problemAt(['decisions', index, 'until'], '')
        expired.push({ file: name, issue: issue('decision-expired', where, `${id}, ${until}`) })
      }
  }
  return { ok: true, decisions, expired }
}

const text = z.string().trim().min(1, 'must not be empty')
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
export const daySchema = z
  .string('must be a day, written YYYY-MM-DD')
  .refine(isDay, 'must be a day that exists, written YYYY-MM-DD')

const outcomes = /^(?:allow|allow-with-conditions|review|refuse|engage-option (?:\d|1[0-3]))$/

const decisionSchema = z.strictObject({
  id,
  on: daySchema,
  by: id,
  subject: text,
  versions: text.optional(),
  about: z.enum(['use', 'contribute']).optional(),
  decision: z
    .string('must be text')
    .regex(
      outcomes,
      'must be allow, allow-with-conditions, review, refuse or engage-option with a number from 0 to 13',
    ),
  lane: z.enum(contributionLanes).optional(),
  conditions: z.array(text).min(1, 'must name at least one condition').optional(),
  reason: text,
  until: daySchema.optional(),
  unit: id.optional(),
  product: id.optional(),
  replaces: z.array(id).optional(),
})

const decisionsSchema = z.strictObject({ format: z.literal(1), decisions: z.array(decisionSchema).optional() })

/** A decision as a person writes it. */
export type DecisionText = z.infer<typeof decisionSchema>

type WrongSubject = { readonly key: 'subject' | 'versions'; readonly what: string }

function subjectOf(subject: string, versions: string | undefined): DecisionSubject | WrongSubject {
  if (subject.startsWith('pkg:')) return partOf(subject, versions)
  if (versions !== undefined) return { key: 'versions', what: 'can stand with a package URL only' }
  if (subject.includes('/')) {
    const project = projectOfAddress(subject) ?? projectOfAddress(`https://${subject}`)
    return project === undefined
      ? { key: 'subject', what: 'is neither a package URL nor the address of a repository' }
      : { kind: 'project', project }
  }
  const read = parseLicenseExpression(subject)
  const [only, ...more] = read.ok ? (read.choices?.flat() ?? []) : []
  return only === undefined || more.length > 0
    ? { key: 'subject', what: 'must be a package URL, the address of a repository, or one license identifier' }
    : { kind: 'license', license: only }
}

function partOf(subject: string, versions: string | undefined): DecisionSubject | WrongSubject {
  const read = parsePurl(subject)
  if (!read.ok) return { key: 'subject', what: `is no package URL: ${read.message}` }
  const name = packageOf(read.canonical)
  const { version } = read.purl
  if (versions === undefined)
    return { kind: 'part', package: name, versions: version === null ? null : exactly(read.purl.type, version) }
  if (version !== null) return { key: 'versions', what: 'stands beside a version in "subject"; write one of the two' }
  const range = parseVers(versions)
  return range.ok
    ? { kind: 'part', package: name, versions: range.canonical }
    : { key: 'versions', what: `is no version range: ${range.message}` }
}

/** The scheme of a type that has no order of its own is `generic`: equal text is equal. */
function exactly(type: string, version: string): string {
  const constraints = [{ operator: '=' as const, version }]
  const own = formatVers({ scheme: type, constraints })
  return parseVers(own).ok ? own : formatVers({ scheme: 'generic', constraints })
}

function decisionOf(entry: DecisionText, subject: DecisionSubject, evidence: EvidenceId, index: number): Decision {
  const option = /^engage-option (\d+)$/.exec(entry.decision)?.[1]
  return {
    id: entry.id,
    on: entry.on,
    by: entry.by,
    subject,
    about: entry.about ?? 'use',
    outcome: option === undefined ? (entry.decision as Decision['outcome']) : 'engage',
    // The schema lets no other number through.
    option: option === undefined ? null : (Number(option) as EngagementOption),
    lane: entry.lane ?? null,
    conditions: entry.conditions ?? [],
    reason: entry.reason,
    until: entry.until ?? null,
    unit: entry.unit ?? null,
    product: entry.product ?? null,
    replaces: entry.replaces ?? [],
    evidence,
    at: `/decisions/${index}`,
  }
}

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
