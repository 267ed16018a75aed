/** Keeps what was read: originals first, then what was taken from them, as a revision of each product. */

import { readFileSync } from 'node:fs'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Unread } from '#domain/portfolio.ts'
import { readSizeFile } from '#sources/size-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { declareOrganization } from '#store/organization.ts'
import { saveSurveyed } from '#store/product-documents.ts'
import { saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import type { Progress } from './progress.ts'
import { readFilesAndImages, type DocumentRead, type Original } from './read-documents.ts'
import type { Survey } from './survey.ts'

export type Recorded = {
  readonly documents: number
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

export async function recordSurvey(
  store: Store,
  found: Survey,
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  progress: Progress,
): Promise<Recorded> {
  const { asOf, now } = times
  const documents: DocumentRead[] = []
  const unread: Unread[] = [...found.unread]
  const originals = new Map<string, Original>()
  for (const { root, prefix, files, isFile } of found.roots) {
    const read = await readFilesAndImages(isFile ? root.slice(0, root.lastIndexOf('/')) : root, files, isFile, progress)
    documents.push(...read.documents.map((document) => ({ ...document, path: prefix + document.path })))
    unread.push(...read.unread.map(({ path, code }) => ({ path: prefix + path, code })))
    for (const original of read.originals) originals.set(original.id, { ...original, name: prefix + original.name })
  }
  progress.report({ step: 'recording', done: 0, total: documents.length })
  await saveEvidence(
    store,
    [...originals.values()].map(({ kind, name, bytes }) => ({ kind, name, bytes, retrievedAt: now, recordedAt: now })),
  )
  await recordOrganization(store, found, asOf, now)
  const issues = [
    ...found.issues.map((issue) => ({ path: found.organizationFile?.path ?? '', issue })),
    ...(await recordSizes(store, found, now)),
  ]
  const productOf = (path: string): string | undefined =>
    found.productOfPath.get(path.split('!')[0] ?? path) ?? found.organization.products[0]?.id
  let done = 0
  for (const { id: product } of found.organization.products) {
    const own = documents.filter(({ path }) => productOf(path) === product)
    const ownUnread = unread.filter(({ path }) => productOf(path) === product)
    await saveSurveyed(store, {
      product,
      label: asOf,
      validFrom: asOf,
      recordedAt: now,
      documents: own,
      unread: ownUnread,
    })
    done += own.length
    progress.report({ step: 'recording', done, total: documents.length })
  }
  return { documents: documents.length, issues }
}

export async function recordOrganization(
  store: Store,
  found: Survey,
  validFrom: IsoDate,
  recordedAt: IsoTime,
): Promise<void> {
  const file = found.organizationFile
  const [evidence] =
    file === null
      ? []
      : await saveEvidence(store, [
          { kind: 'organization', name: file.path, bytes: file.bytes, retrievedAt: recordedAt, recordedAt },
        ])
  await declareOrganization(store, found.organization, { validFrom, recordedAt, evidence: evidence?.id ?? null })
}

async function recordSizes(store: Store, found: Survey, recordedAt: IsoTime): Promise<Recorded['issues']> {
  const issues: { path: string; issue: Issue }[] = []
  for (const { path, location } of found.sizeFiles) {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(location)
    } catch {
      issues.push({ path, issue: { code: 'unreadable', where: path } })
      continue
    }
    const [evidence] = await saveEvidence(store, [
      { kind: 'measurement', name: path, bytes, retrievedAt: recordedAt, recordedAt },
    ])
    if (evidence === undefined) continue
    const read = readSizeFile(bytes, path)
    issues.push(...read.issues.map((issue) => ({ path, issue })))
    await saveSizes(
      store,
      read.sizes.map((size) => ({ ...size, evidence: evidence.id })),
      { recordedAt },
    )
  }
  return issues
}
