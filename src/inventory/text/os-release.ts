/** Which distribution a package database belongs to: `etc/os-release` of the same file system tree. */

import type { SourceFile } from '#inventory/reader.ts'

export type Distribution = { readonly id: string; readonly versionId: string | undefined }

/** Looks for os-release from a file that lies a known number of folders below the root of the tree. */
export function distributionOf(file: SourceFile, foldersBelowRoot: number): Distribution | undefined {
  const up = '../'.repeat(foldersBelowRoot)
  const release = file.sibling(`${up}etc/os-release`) ?? file.sibling(`${up}usr/lib/os-release`)
  if (release === undefined) return undefined
  const fields = new Map<string, string>()
  for (const line of release.text().split('\n')) {
    const field = /^([A-Z_]+)=(["']?)(.*)\2\s*$/.exec(line)
    if (field !== null) fields.set(field[1] ?? '', field[3] ?? '')
  }
  const id = fields.get('ID')
  return id === undefined || id === '' ? undefined : { id, versionId: fields.get('VERSION_ID') }
}
