/**
 * Reads what an office says about itself: charter, goals, outputs, duties, services, dismissals. What a person wrote wrong is
 * refused with file and line; nothing is guessed.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { Office } from '#domain/office.ts'
import {
  emptyProgram,
  mergePrograms,
  type Charter,
  type Goal,
  type OfficeProgram,
  type Placed,
  type ProgramList,
} from '#domain/office-program.ts'
import type { Organization } from '#domain/organization.ts'
import { programMistake, type PlacedMistake } from './program-mistakes.ts'
import { programFileNames, programSchemas, type ProgramFileName, type ProgramText } from './program-schema.ts'
import { openYaml, type ConfigProblem, type YamlPath } from './yaml-file.ts'

export { programFileNames }

/** @param name as the person knows the file; it stands in the problem, and its last step says what it holds */
export type ProgramFile = { readonly name: string; readonly bytes: Uint8Array; readonly evidence: EvidenceId }

/** The names that entries may carry. */
export type ProgramContext = {
  readonly organization: Organization
  /** Sponsor and budget are records there. */
  readonly office: Office
  /** Ids of the scenarios that can be dismissed. */
  readonly scenarios: readonly string[]
}

/** What each file says by itself; what they name of one another is right. */
export type ProgramFilesRead =
  | { readonly ok: true; readonly programs: readonly OfficeProgram[] }
  | { readonly ok: false; readonly problem: ConfigProblem }

type Opened = {
  readonly program: OfficeProgram
  readonly problemAt: (path: YamlPath, what: string) => ConfigProblem
}

/** @param files of any folders, named as `programFileNames` say; a second charter is refused */
export function readProgramFiles(files: readonly ProgramFile[], context: ProgramContext): ProgramFilesRead {
  const opened: Opened[] = []
  for (const { name, bytes, evidence } of files) {
    const base = programFileNames.find((one) => name === one || name.endsWith(`/${one}`))
    if (base === undefined) continue
    const file = openYaml<ProgramText[ProgramFileName]>(bytes, name, programSchemas[base])
    if (!file.ok) return file
    const program = programOf(base, file.value, evidence)
    if (program.charter !== null && opened.some((other) => other.program.charter !== null))
      return { ok: false, problem: file.problemAt([], 'is a second charter; an organization has one') }
    opened.push({ program, problemAt: file.problemAt })
  }
  const programs = opened.map(({ program }) => program)
  const mistake = programMistake(mergePrograms(programs), context)
  return mistake === undefined ? { ok: true, programs } : { ok: false, problem: problemOf(mistake, opened) }
}

/** The place of a mistake: the file that holds the entry, and the path to it. */
function problemOf({ entry, path, what }: PlacedMistake, opened: readonly Opened[]): ConfigProblem {
  const file = opened.find(({ program }) => entriesOf(program).includes(entry))
  const whole: YamlPath = [...stepsOf(entry.at), ...path]
  return file?.problemAt(whole, what) ?? { code: 'config-invalid', file: '', where: entry.at, what }
}

function entriesOf(program: OfficeProgram): readonly Placed[] {
  return [
    ...(program.charter === null ? [] : [program.charter, ...(program.charter.leadership ?? [])]),
    ...(program.goals ?? []),
    ...(program.initiatives ?? []),
    ...(program.outputs ?? []),
    ...(program.duties ?? []),
    ...(program.services ?? []),
    ...(program.dismissals ?? []),
  ]
}

function stepsOf(pointer: string): YamlPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function programOf(name: ProgramFileName, value: ProgramText[ProgramFileName], evidence: EvidenceId): OfficeProgram {
  const listed = (...lists: readonly ProgramList[]): OfficeProgram['lists'] =>
    Object.fromEntries(lists.map((list) => [list, { evidence, at: `/${list}` }]))
  switch (name) {
    case 'charter.yaml': {
      const charter = charterOf(value as ProgramText['charter.yaml'], evidence)
      return { ...emptyProgram, charter, lists: charter.leadership === null ? {} : listed('leadership') }
    }
    case 'goals.yaml': {
      const { goals, initiatives } = value as ProgramText['goals.yaml']
      return {
        ...emptyProgram,
        goals: goals.map((one, index) => goalOf(one, evidence, index)),
        initiatives:
          initiatives?.map((one, index) => ({
            id: one.id,
            title: one.title,
            goal: one.goal ?? null,
            startedOn: one.startedOn,
            endedOn: one.endedOn ?? null,
            evidence,
            at: `/initiatives/${index}`,
          })) ?? null,
        lists: initiatives === undefined ? listed('goals') : listed('goals', 'initiatives'),
      }
    }
    case 'outputs.yaml': {
      const outputs = (value as ProgramText['outputs.yaml']).outputs.map((one, index) => ({
        id: one.id,
        on: one.on,
        role: one.role,
        title: one.title,
        kind: one.kind,
        goal: one.goal ?? null,
        unit: one.unit ?? null,
        with: one.with ?? [],
        link: one.link ?? null,
        handedOverTo: one.handedOverTo ?? null,
        evidence,
        at: `/outputs/${index}`,
      }))
      return { ...emptyProgram, outputs, lists: listed('outputs') }
    }
    case 'duties.yaml': {
      const duties = (value as ProgramText['duties.yaml']).duties.map((one, index) => ({
        id: one.id,
        title: one.title,
        owner: one.owner,
        everyMonths: one.everyMonths,
        since: one.since,
        lastDone: one.lastDone ?? null,
        handedOverTo: one.handedOverTo ?? null,
        handedOverOn: one.handedOverOn ?? null,
        evidence,
        at: `/duties/${index}`,
      }))
      return { ...emptyProgram, duties, lists: listed('duties') }
    }
    case 'services.yaml': {
      const services = (value as ProgramText['services.yaml']).services.map((one, index) => ({
        id: one.id,
        title: one.title,
        process: one.process ?? null,
        products: one.products ?? [],
        users: one.users ?? null,
        lastUsed: one.lastUsed ?? null,
        evidence,
        at: `/services/${index}`,
      }))
      return { ...emptyProgram, services, lists: listed('services') }
    }
    case 'dismissals.yaml': {
      const { dismissals } = value as ProgramText['dismissals.yaml']
      return {
        ...emptyProgram,
        dismissals: dismissals.map((one, index) => ({ ...one, evidence, at: `/dismissals/${index}` })),
        lists: listed('dismissals'),
      }
    }
  }
}

function charterOf(text: ProgramText['charter.yaml'], evidence: EvidenceId): Charter {
  return {
    mission: text.mission,
    need: text.need ?? null,
    form: text.form ?? null,
    place: text.place ?? null,
    since: text.since ?? null,
    sponsor: text.sponsor ?? null,
    budget:
      text.budget === undefined
        ? null
        : {
            record: text.budget.record,
            area: text.budget.area ?? null,
            isDiscretionary: text.budget.discretionary ?? null,
          },
    leadership: text.leadership?.map((one, index) => ({ ...one, evidence, at: `/leadership/${index}` })) ?? null,
    evidence,
    at: '',
  }
}

function goalOf(one: ProgramText['goals.yaml']['goals'][number], evidence: EvidenceId, index: number): Goal {
  return {
    id: one.id,
    title: one.title,
    organizationGoal: one.organizationGoal ?? null,
    parent: one.parent ?? null,
    sponsor: one.sponsor ?? null,
    jointOwner: one.jointOwner ?? null,
    measure: one.measure,
    baseline: one.baseline ?? null,
    target: one.target,
    from: one.from,
    by: one.by,
    state: one.state ?? 'active',
    evidence,
    at: `/goals/${index}`,
  }
}
