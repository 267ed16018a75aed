/** The key figures of an office, each from where it is known already; nothing is measured a second time. */

import type { AdviceNeed, KeyFigure, KeyFigureId } from '#domain/assessment/advice.ts'
import { lift, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import { recordEnd } from '#domain/office.ts'
import { figureIds, indicatorOf, partsOfOrganization, recordsOf, type AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'

type Looked = { readonly figure: NamedFigure | null; readonly need: AdviceNeed }
type Look = (facts: AdviceFacts) => Looked

export function keyFigure(facts: AdviceFacts, id: KeyFigureId): KeyFigure {
  const { figure, need } = looks[id](facts)
  return figure?.figure.known === true ? { id, figure, need: null } : { id, figure, need }
}

export const keyFigureIds = (): readonly KeyFigureId[] => Object.keys(looks) as KeyFigureId[]

const indicator =
  (id: string, need: AdviceNeed = 'records'): Look =>
  (facts) => {
    const found = indicatorOf(facts, id)
    return found === undefined ? { figure: null, need: 'maturity' } : { figure: found.value, need }
  }

const record =
  (kind: string): Look =>
  (facts) => {
    const [newest] = recordsOf(facts, kind)
    return {
      figure:
        newest === undefined
          ? null
          : { id: figureIds.record(newest.id), figure: observed(newest.value ?? true, newest.evidence, newest.at) },
      need: 'records',
    }
  }

const looks: Readonly<Record<KeyFigureId, Look>> = {
  coverage: indicator('IC2', 'products'),
  'answer-time': record('component-drill'),
  'exposure-time': ({ agility }) => ({
    figure:
      agility?.overTime
        .find(({ product }) => product === null)
        ?.measures.find(({ measure }) => measure === 'exposure-window')?.value ?? null,
    need: 'agility',
  }),
  'licenses-resolved': indicator('IC7', 'licenses'),
  'intake-time': record('approval-time'),
  'supplier-sboms': indicator('IC4', 'products'),
  'value-in-use': ({ value }) => ({ figure: value?.money ?? null, need: 'value' }),
  libyears: ({ agility }) => ({
    figure:
      agility?.freshness
        .find(({ kind, directness }) => kind === 'organization' && directness === 'direct')
        ?.measures.find(({ measure }) => measure === 'libyear')?.value ?? null,
    need: 'agility',
  }),
  'reuse-share': ({ value }) => ({ figure: value?.reuse?.share ?? null, need: 'value' }),
  'patches-carried': ({ portfolio }) => {
    const { forks } = portfolio.organization.stated
    const figure = lift(
      forks.reduce((sum, { patches }) => sum + (patches ?? 1), 0),
      methods.counted,
      forks.map(({ id }) => figureIds.fork(id)),
    )
    return { figure: forks.length === 0 ? null : { id: 'advice/key/patches-carried', figure }, need: 'forks' }
  },
  'changes-merged': indicator('IB2', 'clones'),
  'merge-ratio': record('merge-ratio'),
  contributors: indicator('IB4', 'clones'),
  'roles-held': indicator('IL2', 'records'),
  'money-given': ({ contribution }) => ({ figure: contribution?.money ?? null, need: 'contribution' }),
  'time-given': ({ contribution }) => ({ figure: contribution?.loggedTime ?? null, need: 'contribution' }),
  'critical-with-remedy': indicator('IC14', 'records'),
  'critical-health': ({ health }) => {
    if (health === null || health === undefined) return { figure: null, need: 'health' }
    const critical = health.subjects.filter(
      ({ criticalityLevel, health: score }) => criticalityLevel === 'high' && score.figure.known,
    )
    if (critical.length === 0) return { figure: null, need: 'clones' }
    const good = critical.filter(({ level }) => level === 'good')
    return {
      figure: {
        id: 'advice/key/critical-health',
        figure: lift(
          good.length / critical.length,
          methods.share,
          critical.map(({ health: score }) => score.id),
        ),
      },
      need: 'clones',
    }
  },
  'leaning-on-one': ({ health }) => ({ figure: health?.leaningOnOne ?? null, need: 'health' }),
  'training-reach': indicator('IC11'),
  'champion-reach': indicator('IP7'),
  'fast-lane': indicator('IB6'),
  'help-desk': indicator('PH5'),
  memberships: indicator('IP2'),
  'published-healthy': indicator('IL4', 'clones'),
  'published-products': ({ portfolio }) => {
    const { organization, organizationFile } = portfolio
    const published = organization.products.filter((product) => (product.published ?? null) !== null)
    const id = 'advice/key/published-products'
    return {
      figure: {
        id,
        figure:
          organizationFile === null
            ? unknown('not-collected')
            : observed(published.length, organizationFile, '/products'),
      },
      need: 'products',
    }
  },
  'policies-on-time': (facts) => {
    const rules = currentRules(facts)
    const { asOf } = facts.portfolio
    return {
      figure:
        rules.length === 0
          ? null
          : {
              id: 'advice/key/policies-on-time',
              figure: lift(
                rules.filter((rule) => asOf <= recordEnd(rule)).length / rules.length,
                methods.share,
                rules.map(({ id }) => figureIds.record(id)),
              ),
            },
      need: 'records',
    }
  },
  'policy-coverage': ({ maturity, portfolio }) => {
    const ids = new Set(partsOfOrganization(portfolio.organization).map(({ id }) => id))
    const known = (maturity?.units ?? []).flatMap(({ unit, indicators }) =>
      unit === null || !ids.has(unit)
        ? []
        : indicators.filter(({ indicator: name, state }) => name === 'IC6' && state !== 'unknown'),
    )
    return {
      figure:
        known.length === 0
          ? null
          : {
              id: 'advice/key/policy-coverage',
              figure: lift(
                known.filter(({ state }) => state === 'met').length / known.length,
                methods.share,
                known.map(({ figure }) => figure.id),
              ),
            },
      need: 'maturity',
    }
  },
  notices: indicator('IC10'),
  'open-vulnerabilities': ({ vulnerabilities }) => ({
    figure: vulnerabilities?.total ?? null,
    need: 'vulnerabilities',
  }),
  'own-fixes-upstream': indicator('IB9'),
}

/** Policies and procedures: of each kind and unit the newest, whether it still counts or not. */
export function currentRules({ office, portfolio }: AdviceFacts): AdviceFacts['office']['records'] {
  const newest = new Map<string, AdviceFacts['office']['records'][number]>()
  for (const one of office.records) {
    if (one.kind === null || !/-(?:policy|procedure)$/.test(one.kind) || one.on > portfolio.asOf) continue
    if (one.value === false) continue
    const key = JSON.stringify([one.kind, one.unit])
    const known = newest.get(key)
    if (known === undefined || known.on <= one.on) newest.set(key, one)
  }
  return [...newest.values()]
}
