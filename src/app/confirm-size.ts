/**
 * Takes a size that a person stands for. It is kept as an answer, counts before every size that was counted or estimated, and
 * `explain` shows who said it and why.
 */

import type { IsoTime, NamedFigure } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { PackageSize, Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio } from './load-portfolio.ts'

export type SizeConfirmation = {
  readonly purl: string
  /** Lines that people wrote. */
  readonly lines: number
  /** Lines as shipped; as many as `lines` when left out. */
  readonly raw: number | undefined
  /** A pseudonym: an id of `people` where the organization declares them. */
  readonly by: string
  readonly note: string
}

export type ConfirmedSize = {
  readonly package: PurlText
  readonly size: PackageSize
  /** Figures that are other than before, with both values; null for unknown. */
  readonly changed: readonly { readonly id: string; readonly before: unknown; readonly after: unknown }[]
}

/** Problems: `usage` for numbers and people that cannot be, `figure-missing` for a package that is not in use. */
export async function confirmSize(store: Store, said: SizeConfirmation, now: IsoTime): Promise<ConfirmedSize> {
  const parsed = parsePurl(said.purl)
  if (!parsed.ok) return fail({ code: 'usage', what: `${said.purl}: ${parsed.message}` })
  const purl = packageOf(parsed.canonical)
  const raw = said.raw ?? said.lines
  if (!isCount(said.lines) || !isCount(raw) || raw < said.lines)
    return fail({ code: 'usage', what: '--lines and --raw: whole numbers above zero, with --raw at least as large' })
  if (said.note.trim() === '') return fail({ code: 'usage', what: '--note: say how you know' })

  const times = { asOf: dayOf(now), knownAt: now }
  const before = await loadPortfolio(store, times)
  if (before === undefined || !before.parts.some((part) => part.package === purl))
    return fail({ code: 'figure-missing', figure: `value/size/${purl}` })
  const { people } = before.organization
  const isKnown = people.length === 0 ? /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/.test(said.by) : hasPerson(people, said.by)
  if (!isKnown)
    return fail({ code: 'usage', what: `--by ${said.by}: an id of the people in organization.yaml is needed` })

  const answer = { answer: 'size', package: purl, lines: said.lines, raw, by: said.by, on: dayOf(now), note: said.note }
  const [evidence] = await saveEvidence(store, [
    {
      kind: 'answer',
      name: `size of ${purl}`,
      bytes: new TextEncoder().encode(`${JSON.stringify(answer, null, 2)}\n`),
      retrievedAt: now,
      recordedAt: now,
    },
  ])
  if (evidence === undefined) return fail({ code: 'evidence-missing', evidence: '' })
  const size: PackageSize = {
    package: purl,
    version: null,
    deduplicated: said.lines,
    raw,
    source: 'declared',
    evidence: evidence.id,
    at: '',
    measuredOn: dayOf(now),
    isData: false,
  }
  await saveSizes(store, [size], { recordedAt: now })
  const after = await loadPortfolio(store, times)
  return { package: purl, size, changed: after === undefined ? [] : differences(figuresOf(before), figuresOf(after)) }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

function hasPerson(people: readonly { readonly id: string }[], by: string): boolean {
  return people.some(({ id }) => id === by)
}

function figuresOf(portfolio: Portfolio): readonly NamedFigure[] {
  return valueFigures(portfolio, assessValue(portfolio))
}

function differences(before: readonly NamedFigure[], after: readonly NamedFigure[]): ConfirmedSize['changed'] {
  const valueOf = ({ figure }: NamedFigure): unknown => (figure.known ? figure.value : null)
  const earlier = new Map(before.map((named) => [named.id, named]))
  return after.flatMap((named) => {
    const other = earlier.get(named.id)
    const values = { before: other === undefined ? null : valueOf(other), after: valueOf(named) }
    // A size that was counted before and is stated now is another figure even where the number is the same.
    const isSame =
      JSON.stringify(values.before) === JSON.stringify(values.after) &&
      JSON.stringify(other?.figure.from) === JSON.stringify(named.figure.from)
    return isSame ? [] : [{ id: named.id, ...values }]
  })
}
