import type { OutwardList } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectId, ProjectLink } from '#domain/project.ts'

/** What other areas found and this one reads. All of it may be absent: what needs it is then unknown, not zero. */
export type ContributionContext = {
  /** Worth of a year of use, for example `value/annual-rebuild`; one of the alternatives, never their sum. */
  readonly take: NamedFigure<MoneyBand>
  /** The replacement value of a package. */
  readonly packageValue: (packageUrl: PurlText) => NamedFigure<MoneyBand> | undefined
  /** The size of a package in lines. */
  readonly packageLines: (packageUrl: PurlText) => NamedFigure<{ readonly deduplicated: number }> | undefined
  /** Person-months to build so many thousand lines, by the effort model of the value area; null when there is none. */
  readonly effort: ((thousandLines: number) => number) | null
  /** Criticality K of packages (0–1), the most critical first. */
  readonly critical: readonly { readonly package: PurlText; readonly criticality: number }[]
  /** Developers in full-time equivalents; where it is not known, what the organization states. */
  readonly developers: NamedFigure<number>
  /** Lists of commits in other projects. */
  readonly outward: readonly OutwardList[]
}

/** Nothing is known from other areas. */
export const emptyContext: ContributionContext = {
  take: { id: 'value/annual-rebuild', figure: unknown('not-collected') },
  packageValue: () => undefined,
  packageLines: () => undefined,
  effort: null,
  critical: [],
  developers: { id: 'contribution/developers', figure: unknown('not-collected') },
  outward: [],
}

/** With what the portfolio says of projects and their packages. */
export type LinkedContext = ContributionContext & { readonly links: readonly ProjectLink[] }

/** Package URLs without version that the project publishes, as far as links tell. */
export function packagesOf(project: ProjectId | null, links: readonly ProjectLink[]): readonly PurlText[] {
  if (project === null) return []
  return [...new Set(links.filter((link) => link.project === project).map((link) => link.package))].sort()
}

/** The highest criticality among packages; null when none is known. */
export function criticalityOf(packages: readonly PurlText[], { critical }: ContributionContext): number | null {
  const known = critical.filter((one) => packages.includes(one.package)).map(({ criticality }) => criticality)
  return known.length === 0 ? null : Math.max(...known)
}
