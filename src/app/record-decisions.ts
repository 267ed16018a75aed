/** Keeps what an organization decided, and its policy: each file as an original, what was read out of it as a fact. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Decision } from '#domain/decision.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Organization } from '#domain/organization.ts'
import type { Policy } from '#domain/policy.ts'
import { fail } from '#domain/problem.ts'
import { isDecisionFile, isPolicyFile, readDecisionFiles } from '#sources/decision-file.ts'
import { readPolicy } from '#sources/policy-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'
import type { Survey } from './survey.ts'

/** A file as the person knows it, and the path it is kept under. */
export type RuleFile = { readonly name: string; readonly path: string; readonly bytes: Uint8Array }

export type Rules = {
  readonly decisions: readonly Decision[]
  /** The first one found; null when there is none. */
  readonly policy: Policy | null
  readonly expired: readonly { readonly file: string; readonly issue: Issue }[]
}

type Moment = { readonly asOf: IsoDate; readonly now: IsoTime }
export type KeptDecisions = { readonly decisions: readonly Decision[]; readonly policy: Policy | null }

const nothing: KeptDecisions = { decisions: [], policy: null }

/** The files `decisions.yaml` and `policy.yaml` of the office folders that an organization names. Throws `path-missing`. */
export function ruleFilesOf({ brought }: Pick<Survey, 'brought'>): readonly RuleFile[] {
  return brought.officeFolders.flatMap(({ path, location }) =>
    namesIn(location).map((name): RuleFile => {
      const file = join(location, name)
      return { name: file, path: `${path.replace(/\/+$/, '')}/${name}`, bytes: bytesOf(file) }
    }),
  )
}

/** Reads and checks, and keeps nothing. Throws `config-invalid` with file and line. */
export function readRules(
  files: readonly RuleFile[],
  organization: Organization,
  day: IsoDate,
  evidenceOf: (file: RuleFile) => string = () => '',
): Rules {
  const read = readDecisionFiles(
    files
      .filter(({ name }) => !isPolicyFile(baseName(name)))
      .map((file) => ({ name: file.name, bytes: file.bytes, evidence: evidenceOf(file) })),
    organization,
    day,
  )
  if (!read.ok) return fail(read.problem)
  const [policyFile] = files.filter(({ name }) => isPolicyFile(baseName(name)))
  return { ...read, policy: policyFile === undefined ? null : policyOf(policyFile) }
}

function policyOf({ bytes, name, path }: RuleFile): Policy {
  const read = readPolicy(bytes, name)
  return read.ok ? { ...read.policy, name: path } : fail(read.problem)
}

/** Records the rules of the office folders; a file that was taken away says nothing any longer. */
export async function recordDecisions(
  store: Store,
  found: Pick<Survey, 'organization' | 'brought'>,
  moment: Moment,
): Promise<Rules> {
  const files = ruleFilesOf(found)
  const rules = await keep(store, files, found.organization, moment)
  const known = await loadFacts<KeptDecisions>(store, 'decision', { asOf: moment.asOf, knownAt: moment.now })
  const gone = known.filter(({ subject, source }) => subject === 'folder' && !files.some(({ path }) => path === source))
  await saveFacts(
    store,
    gone.map((fact) => ({ ...fact, observedOn: moment.asOf, facts: nothing })),
    { recordedAt: moment.now },
  )
  return rules
}

/**
 * Records one file of decisions. A file of an office folder replaces what was known of it; decisions of other files stay.
 * Throws `config-invalid` as above, also for a contradiction between files.
 */
export async function recordDecisionFile(
  store: Store,
  file: string,
  bytes: Uint8Array,
  organization: Organization,
  { asOf, now }: Moment,
): Promise<Rules> {
  const known = await loadFacts<KeptDecisions>(store, 'decision', { asOf, knownAt: now })
  const before = known.find(({ source }) => `/${resolve(file)}`.endsWith(`/${source}`))
  const path = before?.source ?? file
  return keep(store, [{ name: file, path, bytes }], organization, { asOf, now }, before?.subject ?? 'file')
}

async function keep(
  store: Store,
  files: readonly RuleFile[],
  organization: Organization,
  { asOf, now }: Moment,
  subject = 'folder',
): Promise<Rules> {
  // All of them are checked before any is kept.
  const all = readRules(files, organization, asOf)
  const kept = await saveEvidence(
    store,
    files.map(({ path, bytes }) => ({ kind: 'answer', name: path, bytes, retrievedAt: now, recordedAt: now })),
  )
  const evidenceOf = (file: RuleFile): string => kept[files.indexOf(file)]?.id ?? ''
  const placed = readRules(files, organization, asOf, evidenceOf)
  const facts = files.map((file): Fact<KeptDecisions> => {
    const evidence = evidenceOf(file)
    const isPolicy = isPolicyFile(baseName(file.name))
    return {
      kind: 'decision',
      subject,
      source: file.path,
      evidence,
      at: '',
      observedOn: asOf,
      facts: isPolicy
        ? { decisions: [], policy: policyOf(file) }
        : { decisions: placed.decisions.filter((one) => one.evidence === evidence), policy: null },
    }
  })
  await saveFacts(store, facts, { recordedAt: now })
  return { ...all, decisions: placed.decisions }
}

/** What is known of decisions and policy at two times. A decision that stands in two files counts once. */
export async function loadDecisions(store: Store, times: Times): Promise<KeptDecisions> {
  const facts = await loadFacts<KeptDecisions>(store, 'decision', times)
  const byId = new Map<string, Decision>()
  for (const { facts: kept } of facts) for (const decision of kept.decisions) byId.set(decision.id, decision)
  return {
    decisions: [...byId.values()],
    policy: facts.find(({ facts: kept }) => kept.policy !== null)?.facts.policy ?? null,
  }
}

function namesIn(location: string): readonly string[] {
  const isFolder = statSync(location, { throwIfNoEntry: false })?.isDirectory() === true
  if (!isFolder) return fail({ code: 'path-missing', path: location })
  return readdirSync(location)
    .filter((name) => isDecisionFile(name) || isPolicyFile(name))
    .sort()
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(
      code === 'ENOENT' ? { code: 'path-missing', path: file } : { code: 'path-unreadable', path: file, reason: code },
    )
  }
}
