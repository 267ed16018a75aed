/** Keeps what the office says about itself as an undertaking: each file as an original, what was read out of it as a fact. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarioIds } from '#advice/assess.ts'
import type { GivenAdvice } from '#domain/assessment/advice.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Office } from '#domain/office.ts'
import { emptyProgram, mergePrograms, type OfficeProgram } from '#domain/office-program.ts'
import type { Organization } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { programFileNames, readProgramFiles, type ProgramFile } from '#sources/program-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'
import type { Survey } from './survey.ts'

type Moment = { readonly asOf: IsoDate; readonly now: IsoTime }
type FoundFile = Omit<ProgramFile, 'evidence'> & { readonly path: string }

const subject = 'program'

/** Facts of scenarios that were put aside in the portal, one source each; no file replaces them. */
export const asideSubject = 'put-aside'

/**
 * Reads charter, goals, outputs, duties, services and dismissals of the office folders that the organization names. Throws
 * `config-invalid` with file and line.
 *
 * @param office what is held, for the records that a charter names
 */
export async function recordProgram(
  store: Store,
  { organization, brought }: Pick<Survey, 'organization' | 'brought'>,
  office: Office,
  { asOf, now }: Moment,
): Promise<OfficeProgram> {
  const files = programFilesIn(brought.officeFolders)
  const checked = checkProgram(files, organization, office)
  const kept = await saveEvidence(
    store,
    files.map(({ path, bytes }) => ({ kind: 'answer', name: path, bytes, retrievedAt: now, recordedAt: now })),
  )
  const read = readProgramFiles(
    files.map(({ name, bytes }, index) => ({ name, bytes, evidence: kept[index]?.id ?? '' })),
    contextOf(organization, office),
  )
  const programs = read.ok ? read.programs : checked
  const facts = files.map(({ path }, index): Fact<OfficeProgram> => ({
    kind: 'office',
    subject,
    source: path,
    evidence: kept[index]?.id ?? '',
    at: '',
    observedOn: asOf,
    facts: programs[index] ?? emptyProgram,
  }))
  // A file that was taken away says nothing any longer.
  const gone = (await programFacts(store, { asOf, knownAt: now })).filter(
    ({ source }) => !files.some(({ path }) => path === source),
  )
  await saveFacts(store, [...facts, ...gone.map((fact) => ({ ...fact, observedOn: asOf, facts: emptyProgram }))], {
    recordedAt: now,
  })
  return mergePrograms(programs)
}

/** What the files say, and what was put aside in the portal. */
export async function loadProgram(store: Store, times: Times): Promise<OfficeProgram> {
  const files = await programFacts(store, times)
  const aside = await programFacts(store, times, asideSubject)
  return mergePrograms([...files, ...aside].map(({ facts }) => facts))
}

async function programFacts(store: Store, times: Times, of = subject): Promise<readonly Fact<OfficeProgram>[]> {
  return (await loadFacts<OfficeProgram>(store, 'office', times)).filter((fact) => fact.subject === of)
}

/** Throws `config-invalid` for the first mistake. */
export function checkProgram(
  files: readonly Omit<ProgramFile, 'evidence'>[],
  organization: Organization,
  office: Office,
): readonly OfficeProgram[] {
  const read = readProgramFiles(
    files.map(({ name, bytes }) => ({ name, bytes, evidence: '' })),
    contextOf(organization, office),
  )
  return read.ok ? read.programs : fail(read.problem)
}

function contextOf(organization: Organization, office: Office) {
  return { organization, office, scenarios: scenarioIds }
}

/** A folder that is missing is for the reader of its other files to tell. */
export function programFilesIn(
  folders: readonly { readonly path: string; readonly location: string }[],
): readonly FoundFile[] {
  return folders.flatMap(({ path, location }) =>
    programFileNames.flatMap((base): FoundFile[] => {
      const name = join(location, base)
      return existsSync(name) ? [{ name, path: `${path.replace(/\/+$/, '')}/${base}`, bytes: bytesOf(name) }] : []
    }),
  )
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    return fail({ code: 'path-unreadable', path: file, reason: (error as NodeJS.ErrnoException).code ?? 'EIO' })
  }
}

/** Keeps what was recommended on a day, so that its effect can be looked at later. */
export async function keepAdvice(store: Store, given: readonly GivenAdvice[], { asOf, now }: Moment): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify({ asOf, given }))
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name: `advice-${asOf}.json`, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) return
  await saveFacts(
    store,
    [
      {
        kind: 'office',
        subject: 'advice',
        source: asOf,
        evidence: evidence.id,
        at: '/given',
        observedOn: asOf,
        facts: given,
      },
    ],
    { recordedAt: now },
  )
}

/** What was recommended up to the day, by day. */
export async function loadGivenAdvice(store: Store, times: Times): Promise<readonly GivenAdvice[]> {
  const facts = await loadFacts<readonly GivenAdvice[]>(store, 'office', times)
  return facts.filter((fact) => fact.subject === 'advice').flatMap((fact) => fact.facts)
}
