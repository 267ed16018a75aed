/** Puts a scenario aside for a while: an entry in the organization's own `dismissals.yaml`, written when the whole still reads. */

import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarioIds, scenarios } from '#advice/assess.ts'
import type { IsoDate } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { appendDismissal, type DismissalText } from '#sources/dismissal-edit.ts'
import { readOfficeFiles } from '#sources/office-file.ts'
import { silent } from './progress.ts'
import { officeFilesIn } from './record-office.ts'
import { checkProgram, programFilesIn } from './record-program.ts'
import { survey } from './survey.ts'

const fileName = 'dismissals.yaml'

/** The id of a scenario by its id or its number, however it is written. Throws `usage`. */
export function scenarioAsked(asked: string): string {
  const found = scenarios.find(
    ({ id, number }) => id === asked || number.toLowerCase() === asked.toLowerCase().replace(/^#/, ''),
  )
  return found?.id ?? fail({ code: 'usage', what: `${asked}: known scenarios are ${scenarioIds.join(', ')}` })
}

/**
 * @param folder with `organization.yaml`
 * @returns the file that was written
 * Throws `usage` for an entry that cannot stand; `config-invalid` when the files already have a mistake.
 */
export function dismissScenario(folder: string, entry: DismissalText, today: IsoDate): string {
  if (entry.until < today) return fail({ code: 'usage', what: `--until ${entry.until}: lies in the past` })
  const { organization, brought } = survey([folder], silent)
  const [place] = brought.officeFolders
  if (place === undefined)
    return fail({ code: 'usage', what: `${folder}: organization.yaml names no folder in officeFolders` })
  const held = readOfficeFiles(
    officeFilesIn(brought.officeFolders).map(({ name, bytes }) => ({ name, bytes, evidence: '' })),
    { model: loadMaturityModel(), organization },
  )
  const office = held.ok ? held.office : fail(held.problem)
  const files = programFilesIn(brought.officeFolders)
  checkProgram(files, organization, office)
  const name = join(place.location, fileName)
  const bytes = appendDismissal(files.find((file) => file.name === name)?.bytes, entry)
  if (!organization.people.some(({ id }) => id === entry.by))
    return fail({ code: 'usage', what: `--by ${entry.by}: no person of organization.yaml has that id` })
  checkProgram([...files.filter((file) => file.name !== name), { name, bytes }], organization, office)
  write(name, bytes)
  return name
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
