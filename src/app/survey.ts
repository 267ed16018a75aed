/** Looks at what the user named: folders, files, the organization's own description, and which product each file belongs to. */

import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { IsoDate } from '#domain/figure.ts'
import type { Organization } from '#domain/organization.ts'
import type { Issue } from '#domain/issue.ts'
import type { Unread } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { walkFolder, type FoundFile } from '#sources/folder.ts'
import {
  defaultOrganization,
  noEvidenceFiles,
  readOrganizationFile,
  type EvidenceFiles,
} from '#sources/organization-file.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { assignProducts } from './assign-products.ts'
import type { Progress } from './progress.ts'
import { isWorthOpening } from './read-documents.ts'

/** One folder or file that the user named, and the files in it worth opening. */
export type SurveyedRoot = {
  readonly root: string
  /** In front of every path when several folders were named; otherwise empty. */
  readonly prefix: string
  readonly files: readonly FoundFile[]
  readonly isFile: boolean
}

/** A file or folder as the organization calls it, and where it lies. */
export type Brought = { readonly path: string; readonly location: string }

export type Survey = {
  readonly organization: Organization
  /** The bytes of `organization.yaml`; null when there is none. */
  readonly organizationFile: { readonly path: string; readonly bytes: Uint8Array } | null
  /** The file that names the people; it is never kept. Null when there is none. */
  readonly peopleFile: Brought | null
  /** Files with measured package sizes that the organization names. */
  readonly sizeFiles: readonly { readonly path: string; readonly location: string }[]
  /** Folders of advisories that the organization keeps itself. */
  readonly advisoryFolders: readonly string[]
  /** Other files and folders that the organization names, by what they hold. */
  readonly brought: Readonly<Record<keyof EvidenceFiles, readonly Brought[]>>
  readonly roots: readonly SurveyedRoot[]
  /** Product of each file, by its path with prefix. */
  readonly productOfPath: ReadonlyMap<string, string>
  readonly unread: readonly Unread[]
  readonly issues: readonly Issue[]
}

const organizationFileName = 'organization.yaml'

/** @param today prices and rates of later days in `organization.yaml` are refused; undefined: any day is taken */
export function survey(paths: readonly string[], progress: Progress, today?: IsoDate): Survey {
  const folders = paths.map((path) =>
    walkFolder(path, isWorthOpening, (done) => progress.report({ step: 'discovering', done })),
  )
  const prefixes = prefixesFor(folders.map(({ root }) => root))
  const roots = folders.map((folder, index) => ({
    root: folder.root,
    prefix: prefixes[index] ?? '',
    files: folder.files,
    isFile: folder.files.length === 1 && folder.files[0]?.location === folder.root,
  }))
  const declared = organizationOf(roots, today)
  const allPaths = roots.flatMap(({ prefix, files }) => files.map(({ path }) => prefix + path))
  const repositories = folders.flatMap((folder, index) =>
    folder.repositories.map((path) => trimmed((prefixes[index] ?? '') + path)),
  )
  const fallbackName = basename(resolve(paths[0] ?? '.'))
  const assignment = assignProducts(declared?.organization.products ?? [], allPaths, repositories, fallbackName)
  const organization =
    declared === undefined
      ? { ...defaultOrganization(assignment.products, defaultLaborRate()), name: fallbackName }
      : { ...declared.organization, products: assignment.products }
  return {
    organization,
    organizationFile: declared === undefined ? null : { path: declared.path, bytes: declared.bytes },
    peopleFile: declared?.peopleFile ?? null,
    sizeFiles: declared?.sizeFiles ?? [],
    advisoryFolders: declared?.advisoryFolders ?? [],
    brought: declared?.brought ?? nothingBrought,
    roots,
    productOfPath: new Map(allPaths.map((path, index) => [path, assignment.productOfPath[index] ?? ''])),
    unread: folders.flatMap((folder, index) =>
      folder.unread.map(({ path, code }) => ({ path: (prefixes[index] ?? '') + path, code })),
    ),
    issues: declared?.issues ?? [],
  }
}

type Declared = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly organization: Organization
  readonly peopleFile: Survey['peopleFile']
  readonly sizeFiles: Survey['sizeFiles']
  readonly advisoryFolders: readonly string[]
  readonly brought: Survey['brought']
  readonly issues: readonly Issue[]
}

const nothingBrought = broughtFrom(noEvidenceFiles, '', '')

/** The first `organization.yaml` at the top of a named folder; its paths are relative to it. */
function organizationOf(roots: readonly SurveyedRoot[], today: IsoDate | undefined): Declared | undefined {
  for (const { root, prefix, isFile } of roots) {
    if (isFile) continue
    const location = join(root, organizationFileName)
    const bytes = readIfThere(location)
    if (bytes === undefined) continue
    const read = readOrganizationFile(bytes, location, defaultLaborRate(), today)
    if (!read.ok) return fail(read.problem)
    const products = read.organization.products.map((product) => ({
      ...product,
      paths: product.paths.map((path) => prefix + path),
    }))
    return {
      path: prefix + organizationFileName,
      bytes,
      organization: { ...read.organization, products },
      peopleFile:
        read.peopleFile === null ? null : { path: prefix + read.peopleFile, location: join(root, read.peopleFile) },
      sizeFiles: read.sizeFiles.map((path) => ({ path: prefix + path, location: join(root, path) })),
      advisoryFolders: read.advisoryFolders.map((path) => join(root, path)),
      brought: broughtFrom(read.evidenceFiles, root, prefix),
      issues: read.issues,
    }
  }
  return undefined
}

function broughtFrom(files: EvidenceFiles, root: string, prefix: string): Survey['brought'] {
  const locate = (paths: readonly string[]): readonly Brought[] =>
    paths.map((path) => ({ path: prefix + path, location: join(root, path) }))
  return {
    cloneFolders: locate(files.cloneFolders),
    ledgerFiles: locate(files.ledgerFiles),
    commitFiles: locate(files.commitFiles),
    releaseFiles: locate(files.releaseFiles),
    scorecardFiles: locate(files.scorecardFiles),
    projectFiles: locate(files.projectFiles),
    lifecycleFolders: locate(files.lifecycleFolders),
    officeFolders: locate(files.officeFolders),
  }
}

/** Several folders are told apart by their names; two of the same name get a number. */
function prefixesFor(roots: readonly string[]): readonly string[] {
  if (roots.length === 1) return ['']
  const taken = new Set<string>()
  return roots.map((root) => {
    let name = basename(root)
    for (let number = 2; taken.has(name); number += 1) name = `${basename(root)}-${number}`
    taken.add(name)
    return `${name}/`
  })
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '')
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
