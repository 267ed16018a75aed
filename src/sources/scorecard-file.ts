/**
 * Reads results of OpenSSF Scorecard: what its command and its service print as JSON, lists of that, and the database in
 * which the Node.js project keeps the scores of its repositories with their history. What cannot be taken is an issue with
 * its place; the others go on.
 */

import { issue, type Issue } from '#domain/issue.ts'
import { projectOfAddress } from '#domain/project.ts'
import type { ScorecardResult } from '#domain/upstream.ts'
import { isCalendarDay } from './csv-lines.ts'

export type ReadScorecard = Omit<ScorecardResult, 'evidence' | 'observedOn'>

/** Every result found is taken or has an issue. */
export type ScorecardFile = { readonly results: readonly ReadScorecard[]; readonly issues: readonly Issue[] }

/** @param path of the file; it stands in issues about the file as a whole */
export function readScorecardFile(bytes: Uint8Array, path: string): ScorecardFile {
  if (bytes.length === 0) return { results: [], issues: [issue('empty-file', path)] }
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return { results: [], issues: [issue('not-json', path)] }
  }
  const found = Array.isArray(content)
    ? content.map((each, at) => resultOf(each, `/${at}`))
    : isObject(content) && (Array.isArray(content['checks']) || isObject(content['repo']))
      ? [resultOf(content, '')]
      : databaseOf(content)
  if (found.length === 0) return { results: [], issues: [issue('unknown-format', path)] }
  const results: ReadScorecard[] = []
  const issues: Issue[] = []
  for (const each of found) {
    issues.push(...each.issues)
    if (each.result !== null) results.push(each.result)
  }
  return { results, issues }
}

type Found = { readonly result: ReadScorecard | null; readonly issues: readonly Issue[] }

function resultOf(value: unknown, at: string): Found {
  const refused = (code: Issue['code'], field: string, detail?: string): Found => ({
    result: null,
    issues: [issue(code, `${at}${field}`, detail)],
  })
  if (!isObject(value)) return refused('wrong-type', '')
  const name = isObject(value['repo']) ? value['repo']['name'] : undefined
  if (typeof name !== 'string') return refused('missing-field', '/repo/name')
  const project = projectOfAddress(`https://${name.replace(/^https?:\/\//, '')}`)
  if (project === undefined) return refused('syntax', '/repo/name', name)
  const on = dayOf(value['date'])
  if (on === undefined) return refused('missing-field', '/date')
  const aggregate = scoreOf(value['score'])
  if (aggregate === undefined) return refused('wrong-type', '/score')
  const issues: Issue[] = []
  const checks: { name: string; score: number }[] = []
  for (const [index, check] of (Array.isArray(value['checks']) ? (value['checks'] as unknown[]) : []).entries()) {
    const score = isObject(check) ? check['score'] : undefined
    if (!isObject(check) || typeof check['name'] !== 'string' || !isCheckScore(score))
      issues.push(issue('wrong-type', `${at}/checks/${index}`))
    else checks.push({ name: check['name'], score })
  }
  return { result: { at, project, on, aggregate, checks }, issues }
}

/** Host → owner → repository → `{ current, previous }`. */
function databaseOf(content: unknown): readonly Found[] {
  const found: Found[] = []
  for (const [host, owners] of entriesOf(content)) {
    for (const [owner, repositories] of entriesOf(owners)) {
      for (const [repository, history] of entriesOf(repositories)) {
        if (!isObject(history) || !('current' in history)) continue
        const project = projectOfAddress(`https://${host}/${owner}/${repository}`)
        const at = `/${[host, owner, repository].map(escaped).join('/')}`
        const scores: [place: string, score: unknown][] = [
          ...(Array.isArray(history['previous']) ? (history['previous'] as unknown[]) : []).map(
            (each, index): [string, unknown] => [`${at}/previous/${index}`, each],
          ),
          [`${at}/current`, history['current']],
        ]
        for (const [place, each] of scores) {
          const on = isObject(each) ? dayOf(each['date']) : undefined
          const aggregate = isObject(each) ? scoreOf(each['score']) : undefined
          found.push(
            project === undefined || on === undefined || aggregate === undefined
              ? { result: null, issues: [issue('wrong-type', place)] }
              : { result: { at: place, project, on, aggregate, checks: [] }, issues: [] },
          )
        }
      }
    }
  }
  return found
}

/** Null for −1: nothing could be decided. Undefined for what is no score. */
function scoreOf(value: unknown): number | null | undefined {
  if (typeof value !== 'number' || !(value >= -1 && value <= 10)) return undefined
  return value < 0 ? null : value
}

function isCheckScore(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -1 && value <= 10
}

/** The day where it was run. */
function dayOf(value: unknown): string | undefined {
  const day = typeof value === 'string' ? value.slice(0, 10) : ''
  return isCalendarDay(day) ? day : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : []
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
