/** Reads what `headwater health collect --json` writes: facts of projects, collected where the clones are. */

import { z } from 'zod'
import { issue, type Issue } from '#domain/issue.ts'
import { projectOfAddress } from '#domain/project.ts'
import type { ProjectFacts } from '#domain/upstream.ts'

/** Facts of one project, with their place in the file. */
export type ToldProject = Omit<ProjectFacts, 'evidence'>

export type ProjectFile = { readonly projects: readonly ToldProject[]; readonly issues: readonly Issue[] }

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const count = z.int().nonnegative()
const share = z.number().min(0).max(1).nullable()

const activity = z.object({
  from: day,
  to: day,
  plainCommits: count,
  authors: count,
  absenceFactor: count.nullable(),
  topAuthorShare: share,
  attributable: share,
  elephantFactor: count.nullable(),
  topOrganizationShare: share,
})

const facts = z.object({
  project: z.string().refine((text) => projectOfAddress(`https://${text}`) === text),
  observedOn: day,
  tip: z.string().nullable(),
  isShallow: z.boolean(),
  firstCommitOn: day.nullable(),
  lastCommitOn: day.nullable(),
  authorsEver: count,
  plainCommitsEver: count,
  year: activity,
  yearBefore: activity,
  halfYear: activity,
  quarter: activity,
  byMonth: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), commits: count, authors: count })),
  mainAuthor: z.object({ share: z.number().min(0).max(1), isActive: z.boolean(), lastOn: day }).nullable(),
  reviewedShare: share,
  tags: z.array(z.object({ name: z.string(), on: day, isSigned: z.boolean() })),
  files: z
    .object({
      total: count,
      paths: z.array(z.string()),
      texts: z.record(z.string(), z.string()).optional(),
      binaries: z.array(z.string()),
    })
    .nullable(),
  fundingLinks: z.array(z.url({ protocol: /^https$/ })).optional(),
})

const whole = z.object({ schemaVersion: z.literal(1), projects: z.array(z.object({ facts: z.unknown() })) })

/** @param path of the file; it stands in issues about the file as a whole */
export function readProjectFile(bytes: Uint8Array, path: string): ProjectFile {
  if (bytes.length === 0) return { projects: [], issues: [issue('empty-file', path)] }
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { projects: [], issues: [issue('not-json', path)] }
  }
  const file = whole.safeParse(content)
  if (!file.success) return { projects: [], issues: [issue('unknown-format', path)] }
  const projects: ToldProject[] = []
  const issues: Issue[] = []
  for (const [index, one] of file.data.projects.entries()) {
    const at = `/projects/${index}/facts`
    const read = facts.safeParse(one.facts)
    if (read.success) {
      const { files, ...history } = read.data
      projects.push({ ...history, files: files === null ? null : { ...files, texts: files.texts ?? null }, at })
    } else {
      const [first] = read.error.issues
      const inner = (first?.path ?? []).map((step) => `/${String(step)}`).join('')
      issues.push(issue(first?.path[0] === 'project' ? 'project-unknown' : 'wrong-type', `${at}${inner}`))
    }
  }
  return { projects, issues }
}
