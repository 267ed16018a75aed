/** Keeps what an office holds and says: each file as an original, what was read out of it as a fact. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { emptyOffice, type Office } from '#domain/office.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Organization } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { isRuleFile } from '#sources/decision-file.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { readOfficeFiles } from '#sources/office-file.ts'
import { programFileNames } from '#sources/program-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'
import { benefitFileName, motivatorFileName } from './record-motivators.ts'
import type { Survey } from './survey.ts'

/** Files of the folders that the organization names, and single ones that somebody handed in. */
type Kept = 'folder' | 'file'

/** A file as the person knows it, and the path it is kept under. */
type FoundFile = { readonly name: string; readonly path: string; readonly bytes: Uint8Array }

/** Files of the same folder that are no records and answers. */
const readElsewhere: ReadonlySet<string> = new Set([...programFileNames, motivatorFileName, benefitFileName])

type Moment = { readonly asOf: IsoDate; readonly now: IsoTime }

/**
 * Reads the YAML files of the office folders that the organization names. Throws `config-invalid` with file and line, and
 * `path-missing` for a folder that is not there.
 */
export async function recordOffice(
  store: Store,
  { organization, brought }: Pick<Survey, 'organization' | 'brought'>,
  moment: Moment,
): Promise<Office> {
  const files = officeFilesIn(brought.officeFolders)
  const known = await loadFacts<Office>(store, 'office', { asOf: moment.asOf, knownAt: moment.now })
  const offices = await keep(store, organization, 'folder', files, emptyOffice, moment)
  // A file that was taken away says nothing any longer.
  const gone = known.filter(({ subject, source }) => subject === 'folder' && !files.some(({ path }) => path === source))
  await saveFacts(
    store,
    gone.map((fact) => ({ ...fact, observedOn: moment.asOf, facts: emptyOffice })),
    { recordedAt: moment.now },
  )
  return merged(offices)
}

/**
 * Records one file, such as answers that somebody filled in. A file of an office folder replaces what was known of it.
 * Throws as above, and `path-unreadable`.
 */
export async function recordOfficeFile(
  store: Store,
  organization: Organization,
  file: string,
  moment: Moment,
): Promise<Office> {
  const bytes = bytesOf(file)
  const known = await loadFacts<Office>(store, 'office', { asOf: moment.asOf, knownAt: moment.now })
  const isSame = ({ source }: Fact): boolean => `/${resolve(file)}`.endsWith(`/${source}`)
  const before = known.find(isSame)
  const subject: Kept = before?.subject === 'folder' ? 'folder' : 'file'
  const held = mergedFacts(known.filter((fact) => !isSame(fact)))
  const path = before?.source ?? file
  return merged(await keep(store, organization, subject, [{ name: file, path, bytes }], held, moment))
}

/** What is known of the office at two times. */
export async function loadOffice(store: Store, times: Times): Promise<Office> {
  return mergedFacts(await loadFacts<Office>(store, 'office', times))
}

/** All files are checked before any is kept. */
async function keep(
  store: Store,
  organization: Organization,
  subject: Kept,
  files: readonly FoundFile[],
  held: Office,
  { asOf, now }: Moment,
): Promise<readonly Office[]> {
  const context = { model: loadMaturityModel(), organization }
  const checked = readOfficeFiles(
    files.map(({ name, bytes }) => ({ name, bytes, evidence: '' })),
    context,
    held,
  )
  if (!checked.ok) return fail(checked.problem)
  const kept = await saveEvidence(
    store,
    files.map(({ path, bytes }) => ({ kind: 'answer', name: path, bytes, retrievedAt: now, recordedAt: now })),
  )
  const facts = files.map(({ name, path, bytes }, index): Fact<Office> => {
    const evidence = kept[index]?.id ?? ''
    const read = readOfficeFiles([{ name, bytes, evidence }], context)
    return {
      kind: 'office',
      subject,
      source: path,
      evidence,
      at: '',
      observedOn: asOf,
      facts: read.ok ? read.office : fail(read.problem),
    }
  })
  await saveFacts(store, facts, { recordedAt: now })
  return facts.map(({ facts: office }) => office)
}

/** A single file was perhaps copied into a folder later: what stands there as well counts once. */
function mergedFacts(facts: readonly Fact<Office>[]): Office {
  const folder = merged(facts.filter(({ subject }) => subject === 'folder').map((fact) => fact.facts))
  const single = merged(facts.filter(({ subject }) => subject === 'file').map((fact) => fact.facts))
  const ids = new Set(folder.records.map(({ id }) => id))
  const answered = new Set(folder.answers.map(({ question, unit, by }) => JSON.stringify([question, unit, by])))
  return merged([
    folder,
    {
      ...single,
      records: single.records.filter(({ id }) => !ids.has(id)),
      answers: single.answers.filter(({ question, unit, by }) => !answered.has(JSON.stringify([question, unit, by]))),
    },
  ])
}

function merged(offices: readonly Office[]): Office {
  return {
    records: offices.flatMap(({ records }) => records),
    answers: offices.flatMap(({ answers }) => answers),
    targets: offices.flatMap(({ targets }) => targets),
    exemptions: offices.flatMap(({ exemptions }) => exemptions),
  }
}

/** Files of records and answers; throws `path-missing` for a folder that is not there. */
export function officeFilesIn(folders: Survey['brought']['officeFolders']): readonly FoundFile[] {
  return folders.flatMap(({ path, location }) => yamlFiles(path, location))
}

function yamlFiles(path: string, location: string): readonly FoundFile[] {
  const names = statSync(location, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(location).filter((name) => /\.ya?ml$/.test(name) && !readElsewhere.has(name) && !isRuleFile(name))
    : fail({ code: 'path-missing', path: location })
  return names.sort().map((name) => {
    const file = join(location, name)
    return { name: file, path: `${path.replace(/\/+$/, '')}/${name}`, bytes: bytesOf(file) }
  })
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(
      code === 'ENOENT' ? { code: 'path-missing', path: file } : { code: 'path-unreadable', path: file, reason: code },
    )
  }
}
