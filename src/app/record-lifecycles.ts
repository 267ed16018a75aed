/** Keeps the release lines of products: each product file as an original, and what it says as a fact. */

import { join } from 'node:path'
import { existsSync } from 'node:fs'
import type { IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { fail } from '#domain/problem.ts'
import { readLifecycleFile, readLifecycleFiles, type ReadLifecycle } from '#sources/lifecycle-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Survey } from './survey.ts'

export type LifecycleImport = {
  /** found = taken + refused, in product files. */
  readonly found: number
  readonly taken: number
  readonly cycles: number
  readonly refused: readonly { readonly where: string; readonly issue: Issue }[]
  /** Odd values inside files that were taken. */
  readonly issues: readonly { readonly where: string; readonly issue: Issue }[]
}

/** The folders that the organization names. */
export async function recordLifecycles(
  store: Store,
  { brought }: Pick<Survey, 'brought'>,
  now: IsoTime,
): Promise<readonly { readonly path: string; readonly issue: Issue }[]> {
  const issues: { path: string; issue: Issue }[] = []
  for (const { path, location } of brought.lifecycleFolders) {
    const { refused, issues: odd } = await takeIn(store, location, path, now)
    issues.push(...[...refused, ...odd].map(({ where, issue }) => ({ path: where, issue })))
  }
  return issues
}

/**
 * A folder or archive of product files. Throws `nothing-found` when no product is in it.
 */
export async function importLifecycles(store: Store, path: string, now: IsoTime): Promise<LifecycleImport> {
  const result = await takeIn(store, path, '', now)
  return result.taken === 0 ? fail({ code: 'nothing-found', paths: [path] }) : result
}

/** Where product files lie at a path that the user imports; undefined when there are none by their names. */
export function lifecyclesAt(path: string): string | undefined {
  if (/(?:^|[/\\])endoflife[^/\\]*[/\\]?$/i.test(path) && existsSync(path)) return path
  return ['endoflife', 'endoflife.zip', 'endoflife-products.zip'].map((name) => join(path, name)).find(existsSync)
}

async function takeIn(store: Store, location: string, shown: string, now: IsoTime): Promise<LifecycleImport> {
  const refused: { where: string; issue: Issue }[] = []
  const issues: { where: string; issue: Issue }[] = []
  const read: { name: string; bytes: Uint8Array; lifecycle: ReadLifecycle }[] = []
  let found = 0
  for (const file of readLifecycleFiles(location)) {
    found += 1
    const name = shown === '' ? file.name : `${shown}/${file.name}`
    if ('issue' in file) {
      refused.push({ where: name, issue: file.issue })
      continue
    }
    const { lifecycle, issues: odd } = readLifecycleFile(file.bytes, file.name)
    if (lifecycle === null) refused.push(...odd.map((issue) => ({ where: name, issue })))
    else {
      read.push({ name, bytes: file.bytes, lifecycle })
      issues.push(...odd.map((issue) => ({ where: name, issue })))
    }
  }
  const originals = await saveEvidence(
    store,
    read.map(({ name, bytes }) => ({ kind: 'registry-answer', name, bytes, retrievedAt: now, recordedAt: now })),
  )
  await saveFacts(
    store,
    read.map(({ lifecycle: { at, ...facts } }, index) => ({
      kind: 'lifecycle',
      subject: facts.product,
      source: 'endoflife.date',
      evidence: originals[index]?.id ?? '',
      at,
      observedOn: dayOf(now),
      facts,
    })),
    { recordedAt: now },
  )
  const cycles = read.reduce((sum, { lifecycle }) => sum + lifecycle.cycles.length, 0)
  return { found, taken: read.length, cycles, refused, issues }
}
