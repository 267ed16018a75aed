/** Advice that no list holds: on one subject, from what was read of the products behind it. */

import { adviseOn, type AdviceOnOne } from '#advice/engagement/assess.ts'
import { subjectOfFigure } from '#advice/engagement/figure-ids.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { FigureId, IsoTime, NamedFigure } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { latestAssessment } from '#store/assessments.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { productsDescribedAs, productsUsing } from '#store/uses.ts'
import { dayOf } from './clock.ts'
import { counselorInput, type CounselorParts } from './counsel.ts'
import { keptBriefly } from './kept-briefly.ts'
import { storedAssessment } from './lists/areas.ts'
import { loadPortfolio, type Times } from './load-portfolio.ts'
import { partKey } from './part-key.ts'
import { loadDecisions } from './record-decisions.ts'

/**
 * What `assess` would have said of a part or an own project that its list leaves out: as of the last assessment, with the
 * decisions at hand now. Undefined for what is neither in use nor an own project.
 *
 * Of what was read, only the documents of the products behind the subject are loaded, and of these only its own parts go on:
 * everything else that advice on it rests on is said of the organization, of projects, or of the package in the assessment.
 */
export async function engageUnlisted(store: Store, subject: string, now: IsoTime): Promise<AdviceOnOne | undefined> {
  const entry = await latestAssessment(store)
  if (entry === undefined) return fail({ code: 'nothing-assessed' })
  const { health, vulnerabilities, contribution, value, parts } = await storedAssessment(store, entry.id)
  const portfolio = await (parts === undefined
    ? loadPortfolio(store, entry)
    : portfolios(store, `${entry.id} ${subject}`, () => portfolioOf(store, subject, entry)))
  if (portfolio === undefined) return fail({ code: 'nothing-assessed' })
  const found: CounselorParts = {
    health: health ?? null,
    contribution: contribution ?? null,
    value,
    vulnerabilities: parts === undefined ? vulnerabilities : renumbered(vulnerabilities, parts, portfolio),
  }
  const decisions = await loadDecisions(store, { asOf: dayOf(now), knownAt: now })
  return adviseOn(counselorInput(portfolio, found, decisions), subject)
}

/**
 * Finds figures behind advice that no list holds, and so none is kept of. Of each subject they are made once.
 *
 * @returns a function that gives undefined for every other figure, and before the first assessment
 */
export function unlistedFigures(store: Store, now: IsoTime): (id: FigureId) => Promise<NamedFigure | undefined> {
  const made = new Map<string, ReturnType<typeof engageUnlisted>>()
  return async (id) => {
    const subject = subjectOfFigure(id)
    if (subject === undefined || (await latestAssessment(store)) === undefined) return undefined
    const advised = made.get(subject) ?? engageUnlisted(store, subject, now)
    made.set(subject, advised)
    return (await advised)?.figures.find((figure) => figure.id === id)
  }
}

/** Who looks at one part comes back to it. */
const portfolios = keptBriefly<Portfolio | undefined>(20)

async function portfolioOf(store: Store, subject: string, times: Times): Promise<Portfolio | undefined> {
  const portfolio = await loadPortfolio(store, times, await productsBehind(store, subject, times))
  return portfolio !== undefined && subject.startsWith('pkg:') ? onlyPackage(portfolio, subject) : portfolio
}

/** Without every other part: how deep a part lies is known by now, so that no edges are needed either. */
function onlyPackage(portfolio: Portfolio, name: PurlText): Portfolio {
  const { parts, occurrences } = portfolio
  const place = new Map<number, number>()
  for (const [number, part] of parts.entries()) if (part.package === name) place.set(number, place.size)
  const held = Array.from(occurrences.part, (part, at) => (place.has(part) ? at : -1)).filter((at) => at >= 0)
  const column = <Column extends Int32Array | Uint8Array>(values: Column): Column =>
    values.filter((_, at) => place.has(occurrences.part[at] ?? -1)) as Column
  return {
    ...portfolio,
    parts: parts.filter((part) => part.package === name),
    occurrences: {
      count: held.length,
      part: column(occurrences.part).map((part) => place.get(part) ?? -1),
      document: column(occurrences.document),
      scope: column(occurrences.scope),
      directness: column(occurrences.directness),
      depth: column(occurrences.depth),
      at: held.map((at) => occurrences.at[at] ?? ''),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
  }
}

/** Products that use a package, that are it, or that are published as a project. */
async function productsBehind(store: Store, subject: string, times: Times): Promise<readonly ProductId[]> {
  if (!subject.startsWith('pkg:')) {
    const organization = await loadOrganization(store, times)
    return (organization?.products ?? []).flatMap(({ id, published }) => (published === subject ? [id] : []))
  }
  const isAsked = (purl: PurlText): boolean => packageOf(purl) === subject
  const using = await productsUsing(store, subject, isAsked, times)
  return [...new Set([...using, ...(await productsDescribedAs(store, subject, isAsked, times))])]
}

/** For a portfolio that holds some of the parts which the assessment was made of. */
function renumbered(
  whole: VulnerabilityAssessment,
  parts: readonly string[],
  portfolio: Portfolio,
): VulnerabilityAssessment {
  const here = new Map(portfolio.parts.map((part, number) => [partKey(part), number]))
  const those = <Row extends { readonly part: number }>(rows: readonly Row[]): readonly Row[] =>
    rows.flatMap((row) => {
      const part = here.get(parts[row.part] ?? '')
      return part === undefined ? [] : [{ ...row, part }]
    })
  const { findings, remedies, undecided } = whole
  return { ...whole, findings: those(findings), remedies: those(remedies), undecided: those(undecided) }
}
