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
  /** Criticality K of packages (0–1), the most critical first; at most as many as coverage is to be told of. */
  readonly critical: readonly { readonly package: PurlText; readonly criticality: number }[]
  /** Developers in full-time equivalents. */
  readonly developers: NamedFigure<number>
}

/** Nothing is known from other areas. */
export const emptyContext: ContributionContext = {
  take: { id: 'value/annual-rebuild', figure: unknown('not-collected') },
  packageValue: () => undefined,
  critical: [],
  developers: { id: 'contribution/developers', figure: unknown('not-collected') },
}

/** With what the portfolio says of projects and their packages. */
export type LinkedContext = ContributionContext & { readonly links: readonly ProjectLink[] }

/** Package URLs without version that the project publishes, as far as links tell. */
export function packagesOf(project: ProjectId | null, links: readonly ProjectLink[]): readonly PurlText[] {
  if (project === null) return []
  return [...new Set(links.filter((link) => link.project === project).map((link) => link.package))].sort()
}
