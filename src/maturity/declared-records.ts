/**
 * Declarations of `organization.yaml` read as records: what a named person stated there on a day is an attestation of the
 * kind whose subject it bears, and counts for twelve months.
 */

import { declared, observed, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { MaturityModel } from '#domain/maturity-model.ts'
import type { OfficeRecord } from '#domain/office.ts'
import type { Declaration } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export function declarationFigureId({ id }: Pick<Declaration, 'id'>): FigureId {
  return `maturity/declaration/${id}`
}

/** One figure per declaration, pointing into the file where it is kept. */
export function declarationFigures({ organization, organizationFile }: Portfolio): readonly NamedFigure[] {
  return organization.stated.declarations.map((one, index) => ({
    id: declarationFigureId(one),
    figure:
      organizationFile === null
        ? declared(one.value, one.by, one.on, one.note)
        : observed(one.value, organizationFile, `/declarations/${index}`),
  }))
}

/** Ids of such records begin with this, so that they do not meet those of the office's own files. */
export const declaredPrefix = 'declaration:'

export function declaredRecords(portfolio: Portfolio, model: MaturityModel): readonly OfficeRecord[] {
  const { organization, organizationFile } = portfolio
  return organization.stated.declarations.flatMap((one, index): OfficeRecord[] => {
    const kind = model.recordKinds.find(({ declaration }) => declaration !== null && declaration === one.subject)
    if (kind === undefined) return []
    const value = valueOf(one, kind.value)
    if (value === undefined) return []
    return [
      {
        id: `${declaredPrefix}${one.id}`,
        kind: kind.id,
        indicators: [],
        basis: 'attestation',
        unit: one.unit ?? organization.products.find(({ id }) => id === one.product)?.unit ?? null,
        title: one.note,
        link: null,
        by: one.by,
        on: one.on,
        validUntil: null,
        reviewedOn: null,
        value,
        evidence: organizationFile ?? '',
        at: `/declarations/${index}`,
      },
    ]
  })
}

/** Undefined where a declaration's value is of another type than the kind's. */
function valueOf({ subject, value }: Declaration, unit: string): number | boolean | null | undefined {
  if (unit === 'none') return value === false || value === 0 ? false : true
  if (typeof value !== 'number') return undefined
  return subject.endsWith('-percent') ? value / 100 : value
}
