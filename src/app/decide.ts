/** Writes a decision into the file that a person keeps, and records it. */

import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '#domain/decision.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Organization } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { isDecisionFile, type DecisionText } from '#sources/decision-file.ts'
import { nextDecisionId, withDecision } from '#sources/decision-writer.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { silent } from './progress.ts'
import { loadDecisions, readRules, recordDecisionFile } from './record-decisions.ts'
import { survey } from './survey.ts'

/** As written on the command line; an id is made up when none is given. */
export type NewDecision = Omit<DecisionText, 'id' | 'on'> & {
  readonly id?: string | undefined
  readonly on?: string | undefined
}

export type Decided = { readonly decision: Decision; readonly file: string }

/**
 * @param place the file, or a folder: its `decisions.yaml`, or that of the office folder its organization names
 * Throws `config-invalid` with the line the decision would stand on when it contradicts others or names what is not there;
 * nothing is written then.
 */
export async function decide(store: Store, asked: NewDecision, place: string, now: IsoTime): Promise<Decided> {
  const day = dayOf(now)
  const times = { asOf: day, knownAt: now }
  const { file, organization: near } = fileFor(place)
  const organization = near ?? (await loadOrganization(store, times)) ?? fail({ code: 'nothing-assessed' })
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const here =
    before === undefined
      ? []
      : readRules([{ name: file, path: file, bytes: bytes(before) }], organization, day).decisions
  const known = [...here, ...(await loadDecisions(store, times)).decisions]
  const { id = nextDecisionId(known.map((one) => one.id)), on = day, ...rest } = asked
  const text = withDecision(before, definedOf({ id, on, ...rest }))
  const rules = readRules([{ name: file, path: file, bytes: bytes(text) }], organization, day)
  const decision = rules.decisions.find((one) => one.id === id)
  if (decision === undefined) throw new Error(`a decision was written and not read back: ${id}`)
  save(file, text)
  await recordDecisionFile(store, file, bytes(text), organization, { asOf: day, now })
  return { decision, file }
}

type Target = { readonly file: string; readonly organization: Organization | undefined }

function fileFor(place: string): Target {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) {
    if (found === undefined && !isDecisionFile(place.slice(place.lastIndexOf('/') + 1)))
      return fail({ code: 'path-missing', path: place })
    return { file: place, organization: undefined }
  }
  if (!existsSync(join(place, 'organization.yaml')))
    return { file: join(place, 'decisions.yaml'), organization: undefined }
  const { organization, brought } = survey([place], silent)
  const [office] = brought.officeFolders
  return { file: join(office?.location ?? place, 'decisions.yaml'), organization }
}

/** Without keys that say nothing, in the order in which people write them. */
function definedOf(decision: DecisionText): DecisionText {
  const {
    id,
    on,
    by,
    subject,
    versions,
    about,
    decision: outcome,
    lane,
    conditions,
    reason,
    until,
    unit,
    product,
    replaces,
  } = decision
  const ordered = {
    id,
    on,
    by,
    subject,
    versions,
    about,
    decision: outcome,
    lane,
    conditions,
    reason,
    until,
    unit,
    product,
    replaces,
  }
  return Object.fromEntries(Object.entries(ordered).filter(([, value]) => value !== undefined)) as DecisionText
}

/** All of the file or nothing: a full disk leaves the old one. */
function save(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, text)
    renameSync(temporary, file)
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    fail({ code: 'output-unwritable', path: file, reason: code })
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
