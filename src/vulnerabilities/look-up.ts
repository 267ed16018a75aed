/** Answers about one package version, package URL or commit, as the pipe `vuln match` gives them. */

import { ecosystemOf, packageNameOf } from '#ecosystems/names.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import type { AdvisoryPack } from './advisory-pack.ts'
import { foldHits, type Match } from './fold.ts'
import { matchPart, type PartQuery, type UndecidedCode } from './match.ts'
import { normaliseRepository, repositoryEcosystem } from './release.ts'

export type LookUp = {
  readonly matches: readonly Match[]
  /** Why there may be more; empty when the answer is complete for the advisories at hand. */
  readonly cannotTell: readonly UndecidedCode[]
}

type Packs = ReadonlyMap<string, AdvisoryPack>

export function lookUpPart(packs: Packs, query: PartQuery): LookUp {
  const isRepository = query.ecosystem === repositoryEcosystem
  const name = isRepository ? normaliseRepository(query.name) : query.name
  const { pack, hits, undecided } = matchPart(packs, { ...query, name })
  return {
    matches: pack === undefined ? [] : foldHits(pack, hits),
    cannotTell: undecided === undefined ? [] : [undecided],
  }
}

/** A package URL that cannot be read, or whose type has no advisories, cannot be told. */
export function lookUpPurl(packs: Packs, text: string): LookUp {
  const parsed = parsePurl(text)
  if (!parsed.ok) return { matches: [], cannotTell: ['no-purl'] }
  const ecosystem = ecosystemOf(parsed.purl)
  if (ecosystem === null) return { matches: [], cannotTell: ['ecosystem-not-loaded'] }
  return lookUpPart(packs, { ecosystem, name: packageNameOf(parsed.purl), version: parsed.purl.version })
}

/**
 * Advisories that name this very commit as affected. Commits between those need the history of the repository, which is not
 * looked at here, so there is always more that cannot be told.
 */
export function lookUpCommit(packs: Packs, commit: string): LookUp {
  const found = [...packs.values()].flatMap((pack) => foldHits(pack, pack.commitHits(commit)))
  // A record about several ecosystems is in the pack of each.
  const matches = [...new Map(found.map((match) => [match.id, match])).values()]
  return { matches, cannotTell: [packs.size === 0 ? 'ecosystem-not-loaded' : 'range-unknown'] }
}
