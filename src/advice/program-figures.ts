/** What the office's files say, as figures that lead to the entry: what scenarios and reports name as their evidence. */

import { declared, lift, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Placed, ProgramList } from '#domain/office-program.ts'
import { figureIds, type AdviceFacts } from './facts.ts'
import { methods } from './methods.ts'

export function programFigures({ program, office, portfolio }: AdviceFacts): readonly NamedFigure[] {
  const { charter } = program
  const lists: Readonly<Record<ProgramList, readonly unknown[] | null>> = {
    goals: program.goals,
    initiatives: program.initiatives,
    outputs: program.outputs,
    duties: program.duties,
    services: program.services,
    dismissals: program.dismissals,
    leadership: charter?.leadership ?? null,
  }
  const of = (id: string, value: unknown, { evidence, at }: Placed): NamedFigure => ({
    id,
    figure: observed(value, evidence, at),
  })
  return [
    ...(charter === null ? [] : [of(figureIds.charter, charter.mission, charter)]),
    ...(charter?.leadership ?? []).map((event) => of(figureIds.leadership(event.at), event.outcome, event)),
    ...(Object.entries(program.lists) as [ProgramList, Placed][]).map(([list, place]) =>
      of(figureIds.list(list), lists[list]?.length ?? 0, place),
    ),
    ...(program.goals ?? []).map((goal) => of(figureIds.goal(goal.id), goal.target, goal)),
    ...(program.initiatives ?? []).map((one) => of(figureIds.initiative(one.id), one.startedOn, one)),
    ...(program.outputs ?? []).map((output) => of(figureIds.output(output.id), output.on, output)),
    ...(program.duties ?? []).map((duty) => of(figureIds.duty(duty.id), duty.everyMonths, duty)),
    ...(program.services ?? []).map((service) => of(figureIds.service(service.id), service.title, service)),
    ...office.targets.map((target) => of(figureIds.target(target), target.level, target)),
    ...organizationFigures({ portfolio }),
  ]
}

/** Units and forks as the organization's file states them; of a default organization nobody stated anything. */
function organizationFigures({ portfolio }: Pick<AdviceFacts, 'portfolio'>): readonly NamedFigure[] {
  const { organization, organizationFile } = portfolio
  const units: NamedFigure<number> = {
    id: figureIds.units,
    figure:
      organizationFile === null
        ? organization.isDeclared
          ? lift(organization.units.length, methods.counted, [])
          : unknown('not-collected')
        : observed(organization.units.length, organizationFile, '/units'),
  }
  const forks = organization.stated.forks.map((fork, index): NamedFigure => ({
    id: figureIds.fork(fork.id),
    figure:
      organizationFile === null
        ? declared(fork.patches ?? 1, organization.id, fork.since ?? portfolio.asOf, fork.reason)
        : observed(fork.patches ?? 1, organizationFile, `/forks/${index}`),
  }))
  return [units, ...forks]
}
