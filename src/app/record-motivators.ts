/**
 * Keeps what was heard: an extract of what may be shown, never the files themselves. Consent can be taken back, so each
 * extract takes the place of the one before, whose bytes are deleted.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { withEdits } from '#domain/motivator-edits.ts'
import { nothingHeard, type Heard, type KeptHeard } from '#domain/motivators.ts'
import type { Organization } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import {
  readMotivatorFiles,
  type MotivatorFiles,
  type MotivatorRead,
  type NamedBytes,
} from '#sources/motivator-files.ts'
import { findEvidence, listEvidence, loadEvidenceBytes, saveEvidence, tombstoneEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { loadEdits } from './kept-edits.ts'
import type { Times } from './load-portfolio.ts'
import type { Survey } from './survey.ts'

/** Files at the top of an office folder that are read here and nowhere else. */
export const motivatorFileName = 'motivators.yaml'
export const benefitFileName = 'benefits.yaml'
const conversationFolder = 'conversations'

const extractName = 'extract of what was heard.json'

/**
 * Reads the office folders that the organization names and keeps what may be shown. Throws `config-invalid` with file and
 * line, without any word of a conversation.
 */
export async function recordMotivators(
  store: Store,
  { organization, brought }: Pick<Survey, 'organization' | 'brought'>,
  { asOf, now }: { readonly asOf: IsoDate; readonly now: IsoTime },
): Promise<Heard> {
  const files = motivatorFilesIn(brought.officeFolders.map(({ location }) => location))
  const before = await latestExtract(store, { asOf, knownAt: now })
  const isEmpty = Object.values(files).every((list) => list.length === 0)
  if (isEmpty && before === undefined) return nothingHeard
  const read = readFiles(files, organization)
  const { heard } = read.ok ? read : fail(read.problem)
  const bytes = new TextEncoder().encode(JSON.stringify(heard))
  const [extract] = await saveEvidence(store, [
    { kind: 'answer', name: extractName, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (extract === undefined) return heard
  await deleteOthers(store, extract.id, now)
  const place = { kind: 'motivators', subject: 'organization', source: 'office', at: '' } as const
  await saveFacts(store, [{ ...place, evidence: extract.id, observedOn: asOf, facts: {} }], { recordedAt: now })
  return heard
}

/** Of whatever day they are: what may not be shown any longer may not be kept. */
async function deleteOthers(store: Store, current: EvidenceId, now: IsoTime): Promise<void> {
  const extracts = (await listEvidence(store, { kinds: ['answer'] })).filter(
    ({ id, name, tombstone }) => name === extractName && id !== current && tombstone === null,
  )
  for (const { id } of extracts)
    await tombstoneEvidence(store, id, 'replaced: consent to an earlier extract may have been taken back', now)
}

/** What was heard, as of two times, with what was edited in the portal; nothing where the extract has been replaced since. */
export async function loadHeard(store: Store, times: Times): Promise<KeptHeard> {
  const fromFiles = await loadFromFiles(store, times)
  const kept = await loadEdits(store, times)
  return kept === undefined ? fromFiles : withEdits(fromFiles, kept.edits, kept.evidence)
}

async function loadFromFiles(store: Store, times: Times): Promise<KeptHeard> {
  const extract = await latestExtract(store, times)
  const kept = extract === undefined ? undefined : await findEvidence(store, extract)
  if (extract === undefined || kept === undefined || kept.tombstone !== null)
    return { ...nothingHeard, isWithholding: kept?.tombstone !== undefined, evidence: null }
  const heard = JSON.parse(new TextDecoder().decode(await loadEvidenceBytes(store, extract))) as Heard
  return { ...heard, evidence: extract }
}

export function readFiles(files: MotivatorFiles, organization: Organization): MotivatorRead {
  return readMotivatorFiles(files, { content: loadMotivatorContent(), organization })
}

/** @param folders where office folders lie; one that is missing is for the reader of its other files to tell */
export function motivatorFilesIn(folders: readonly string[]): MotivatorFiles {
  return {
    conversations: folders.flatMap(conversationsIn),
    motivators: folders.flatMap((folder) => fileIn(join(folder, motivatorFileName))),
    benefits: folders.flatMap((folder) => fileIn(join(folder, benefitFileName))),
  }
}

function conversationsIn(office: string): readonly NamedBytes[] {
  const folder = join(office, conversationFolder)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return names.sort().flatMap((name) => {
    const file = join(folder, name)
    const what = 'a conversation is a Markdown file whose name ends in .md'
    return name.endsWith('.md') ? fileIn(file) : fail({ code: 'config-invalid', file, where: 'its name', what })
  })
}

function fileIn(name: string): readonly NamedBytes[] {
  try {
    return [{ name, bytes: readFileSync(name) }]
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? [] : fail({ code: 'path-unreadable', path: name, reason: code })
  }
}

async function latestExtract(store: Store, times: Times): Promise<EvidenceId | undefined> {
  return (await loadFacts(store, 'motivators', times)).find(({ source }) => source === 'office')?.evidence
}
