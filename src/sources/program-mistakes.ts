/** What a schema cannot see in the files about the office: names that nothing carries, circles, a fourth goal, days reversed. */

import type { Office } from '#domain/office.ts'
import { mostActiveGoals, type Goal, type OfficeProgram, type Placed } from '#domain/office-program.ts'
import type { Organization } from '#domain/organization.ts'
import type { YamlPath } from './yaml-file.ts'

/** @param path within the entry */
export type PlacedMistake = { readonly entry: Placed; readonly path: YamlPath; readonly what: string }

type Context = { readonly organization: Organization; readonly office: Office; readonly scenarios: readonly string[] }

/** The first mistake over all files. */
export function programMistake(program: OfficeProgram, context: Context): PlacedMistake | undefined {
  return (
    repeatedId(program) ??
    unknownName(program, context) ??
    goalCircle(program.goals ?? []) ??
    fourthGoal(program.goals ?? []) ??
    daysReversed(program)
  )
}

function repeatedId(program: OfficeProgram): PlacedMistake | undefined {
  const lists = {
    goals: program.goals,
    initiatives: program.initiatives,
    outputs: program.outputs,
    duties: program.duties,
    services: program.services,
  }
  for (const [list, entries] of Object.entries(lists)) {
    const seen = new Set<string>()
    for (const entry of entries ?? []) {
      if (seen.has(entry.id)) return { entry, path: ['id'], what: `is used twice in ${list}` }
      seen.add(entry.id)
    }
  }
  return undefined
}

type NameKind = 'unit' | 'person' | 'product' | 'goal' | 'sponsor' | 'budget' | 'scenario'

const missing: Readonly<Record<NameKind, string>> = {
  unit: 'no unit of organization.yaml has that id',
  person: 'no person of organization.yaml has that id',
  product: 'no product of organization.yaml has that id',
  goal: 'no goal of goals.yaml has that id',
  sponsor: 'no record of kind executive-sponsor has that id',
  budget: 'no record of kind budget-line has that id',
  scenario: 'no scenario has that id; `headwater advise` lists them',
}

function unknownName(program: OfficeProgram, { organization, office, scenarios }: Context): PlacedMistake | undefined {
  const recordsOf = (kind: string): ReadonlySet<string> =>
    new Set(office.records.filter((record) => record.kind === kind).map(({ id }) => id))
  const known: Readonly<Record<NameKind, ReadonlySet<string>>> = {
    unit: new Set(organization.units.map(({ id }) => id)),
    person: new Set(organization.people.map(({ id }) => id)),
    product: new Set(organization.products.map(({ id }) => id)),
    goal: new Set((program.goals ?? []).map(({ id }) => id)),
    sponsor: recordsOf('executive-sponsor'),
    budget: recordsOf('budget-line'),
    scenario: new Set(scenarios),
  }
  type Mention = {
    readonly entry: Placed
    readonly path: YamlPath
    readonly kind: NameKind
    readonly name: string | null
  }
  const { charter } = program
  const mentions: readonly Mention[] = [
    ...(charter === null
      ? []
      : [
          { entry: charter, path: ['place'], kind: 'unit' as const, name: charter.place },
          { entry: charter, path: ['sponsor'], kind: 'sponsor' as const, name: charter.sponsor },
          { entry: charter, path: ['budget', 'record'], kind: 'budget' as const, name: charter.budget?.record ?? null },
        ]),
    ...(program.goals ?? []).flatMap((entry): Mention[] => [
      { entry, path: ['parent'], kind: 'goal', name: entry.parent },
      { entry, path: ['sponsor'], kind: 'person', name: entry.sponsor },
      { entry, path: ['jointOwner'], kind: 'unit', name: entry.jointOwner },
    ]),
    ...(program.initiatives ?? []).map((entry): Mention => ({ entry, path: ['goal'], kind: 'goal', name: entry.goal })),
    ...(program.outputs ?? []).flatMap((entry): Mention[] => [
      { entry, path: ['goal'], kind: 'goal', name: entry.goal },
      { entry, path: ['unit'], kind: 'unit', name: entry.unit },
      { entry, path: ['handedOverTo'], kind: 'unit', name: entry.handedOverTo },
      ...entry.with.map((name, at): Mention => ({ entry, path: ['with', at], kind: 'unit', name })),
    ]),
    ...(program.duties ?? []).flatMap((entry): Mention[] => [
      { entry, path: ['owner'], kind: 'person', name: entry.owner },
      { entry, path: ['handedOverTo'], kind: 'unit', name: entry.handedOverTo },
    ]),
    ...(program.services ?? []).flatMap((entry): Mention[] =>
      entry.products.map((name, at) => ({ entry, path: ['products', at], kind: 'product', name })),
    ),
    ...(program.dismissals ?? []).flatMap((entry): Mention[] => [
      { entry, path: ['scenario'], kind: 'scenario', name: entry.scenario },
      { entry, path: ['by'], kind: 'person', name: entry.by },
    ]),
  ]
  const wrong = mentions.find(({ kind, name }) => name !== null && !known[kind].has(name))
  return wrong && { entry: wrong.entry, path: wrong.path, what: `names "${wrong.name}", and ${missing[wrong.kind]}` }
}

function goalCircle(goals: readonly Goal[]): PlacedMistake | undefined {
  const parents = new Map(goals.map(({ id, parent }) => [id, parent]))
  for (const entry of goals) {
    const way = [entry.id]
    for (let above = entry.parent; above !== null && above !== undefined; above = parents.get(above) ?? null) {
      if (above === entry.id)
        return { entry, path: ['parent'], what: `makes the goal part of itself: ${[...way, above].join(' → ')}` }
      if (way.includes(above)) break
      way.push(above)
    }
  }
  return undefined
}

/** Goals that are part of another one do not count: they say how it is reached. */
function fourthGoal(goals: readonly Goal[]): PlacedMistake | undefined {
  const active = goals.filter(({ state, parent }) => state === 'active' && parent === null)
  const entry = active[mostActiveGoals]
  return (
    entry && {
      entry,
      path: ['id'],
      what: `is active goal number ${mostActiveGoals + 1}; an office has at most ${mostActiveGoals} at a time: set the state of another to reached or dropped, or make this one part of it with "parent"`,
    }
  )
}

function daysReversed(program: OfficeProgram): PlacedMistake | undefined {
  const reversed = (entry: Placed, key: string, than: string): PlacedMistake => ({
    entry,
    path: [key],
    what: `lies before "${than}"`,
  })
  for (const entry of program.goals ?? []) if (entry.by < entry.from) return reversed(entry, 'by', 'from')
  for (const entry of program.initiatives ?? [])
    if (entry.endedOn !== null && entry.endedOn < entry.startedOn) return reversed(entry, 'endedOn', 'startedOn')
  for (const entry of program.duties ?? []) {
    if (entry.lastDone !== null && entry.lastDone < entry.since) return reversed(entry, 'lastDone', 'since')
    if (entry.handedOverOn !== null && entry.handedOverOn < entry.since) return reversed(entry, 'handedOverOn', 'since')
  }
  for (const entry of program.dismissals ?? []) if (entry.until < entry.on) return reversed(entry, 'until', 'on')
  return undefined
}
