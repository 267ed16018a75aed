/** Opens the files that were found, recognises and reads them, and keeps the original bytes beside the result. */

import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import type { EvidenceId, EvidenceKind } from '#domain/evidence.ts'
import type { ReadDocument } from '#domain/part.ts'
import type { Unread } from '#domain/portfolio.ts'
import type { Reader } from '#inventory/reader.ts'
import { couldBeRelevant, readDocument, recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { readImage } from '#sources/container-image.ts'
import type { FoundFile } from '#sources/folder.ts'
import { companionPlace } from './explain-place.ts'
import type { Progress } from './progress.ts'

/** Above this a file is not opened: a string of that size cannot be held twice in bounded memory. */
export const largestFileBytes = 200 * 1024 * 1024

export type Original = {
  readonly id: EvidenceId
  readonly kind: EvidenceKind
  readonly name: string
  readonly bytes: Uint8Array
}

export type DocumentRead = { readonly path: string; readonly evidence: EvidenceId; readonly document: ReadDocument }

export type ReadingResult = {
  readonly documents: readonly DocumentRead[]
  readonly originals: readonly Original[]
  readonly unread: readonly Unread[]
}

/**
 * @param root the folder that the files lie in; siblings are looked up inside it only
 * @param isExplicit the person named the file: not recognising it is then worth a word
 */
export function readDocuments(
  root: string,
  files: readonly FoundFile[],
  isExplicit: boolean,
  progress: Progress,
): ReadingResult {
  const documents: DocumentRead[] = []
  const originals = new Map<EvidenceId, Original>()
  const unread: Unread[] = []
  const covering = coveringLockfiles(files)
  for (const [index, file] of files.entries()) {
    progress.report({ step: 'reading', done: index, total: files.length })
    if (file.sizeBytes > largestFileBytes) {
      unread.push({ path: file.path, code: 'too-large' })
      continue
    }
    const bytes = bytesOf(file.location)
    if (bytes === undefined) {
      unread.push({ path: file.path, code: 'unreadable' })
      continue
    }
    const siblings: Original[] = []
    const source = sourceFile(file.path, bytes, (path) => {
      const found = siblingBytes(root, path)
      if (found !== undefined) siblings.push({ id: digest(found), kind: 'manifest', name: path, bytes: found })
      return found
    })
    const reader = recognise(source)
    if (reader === undefined) {
      if (isExplicit) unread.push({ path: file.path, code: bytes.length === 0 ? 'empty-file' : 'unknown-format' })
      continue
    }
    if (covering.has(reader, file.path)) {
      unread.push({ path: file.path, code: 'covered-by-lockfile' })
      continue
    }
    const document = readDocument(source)
    if (document === undefined) continue
    const original: Original = { id: digest(bytes), kind: reader.kind, name: file.path, bytes }
    for (const kept of [original, ...siblings]) if (!originals.has(kept.id)) originals.set(kept.id, kept)
    documents.push({ path: file.path, evidence: original.id, document: withKeptPlaces(document, file.path, siblings) })
  }
  progress.report({ step: 'reading', done: files.length, total: files.length })
  return { documents, originals: [...originals.values()], unread }
}

/** Decides by the path alone which files of a folder are opened. */
export function isWorthOpening(path: string): boolean {
  return couldBeRelevant(path) || isImageName(path, false)
}

/** Compressed archives are opened only when the person named them: most are no images, and telling costs unpacking. */
function isImageName(path: string, isExplicit: boolean): boolean {
  return /\.(?:tar|oci)$/i.test(path) || (isExplicit && /\.(?:tgz|tar\.gz|tar\.zst)$/i.test(path))
}

/** The same, and container images opened: what lies in them counts as files below the archive. */
export async function readFilesAndImages(
  root: string,
  files: readonly FoundFile[],
  isExplicit: boolean,
  progress: Progress,
): Promise<ReadingResult> {
  const results: ReadingResult[] = []
  const plain: FoundFile[] = []
  for (const file of files) {
    const image = isImageName(file.path, isExplicit) ? await readImageDocuments(file) : null
    if (image !== null) results.push(image)
    else if (isExplicit || !isImageName(file.path, false)) plain.push(file)
  }
  results.push(readDocuments(root, plain, isExplicit, progress))
  return {
    documents: results.flatMap(({ documents }) => documents),
    originals: results.flatMap(({ originals }) => originals),
    unread: results.flatMap(({ unread }) => unread),
  }
}

/** The package databases and lockfiles inside a container image; null when the archive is none. */
async function readImageDocuments(file: FoundFile): Promise<ReadingResult | null> {
  const read = await readImage(file.location, couldBeRelevant)
  if (read === null) return null
  const documents: DocumentRead[] = []
  const originals: Original[] = []
  const unread: Unread[] = read.issues.map(({ code }) => ({ path: file.path, code }))
  for (const { name, files } of read.images) {
    const inside = new Map(files.map(({ path, bytes }) => [path, bytes]))
    const within = read.images.length > 1 && name !== null ? `${file.path}!${name}` : file.path
    for (const { path, bytes } of files) {
      const source = sourceFile(path, bytes, (sibling) => inside.get(sibling))
      const reader = recognise(source)
      const document = reader === undefined ? undefined : readDocument(source)
      if (reader === undefined || document === undefined) continue
      const original: Original = { id: digest(bytes), kind: reader.kind, name: `${within}!/${path}`, bytes }
      originals.push(original)
      documents.push({ path: original.name, evidence: original.id, document })
    }
  }
  return { documents, originals, unread }
}

/**
 * An entry that stands in a companion of the document (`go.sum line 5`, `../pom.xml line 56-60`) gets the companion's hash
 * into its place, so that it can be re-read from what was kept.
 */
function withKeptPlaces(document: ReadDocument, path: string, companions: readonly Original[]): ReadDocument {
  if (companions.length === 0) return document
  const kept = new Map(companions.map(({ name, id }) => [name, id]))
  const place = (at: string): string => {
    const match = /^(.+) (line \d+(?:-\d+)?)$/.exec(at)
    const evidence = match === null ? undefined : kept.get(posix.join(posix.dirname(path), match[1] ?? ''))
    return evidence === undefined ? at : companionPlace(match?.[1] ?? '', evidence, match?.[2] ?? '')
  }
  return { ...document, parts: document.parts.map((part) => ({ ...part, at: place(part.at) })) }
}

/**
 * Which manifests a lockfile already tells more exactly: one in the same folder always, one in a folder above when it
 * names the manifest's folder as a member of its workspace.
 */
function coveringLockfiles(files: readonly FoundFile[]): { has: (reader: Reader, path: string) => boolean } {
  const byPath = new Map(files.map((file) => [file.path, file]))
  // One lockfile may cover hundreds of manifests below it.
  const opened = new Map<string, Buffer>()
  const contentOf = ({ location }: FoundFile): Buffer => {
    const known = opened.get(location)
    if (known !== undefined) return known
    const bytes = Buffer.from(bytesOf(location) ?? new Uint8Array())
    opened.set(location, bytes)
    return bytes
  }
  return {
    has: (reader, path) => {
      if (reader.yieldsTo.length === 0) return false
      const own = folderOf(path)
      for (
        let folder: string | undefined = own;
        folder !== undefined;
        folder = folder === '' ? undefined : folderOf(folder)
      ) {
        const lockfile = reader.yieldsTo
          .map((name) => byPath.get(folder === '' ? name : `${folder}/${name}`))
          .find((found) => found !== undefined)
        if (lockfile === undefined) continue
        if (folder === own) return true
        const member = folder === '' ? own : own.slice(folder.length + 1)
        if (contentOf(lockfile).includes(member)) return true
      }
      return false
    },
  }
}

function folderOf(path: string): string {
  const folder = dirname(path)
  return folder === '.' ? '' : folder
}

function siblingBytes(root: string, path: string): Uint8Array | undefined {
  const location = join(root, path)
  try {
    const real = realpathSync(location)
    const realRoot = realpathSync(root)
    if (real !== realRoot && !real.startsWith(realRoot + sep)) return undefined
    return readFileSync(real)
  } catch {
    return undefined
  }
}

function bytesOf(location: string): Uint8Array | undefined {
  try {
    return readFileSync(location)
  } catch {
    return undefined
  }
}

function digest(bytes: Uint8Array): EvidenceId {
  return createHash('sha256').update(bytes).digest('hex')
}
