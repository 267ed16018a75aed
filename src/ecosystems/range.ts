/** The contract of a native range syntax: how an ecosystem's own tools write which versions they accept. One file per syntax in `ranges/`. */

export type RangeOptions = {
  /** npm: forgive what is not to the letter. */
  readonly loose?: boolean
  /** npm: let prereleases in wherever they order in. */
  readonly includePrerelease?: boolean
  /** PyPI: true lets prereleases in, false keeps them out; without it the specifier decides. */
  readonly prereleases?: boolean
}

export type RangeSyntax = {
  /** The file name. */
  readonly id: string
  readonly label: string
  readonly source: string
  /** Tells whether a version is in the range; undefined when the text is no range. */
  readonly read: (range: string, options: RangeOptions) => ((version: string) => boolean) | undefined
}

export function defineRangeSyntax(syntax: RangeSyntax): RangeSyntax {
  return syntax
}

/** Longer texts are no ranges and are not read as one. */
export const longestRange = 20_000

/** White space counts only as a separator in every syntax; runs of it would make patterns slow. */
export function singleSpaced(range: string): string {
  return range.trim().replace(/\s+/g, ' ')
}
