/** Workflows of GitHub Actions as far as the checks read them: triggers, permissions, jobs, steps, with their lines. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import type { ReadFiles } from '#domain/upstream.ts'

/** Everything, or access by scope. */
export type Permissions = { readonly all: string } | { readonly scopes: readonly Scope[] }
export type Scope = { readonly name: string; readonly access: string; readonly line: number }

export type Step = {
  readonly line: number
  readonly uses: string | null
  readonly run: string | null
  readonly shell: string | null
  readonly condition: string
  readonly with: Readonly<Record<string, string>>
}

export type Job = {
  readonly id: string
  readonly line: number
  /** A reusable workflow that the job calls. */
  readonly uses: string | null
  readonly permissions: Permissions | null
  readonly runsOn: readonly string[]
  readonly shell: string | null
  readonly steps: readonly Step[]
}

export type Workflow =
  | {
      readonly path: string
      readonly isReadable: true
      readonly triggers: readonly string[]
      readonly permissions: Permissions | null
      readonly jobs: readonly Job[]
    }
  | { readonly path: string; readonly isReadable: false }

export type ReadableWorkflow = Extract<Workflow, { isReadable: true }>

/** Every workflow file that says something; one without a text, or that is no workflow, is there and cannot be read. */
export function readWorkflows({ paths, texts }: ReadFiles): readonly Workflow[] {
  return paths.filter(isWorkflowPath).flatMap((path): readonly Workflow[] => {
    const text = texts[path]
    if (text === undefined) return [{ path, isReadable: false }]
    return hasCommands(text) ? [readWorkflow(path, text)] : []
  })
}

export function isWorkflowPath(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path)
}

export function readable(workflows: readonly Workflow[]): readonly ReadableWorkflow[] {
  return workflows.filter((workflow) => workflow.isReadable)
}

/** Characters; parsing what is no YAML takes time with the square of its length. */
const longest = 100_000

export function readWorkflow(path: string, text: string): Workflow {
  if (text.length > longest) return { path, isReadable: false }
  const lines = new LineCounter()
  let top: YAMLMap
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })
    if (document.errors.length > 0 || !isMap(document.contents)) return { path, isReadable: false }
    top = document.contents
  } catch {
    return { path, isReadable: false }
  }
  const lineOf = (node: unknown): number => lines.linePos((node as Node | undefined)?.range?.[0] ?? 0).line
  const jobs = top.get('jobs', true)
  if (!isMap(jobs)) return { path, isReadable: false }
  const defaultShell = textOf(mapAt(mapAt(top, 'defaults'), 'run')?.get('shell'))
  return {
    path,
    isReadable: true,
    triggers: namesOf(top.get('on', true)),
    permissions: permissionsOf(top, lineOf),
    jobs: jobs.items.flatMap(({ key, value }) =>
      isMap(value) ? [jobOf(nameOf(key), isScalar(key) ? lineOf(key) : 1, value, defaultShell, lineOf)] : [],
    ),
  }
}

function jobOf(
  id: string,
  line: number,
  job: YAMLMap,
  defaultShell: string | null,
  lineOf: (node: unknown) => number,
): Job {
  const steps = job.get('steps', true)
  return {
    id,
    line,
    uses: textOf(job.get('uses')),
    permissions: permissionsOf(job, lineOf),
    runsOn: systemsOf(job),
    shell: textOf(mapAt(mapAt(job, 'defaults'), 'run')?.get('shell')) ?? defaultShell,
    steps: isSeq(steps) ? steps.items.flatMap((step) => (isMap(step) ? [stepOf(step, lineOf)] : [])) : [],
  }
}

function stepOf(step: YAMLMap, lineOf: (node: unknown) => number): Step {
  const inputs = mapAt(step, 'with')
  return {
    line: lineOf(step),
    uses: textOf(step.get('uses')),
    run: textOf(step.get('run')),
    shell: textOf(step.get('shell')),
    condition: textOf(step.get('if')) ?? '',
    with: Object.fromEntries(
      (inputs?.items ?? []).flatMap(({ key, value }) =>
        isScalar(key) && isScalar(value) ? [[nameOf(key), nameOf(value)]] : [],
      ),
    ),
  }
}

/** Null when nothing is said about permissions. */
function permissionsOf(map: YAMLMap, lineOf: (node: unknown) => number): Permissions | null {
  if (!map.has('permissions')) return null
  const stated = map.get('permissions', true)
  if (isScalar(stated) && typeof stated.value === 'string') return { all: stated.value }
  if (!isMap(stated)) return { scopes: [] }
  return {
    scopes: stated.items.map(({ key, value }) => ({
      name: nameOf(key),
      access: nameOf(value).toLowerCase(),
      line: lineOf(key),
    })),
  }
}

/** `on:` as one name, a list, or a map; YAML 1.2 keeps the key `on` a text. */
function namesOf(node: unknown): readonly string[] {
  if (isScalar(node)) return [nameOf(node)]
  if (isSeq(node)) return node.items.flatMap((item) => (isScalar(item) ? [nameOf(item)] : []))
  if (isMap(node)) return node.items.flatMap(({ key }) => (isScalar(key) ? [nameOf(key)] : []))
  return []
}

/** The systems a job runs on; `${{ matrix.os }}` is looked up in the matrix. */
function systemsOf(job: YAMLMap): readonly string[] {
  const named = namesOf(job.get('runs-on', true))
  if (!(named.length === 1 && named[0]?.includes('matrix.os'))) return named
  const matrix = mapAt(mapAt(job, 'strategy'), 'matrix')
  const included = matrix?.get('include', true)
  const extra = isSeq(included)
    ? included.items.flatMap((item) => (isMap(item) ? [textOf(item.get('os')) ?? ''] : [])).filter(Boolean)
    : []
  return [...namesOf(matrix?.get('os', true)), ...extra]
}

function mapAt(map: YAMLMap | undefined, key: string): YAMLMap | undefined {
  const value = map?.get(key, true)
  return isMap(value) ? value : undefined
}

/** What a scalar says; empty for anything else. */
function nameOf(node: unknown): string {
  return isScalar(node) ? (textOf(node.value) ?? '') : ''
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Whether anything stands beside comments. */
export function hasCommands(text: string): boolean {
  return text.split('\n').some((line) => /^\s*[^\s#]/.test(line))
}
