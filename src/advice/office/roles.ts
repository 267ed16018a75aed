/** What each role of the office delivered last; a role without anything lately is a finding. */

import type { RoleView } from '#domain/assessment/advice.ts'
import { lift, unknown } from '#domain/figure.ts'
import { officeRoles } from '#domain/office-program.ts'
import { daysBefore, figureIds, type AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'
import type { Settings } from '#advice/scenarios/assumptions.ts'

const mostShown = 5

export function roleViews({ program, portfolio }: AdviceFacts, settings: Settings): readonly RoleView[] {
  const { asOf } = portfolio
  const from = daysBefore(asOf, settings('S-recent-days'))
  return officeRoles.map((role) => {
    const id = `advice/role/${role}`
    const all = program.outputs
      ?.filter((output) => output.role === role && output.on <= asOf)
      .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))
    if (all === undefined) return { role, outputs: [], recent: { id, figure: unknown('not-collected') }, isEmpty: null }
    const recent = all.filter(({ on }) => on > from)
    const inputs = [figureIds.list('outputs'), ...recent.map((output) => figureIds.output(output.id))]
    return {
      role,
      outputs: all
        .slice(0, mostShown)
        .map(({ id: output, on, title, kind, unit, link }) => ({ id: output, on, title, kind, unit, link })),
      recent: { id, figure: lift(recent.length, methods.roleRecent, inputs) },
      isEmpty: recent.length === 0,
    }
  })
}
