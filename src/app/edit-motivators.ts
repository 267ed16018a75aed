/** Adds to the organization's own `motivators.yaml`, and writes it only when the whole of it still reads. */

import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LevelSpan } from '#domain/motivators.ts'
import { fail } from '#domain/problem.ts'
import { appendMotivator, freeId, moveMotivator, type MotivatorText } from '#sources/motivator-edit.ts'
import { silent } from './progress.ts'
import { motivatorFileName, motivatorFilesIn, readFiles } from './record-motivators.ts'
import { survey } from './survey.ts'

export type NewMotivator = Omit<MotivatorText, 'id'> & { readonly id?: string | undefined }
export type Edited = { readonly file: string; readonly id: string }

/**
 * @param folder with `organization.yaml`
 * Throws `usage` for an entry that cannot stand, above all one that nobody said; `config-invalid` when the files already
 * have a mistake.
 */
export function addMotivator(folder: string, entry: NewMotivator): Edited {
  if ((entry.conversations ?? []).length === 0)
    return fail({ code: 'usage', what: '--conversation is missing; what nobody said is no motivator' })
  return edit(folder, (bytes) => {
    const id = entry.id ?? freeId(bytes)
    return { id, bytes: appendMotivator(bytes, { ...entry, id }) }
  })
}

/** Puts a motivator of the catalog elsewhere in the matrix. Throws as above. */
export function moveBox(folder: string, catalog: string, span: LevelSpan): Edited {
  return edit(folder, (bytes) => ({ id: catalog, bytes: moveMotivator(bytes, catalog, span) }))
}

type Change = (bytes: Uint8Array | undefined) => { readonly id: string; readonly bytes: Uint8Array }

function edit(folder: string, change: Change): Edited {
  const { organization, brought } = survey([folder], silent)
  const folders = brought.officeFolders.map(({ location }) => location)
  const [office] = folders
  if (office === undefined)
    return fail({ code: 'usage', what: `${folder}: organization.yaml names no folder in officeFolders` })
  const files = motivatorFilesIn(folders)
  const before = readFiles(files, organization)
  if (!before.ok) return fail(before.problem)
  const name = join(office, motivatorFileName)
  const { id, bytes } = change(files.motivators.find((file) => file.name === name)?.bytes)
  const others = files.motivators.filter((file) => file.name !== name)
  const after = readFiles({ ...files, motivators: [{ name, bytes }, ...others] }, organization)
  if (!after.ok) return fail({ code: 'usage', what: after.problem.what })
  write(name, bytes)
  return { file: name, id }
}

/** Whole or not at all. */
function write(name: string, bytes: Uint8Array): void {
  const beside = `${name}.new`
  try {
    writeFileSync(beside, bytes)
    renameSync(beside, name)
  } catch (error) {
    fail({ code: 'output-unwritable', path: name, reason: (error as NodeJS.ErrnoException).code ?? 'EIO' })
  }
}
