/**
 * Reads what an office says about itself: charter, goals, outputs, duties, services, dismissals. What a person wrote wrong is
 * refused with file and line; nothing is guessed.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { Office } from '#domain/office.ts'
import {
  emptyProgram,
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

export type ProgramRead =
  | { readonly ok: true; readonly program: OfficeProgram }
  | { readonly ok: false; readonly problem: ConfigProblem }

type Opened = { readonly name: ProgramFileName; readonly problemAt: (path: YamlPath, what: string) => ConfigProblem }

/** @param files of any folders; entries of the same kind stand together, and a second charter is refused */
export function readProgramFiles(files: readonly ProgramFile[], context: ProgramContext): ProgramRead {
  let program = emptyProgram
  const opened: Opened[] = []
  const origins = new Map<object, { readonly file: number; readonly path: YamlPath }>()
  for (const { name, bytes, evidence } of files) {
    const base = programFileNames.find((one) => name === one || name.endsWith(`/${one}`))
    if (base === undefined) continue
    const file = openYaml<ProgramText[ProgramFileName]>(bytes, name, programSchemas[base])
    if (!file.ok) return file
    if (base === 'charter.yaml' && program.charter !== null)
      return { ok: false, problem: file.problemAt([], 'is a second charter; an organization has one') }
    program = withFile(program, base, file.value, evidence)
    rememberOrigins(program, opened.length, evidence, origins)
    opened.push({ name: base, problemAt: file.problemAt })
  }
  const mistake = programMistake(program, context)
  return mistake === undefined ? { ok: true, program } : { ok: false, problem: problemOf(mistake, opened, origins) }
}

function problemOf(
  { entry, path, what }: PlacedMistake,
  opened: readonly Opened[],
  origins: ReadonlyMap<object, { readonly file: number; readonly path: YamlPath }>,
): ConfigProblem {
  const origin = origins.get(entry) ?? { file: 0, path: [] }
  const file = opened[origin.file]
  const whole: YamlPath = [...origin.path, ...path]
  return file === undefined
    ? { code: 'config-invalid', file: '', where: '', what }
    : file.problemAt(whole, what)
}

/** Entries of the file that was read last are those that nobody remembers yet. */
function rememberOrigins(
  program: OfficeProgram,
  file: number,
  evidence: EvidenceId,
  origins: Map<object, { readonly file: number; readonly path: YamlPath }>,
): void {
  const entries: readonly (Placed | null)[] = [
    program.charter,
    ...(program.charter?.leadership ?? []),
    ...(program.goals ?? []),
    ...(program.initiatives ?? []),
    ...(program.outputs ?? []),
    ...(program.duties ?? []),
    ...(program.services ?? []),
    ...(program.dismissals ?? []),
  ]
  for (const entry of entries)
    if (entry !== null && entry.evidence === evidence && !origins.has(entry))
      origins.set(entry, { file, path: stepsOf(entry.at) })
}

function stepsOf(pointer: string): YamlPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function withFile(
  program: OfficeProgram,
  name: ProgramFileName,
  value: ProgramText[ProgramFileName],
  evidence: EvidenceId,
): OfficeProgram {
  const listed = (...lists: readonly ProgramList[]): OfficeProgram['lists'] => ({
    ...Object.fromEntries(lists.map((list) => [list, { evidence, at: `/${list}` }])),
    ...program.lists,
  })
  switch (name) {
    case 'charter.yaml': {
      const charter = charterOf(value as ProgramText['charter.yaml'], evidence)
      return { ...program, charter, lists: charter.leadership === null ? program.lists : listed('leadership') }
    }
    case 'goals.yaml': {
      const { goals, initiatives } = value as ProgramText['goals.yaml']
      const work = initiatives?.map((one, index) => ({
        id: one.id,
        title: one.title,
        goal: one.goal ?? null,
        startedOn: one.startedOn,
        endedOn: one.endedOn ?? null,
        evidence,
        at: `/initiatives/${index}`,
      }))
      return {
        ...program,
        goals: [...(program.goals ?? []), ...goals.map((one, index) => goalOf(one, evidence, index))],
        initiatives: work === undefined ? program.initiatives : [...(program.initiatives ?? []), ...work],
        lists: work === undefined ? listed('goals') : listed('goals', 'initiatives'),
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
      return { ...program, outputs: [...(program.outputs ?? []), ...outputs], lists: listed('outputs') }
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
      return { ...program, duties: [...(program.duties ?? []), ...duties], lists: listed('duties') }
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
      return { ...program, services: [...(program.services ?? []), ...services], lists: listed('services') }
    }
    case 'dismissals.yaml': {
      const dismissals = (value as ProgramText['dismissals.yaml']).dismissals.map((one, index) => ({
        ...one,
        evidence,
        at: `/dismissals/${index}`,
      }))
      return { ...program, dismissals: [...(program.dismissals ?? []), ...dismissals], lists: listed('dismissals') }
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
    leadership:
      text.leadership?.map((one, index) => ({ ...one, evidence, at: `/leadership/${index}` })) ?? null,
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
