/** The matrix of motivators as a page shows it: of the organization, or of one unit in sight. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { CellState } from '#domain/assessment/motivators.ts'
import type { IsoTime, UnknownReason } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { motivatorsNow, wordsOf } from './run-motivators.ts'

export type MatrixPage = {
  area: UnitId | null
  areas: { id: UnitId | null; name: string }[]
  levels: string[]
  rows: {
    kind: string
    label: string
    bars: {
      motivator: string
      statement: string
      from: number
      to: number
      state: CellState
      people: { id: string; value: number | null; why: UnknownReason | null }
    }[]
  }[]
  isWithholding: boolean
}

export type MatrixReader = {
  readonly scope: Scope
  readonly now: IsoTime
  readonly language: Language
  /** What the whole organization is called among the areas. */
  readonly organization: string
}

/** @param asked undefined: the first area in sight. Throws `nothing-found` for one that is not. */
export async function matrixPage(store: Store, asked: string | undefined, reader: MatrixReader): Promise<MatrixPage> {
  const { scope, language } = reader
  const { evidence, assessment } = await motivatorsNow(store, reader.now, undefined)
  const { units } = evidence.portfolio.organization
  const seen = assessment.matrices.filter(({ area }) => isWithin(scope, area))
  const matrix = asked === undefined ? seen[0] : seen.find(({ area }) => area === asked)
  if (matrix === undefined) return fail({ code: 'nothing-found', paths: [asked ?? 'motivators'] })
  const areasOf = new Map(evidence.heard.motivators.map(({ id, areas }) => [id, areas]))
  return {
    area: matrix.area,
    areas: seen.map(({ area }) => ({
      id: area,
      name: area === null ? reader.organization : (units.find(({ id }) => id === area)?.name ?? area),
    })),
    levels: evidence.model.levels.map(({ label }) => label[language]),
    rows: matrix.rows.map(({ kind, bars }) => ({
      kind,
      label: evidence.content.kinds.find(({ id }) => id === kind)?.label[language] ?? kind,
      bars: bars.map(({ motivator, from, to, state, people: { id, figure } }) => ({
        motivator,
        statement: wordsOf(evidence, motivator)[language],
        from,
        to,
        state,
        people: isWithinReach(scope, areasOf.get(motivator))
          ? { id, value: figure.known ? figure.value : null, why: figure.known ? null : figure.why }
          : { id, value: null, why: 'withheld' },
      })),
    })),
    // Of which units it is held back is not known, so it is told to those alone who may see them all.
    isWithholding: scope === 'all' && evidence.heard.isWithholding,
  }
}

/** The people who named a motivator are counted over all units in which it matters. */
function isWithinReach(scope: Scope, areas: readonly UnitId[] = []): boolean {
  return scope === 'all' || (areas.length > 0 && areas.every((area) => isWithin(scope, area)))
}
