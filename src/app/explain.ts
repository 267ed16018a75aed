/**
 * Walks a figure back to the bytes. Every original on the way is loaded again, its hash compared, and the place named in
 * it re-read: an explanation that cannot be shown is a failure, not a shorter explanation.
 */

import type { Scope } from '#domain/access.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import {
  unknown,
  type AssumptionId,
  type FigureId,
  type IsoTime,
  type NamedFigure,
  type UnknownReason,
} from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { loadFigure, listFigures } from '#store/assessments.ts'
import { findEvidence, loadEvidenceBytes, type StoredEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import type { AssumptionNames } from './assumption-names.ts'
import { companionOf, excerptAt } from './explain-place.ts'
import { isOfProducts, sightOf, type FigureSight, type Observed } from './lists/figure-sight.ts'
import { unlistedFigures } from './engage-unlisted.ts'
import { methodText } from './method-catalog.ts'
import { recordedUse } from './recorded-uses.ts'

export type ExplainedEvidence = {
  readonly sha256: EvidenceId
  readonly at: string | null
  /** Path or address it was read from. */
  readonly source: string
  readonly retrieved: IsoTime
  readonly line: number | null
  readonly excerpt: string
}

export type Explained = {
  readonly figure: FigureId
  readonly known: boolean
  readonly value: unknown
  readonly why: UnknownReason | null
  readonly method: string | null
  readonly version: number | null
  /** The method in one line of notation, and where it comes from. */
  readonly formula: string | null
  readonly formulaSource: string | null
  readonly inputs: readonly Explained[]
  /** Inputs that are not spelled out here because there are many; ask for each by its id. */
  readonly moreInputs: number
  /** Inputs that tell of what the reader may not see: counted, and nothing else told of them. */
  readonly withheldInputs: number
  /** Among the originals those of other units' products are left out; how many there are would tell of them. */
  readonly isOwnEvidenceOnly: boolean
  readonly evidence: readonly ExplainedEvidence[]
  readonly declared: readonly { readonly by: string; readonly on: string; readonly note: string }[]
  readonly assumptions: readonly AssumptionId[]
  /** What they are called in the language asked for, in the same order. */
  readonly assumptionLabels: readonly string[]
}

export type ExplainOptions = {
  /** Whose decisions count in advice that is worked out when asked for. */
  readonly now: IsoTime
  /** How many inputs of one figure are spelled out; the rest is counted. */
  readonly mostInputs: number
  readonly deepest: number
  /** What assumptions are called; by their ids where nobody says. */
  readonly nameOf?: AssumptionNames
  /** For a reader whose rights end at units. */
  readonly sight?: FigureSight | undefined
}

/** Throws `figure-missing`, also for what the reader may not see, `evidence-missing` and `evidence-altered`. */
export async function explainFigure(store: Store, id: FigureId, options: ExplainOptions): Promise<Explained> {
  const walk: Walk = { ...options, find: finderOf(store, options) }
  const named = await walk.find(id)
  if (named === undefined || (await options.sight?.isSeen(named)) === false)
    return fail({ code: 'figure-missing', figure: id })
  return explain(store, named, walk, 0)
}

type Walk = ExplainOptions & { readonly find: (id: FigureId) => Promise<NamedFigure | undefined> }

/** What is kept, or recorded or worked out when asked for, so that it need not be kept. */
function finderOf(store: Store, { sight, now }: ExplainOptions): Walk['find'] {
  const isSeen = sight && ((use: FigureId) => sight.isSeen({ id: use, figure: unknown('failed') }))
  const unlisted = unlistedFigures(store, now)
  return async (id) => (await loadFigure(store, id)) ?? (await recordedUse(store, id, isSeen)) ?? (await unlisted(id))
}

/** As the server answers: a few steps, and of them what somebody may see. */
export async function explainForPage(
  store: Store,
  scope: Scope,
  id: FigureId,
  now: IsoTime,
  nameOf?: AssumptionNames,
): Promise<Explained> {
  const names = nameOf === undefined ? {} : { nameOf }
  const sight = await sightOf(store, scope, id)
  return explainFigure(store, id, { now, mostInputs: 50, deepest: 3, sight, ...names })
}

/** Ids of the figures that begin with a prefix, for example `value/`. */
export async function figuresUnder(store: Store, prefix: string): Promise<readonly NamedFigure[]> {
  return listFigures(store, prefix)
}

async function explain(store: Store, named: NamedFigure, walk: Walk, depth: number): Promise<Explained> {
  const { id, figure } = named
  const computed = figure.from.find((source) => source.kind === 'computed')
  const text = computed === undefined ? undefined : methodText(computed.method)
  const inputIds = computed?.inputs ?? []
  const { mostInputs, deepest, sight, nameOf, find } = walk
  const shown = depth >= deepest ? [] : (await weightiest(store, inputIds, mostInputs)).slice(0, mostInputs)
  const inputs: Explained[] = []
  let withheldInputs = 0
  for (const input of shown) {
    const inputFigure = await find(input)
    const isSeen = sight === undefined || (await sight.isSeen(inputFigure ?? { id: input, figure: unknown('failed') }))
    if (!isSeen) withheldInputs += 1
    else inputs.push(inputFigure === undefined ? notKept(input) : await explain(store, inputFigure, walk, depth + 1))
  }
  const assumptions = figure.from.flatMap((source) => (source.kind === 'assumed' ? [source.assumption] : []))
  const evidence: ExplainedEvidence[] = []
  let isOwnEvidenceOnly = false
  for (const source of figure.from) {
    if (source.kind !== 'observed') continue
    const told = sight === undefined ? undefined : await ownName(store, source, sight)
    isOwnEvidenceOnly ||= told !== undefined && (told.name === undefined || told.isOfProducts)
    if (told === undefined || told.name !== undefined)
      evidence.push(await reread(store, source, expectedIn(named), told?.name))
  }
  return {
    figure: id,
    known: figure.known,
    value: figure.known ? figure.value : null,
    why: figure.known ? null : figure.why,
    method: computed?.method ?? null,
    version: computed?.version ?? null,
    formula: text?.formula ?? null,
    formulaSource: text?.source ?? null,
    inputs,
    moreInputs: inputIds.length - shown.length,
    withheldInputs,
    isOwnEvidenceOnly,
    evidence,
    declared: figure.from.flatMap((source) =>
      source.kind === 'declared' ? [{ by: source.by, on: source.on, note: source.note }] : [],
    ),
    assumptions,
    assumptionLabels: nameOf === undefined ? assumptions : assumptions.map(nameOf),
  }
}

/** Of many inputs the known and greatest come first: they are what the figure rests on. */
async function weightiest(store: Store, ids: readonly FigureId[], most: number): Promise<readonly FigureId[]> {
  if (ids.length <= most) return ids
  const [first = ''] = ids
  const folder = first.slice(0, first.indexOf('/', first.indexOf('/') + 1) + 1)
  const weights = new Map(
    (await listFigures(store, folder)).map(({ id, figure }) => [id, figure.known ? weightOf(figure.value) : -1]),
  )
  return [...ids].sort((a, b) => (weights.get(b) ?? -1) - (weights.get(a) ?? -1))
}

function weightOf(value: unknown): number {
  if (typeof value === 'number') return value
  const { central } = (typeof value === 'object' && value !== null ? value : {}) as { central?: unknown }
  return typeof central === 'number' ? central : 0
}

function notKept(figure: FigureId): Explained {
  return {
    figure,
    known: false,
    value: null,
    why: 'not-collected',
    method: null,
    version: null,
    formula: null,
    formulaSource: null,
    inputs: [],
    moreInputs: 0,
    withheldInputs: 0,
    isOwnEvidenceOnly: false,
    evidence: [],
    declared: [],
    assumptions: [],
    assumptionLabels: [],
  }
}

/** How an original is called for a reader of some units; without a name when they may not see it. */
async function ownName(store: Store, source: Observed, { nameOf }: FigureSight) {
  const original = await originalOf(store, source)
  const name = await nameOf(source, original)
  // What lies beside a document may be kept under a name from another product.
  const beside = companionOf(source.at ?? '')?.path
  return { isOfProducts: isOfProducts(original.kind), name: name === undefined ? undefined : (beside ?? name) }
}

async function originalOf(store: Store, { evidence }: Pick<Observed, 'evidence'>): Promise<StoredEvidence> {
  return (await findEvidence(store, evidence)) ?? fail({ code: 'evidence-missing', evidence })
}

/** @param name how the original is called for who asks, where not as it is kept */
async function reread(
  store: Store,
  observed: Observed,
  expected: readonly string[],
  name: string | undefined,
): Promise<ExplainedEvidence> {
  const source = companionOf(observed.at ?? '') ?? observed
  const kept = await originalOf(store, source)
  const bytes = await loadEvidenceBytes(store, source.evidence)
  const excerpt = excerptAt(bytes, source.at)
  const isThere =
    excerpt !== undefined &&
    (kept.kind === 'advisory' ||
      source.at === undefined ||
      expected.length === 0 ||
      expected.some((text) => excerpt.text.includes(text) || excerpt.text.includes(encodeURIComponent(text))))
  if (!isThere) return fail({ code: 'evidence-altered', evidence: source.evidence, at: source.at ?? '' })
  return {
    sha256: source.evidence,
    at: source.at ?? null,
    source: name ?? kept.name,
    retrieved: kept.retrievedAt,
    line: excerpt.line,
    excerpt: excerpt.text,
  }
}

/**
 * What stands at the place of a part that a finding is about: its version, or its name where the format keeps the version
 * elsewhere (a parent's `dependencyManagement`, a version catalog). Empty when the figure is about no part.
 */
function expectedIn({ id, figure }: NamedFigure): readonly string[] {
  if (!figure.known || typeof figure.value !== 'object' || figure.value === null) return []
  const { version } = figure.value as { version?: unknown }
  const name = /\/([^/@]+)@[^@]*$/.exec(id)?.[1]
  return typeof version === 'string' && name !== undefined ? [version, decodeURIComponent(name)] : []
}
