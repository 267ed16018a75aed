/** The histories of the organization's own lockfiles and tags: collected out of repositories, kept as originals, loaded again. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { LockfileChange, LockfileHistory, RepositoryUpdates, UpdateHistory } from '#domain/update-history.ts'
import { openLockfileHistory, type LockfileRepository, type LockfileStates } from '#sources/lockfile-history.ts'
import { findEvidence, loadEvidenceBytes, saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { isRepairSubject } from '#value/agility/faulty-tags.ts'
import { stableTagVersion } from '#value/agility/version-numbers.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Times } from './load-portfolio.ts'
import {
  isLockfilePath,
  isToldElsewhere,
  LockedVersionsCache,
  readLockedVersions,
  versionChanges,
  type LockedVersions,
} from './locked-versions.ts'
import type { OwnRepository } from './own-repositories.ts'
import type { Progress } from './progress.ts'

/** To be kept as evidence; its id completes the `UpdateHistory`. */
export type CollectedHistory = Omit<UpdateHistory, 'evidence'>

export type CollectedLockfileHistories = {
  /** One a product, by its id. */
  readonly histories: readonly CollectedHistory[]
  /** Paths that are no repository or cannot be read. */
  readonly issues: readonly Issue[]
}

/** This year and the one before are compared: tags of two years are counted in full. */
const countedDays = 2 * 365

/** @param asOf the last day; what landed later is left out */
export async function collectLockfileHistories(
  repositories: readonly OwnRepository[],
  asOf: IsoDate,
  home: string,
  progress: Progress,
): Promise<CollectedLockfileHistories> {
  const cache = new LockedVersionsCache(home)
  const issues: Issue[] = []
  const byProduct = new Map<string, RepositoryUpdates[]>()
  for (const [index, { product, path, location, within }] of repositories.entries()) {
    progress.report({ step: 'reading', done: index, total: repositories.length })
    const opened = await openLockfileHistory(location, {
      cache: cacheFolder(home, 'lockfiles'),
      isLockfile: (file) => file.startsWith(within) && isLockfilePath(file),
      isRelease: (name) => stableTagVersion(name) !== null,
      isRepair: isRepairSubject,
      until: asOf,
      countedFrom: new Date(Date.parse(asOf) - countedDays * 86_400_000).toISOString().slice(0, 10),
    })
    if (!opened.ok) {
      issues.push({ ...opened.issue, where: path })
      continue
    }
    const updates = await updatesOf(opened.repository, path, cache)
    byProduct.set(product, [...(byProduct.get(product) ?? []), updates])
  }
  progress.report({ step: 'reading', done: repositories.length, total: repositories.length })
  const histories = [...byProduct]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([product, of]): CollectedHistory => ({ product, observedOn: asOf, counts: countsOf(of), repositories: of }))
  return { histories, issues }
}

function countsOf(repositories: readonly RepositoryUpdates[]): UpdateHistory['counts'] {
  const files = repositories.flatMap((one) => one.files)
  return {
    lockfiles: files.length,
    changes: files.reduce((sum, { changes }) => sum + changes.length, 0),
    tags: repositories.reduce((sum, { tags }) => sum + tags.length, 0),
  }
}

async function updatesOf(
  { tip, isShallow, files: all, tags, issues, contents }: LockfileRepository,
  path: string,
  cache: LockedVersionsCache,
): Promise<RepositoryUpdates> {
  const paths = new Set(all.map((file) => file.path))
  const files = all.filter((file) => !isToldElsewhere(file.path, paths))
  const known = new Map<string, LockedVersions>()
  const keyOf = (file: string, blob: string): string => `${blob} ${file}`
  const wanted = new Map<string, string[]>()
  for (const { path: file, states } of files)
    for (const { blob } of states) {
      if (blob === null) continue
      const kept = cache.load(file, blob)
      if (kept !== undefined) known.set(keyOf(file, blob), kept)
      else wanted.set(blob, [...new Set([...(wanted.get(blob) ?? []), file])])
    }
  for await (const [blob, bytes] of contents([...wanted.keys()]))
    for (const file of wanted.get(blob) ?? []) {
      const versions = readLockedVersions(file, bytes)
      cache.save(file, blob, versions)
      known.set(keyOf(file, blob), versions)
    }
  return {
    path,
    tip,
    isShallow,
    files: files.map((file) => historyOf(file, (blob) => known.get(keyOf(file.path, blob)) ?? null)),
    tags,
    issues: issues.map((one) => ({ ...one, where: path })),
  }
}

/**
 * A content that cannot be read, as after a merge that went wrong, changes nothing; the next one is compared with the last
 * readable. Where the first ones cannot be read, nobody knows what was there before.
 */
function historyOf({ path, states, isWhole }: LockfileStates, read: (blob: string) => LockedVersions): LockfileHistory {
  const changes: LockfileChange[] = []
  let before: ReadonlyMap<string, readonly string[]> | null = null
  let latest = ''
  let unread = 0
  for (const { commit, on, blob } of states) {
    const after = blob === null ? nothing : read(blob)
    // Clocks differ: nothing lands before what it builds on.
    latest = on > latest ? on : latest
    if (after === null) unread += 1
    if (after === null && before === null) continue
    changes.push({ commit, on: latest, changes: after === null ? [] : versionChanges(before ?? nothing, after) })
    before = after ?? before
  }
  return { path, changes, isWhole: isWhole && changes.length === states.length, unread }
}

const nothing: ReadonlyMap<string, readonly string[]> = new Map()

/** Keeps the originals, and that there is one of each product. */
export async function keepLockfileHistories(
  store: Store,
  histories: readonly CollectedHistory[],
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<void> {
  const originals = histories.map((history) => ({
    kind: 'git-extract' as const,
    name: `lockfile history of ${history.product}`,
    bytes: new TextEncoder().encode(`${JSON.stringify(history)}\n`),
    retrievedAt: recordedAt,
    recordedAt,
  }))
  const kept = await saveEvidence(store, originals)
  await saveFacts(
    store,
    histories.flatMap(({ product, observedOn, counts }, index) => {
      const evidence = kept[index]?.id
      const fact = {
        kind: 'update-history' as const,
        subject: product,
        source: 'clone',
        at: '',
        observedOn,
        facts: counts,
      }
      return evidence === undefined ? [] : [{ ...fact, evidence }]
    }),
    { recordedAt },
  )
}

/** Read out of the kept originals; an original that was deleted tells nothing any longer. */
export async function loadLockfileHistories(store: Store, times: Times): Promise<readonly UpdateHistory[]> {
  const histories: UpdateHistory[] = []
  for (const { evidence } of await loadFacts(store, 'update-history', times)) {
    const found = await findEvidence(store, evidence)
    if (found === undefined || found.tombstone !== null) continue
    const text = new TextDecoder().decode(await loadEvidenceBytes(store, evidence))
    histories.push({ evidence, ...(JSON.parse(text) as CollectedHistory) })
  }
  return histories
}
