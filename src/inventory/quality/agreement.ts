/**
 * How far an SBOM and a lockfile of the same product agree. Only package types that the lockfile speaks about are compared:
 * an SBOM may rightly list what no lockfile knows.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import { lift, unknown, type Figure, type NamedFigure } from '#domain/figure.ts'
import type { ReadDocument } from '#domain/part.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'

export type Agreement = {
  /** Of the versions the SBOM lists, the share that the lockfile has, 0 to 1. */
  readonly precision: NamedFigure<number>
  /** Of the versions in the lockfile, the share that the SBOM lists, 0 to 1. */
  readonly recall: NamedFigure<number>
  readonly both: number
  /** `PACKAGE@VERSION`, sorted. */
  readonly onlyInSbom: readonly string[]
  readonly onlyInLockfile: readonly string[]
  /** Parts of the SBOM that could not be compared: no package URL, or another type. */
  readonly notCompared: number
}

type Source = { readonly document: ReadDocument; readonly evidence: EvidenceId }

export function compareWithLockfile(sbom: Source, lockfile: Source): Agreement {
  const locked = versionsOf(lockfile.document)
  const listed = versionsOf(sbom.document, locked.types)
  const onlyInSbom = [...listed.keys].filter((key) => !locked.keys.has(key)).sort()
  const onlyInLockfile = [...locked.keys].filter((key) => !listed.keys.has(key)).sort()
  const both = listed.keys.size - onlyInSbom.length
  const share = (name: string, of: number): NamedFigure<number> => {
    const known = lift(both / of, { id: `sbom-${name}`, version: 1 }, [
      `quality/document/${sbom.evidence}`,
      `quality/document/${lockfile.evidence}`,
    ])
    const figure: Figure<number> = of === 0 ? unknown('not-applicable', known.from) : known
    return { id: `quality/agreement/${name}`, figure }
  }
  return {
    precision: share('precision', listed.keys.size),
    recall: share('recall', locked.keys.size),
    both,
    onlyInSbom,
    onlyInLockfile,
    notCompared: listed.others,
  }
}

type Versions = { readonly keys: ReadonlySet<string>; readonly types: ReadonlySet<string>; readonly others: number }

function versionsOf({ parts }: ReadDocument, types?: ReadonlySet<string>): Versions {
  const keys = new Set<string>()
  const seen = new Set<string>()
  let others = 0
  for (const { purl, version } of parts) {
    const parsed = purl === null ? undefined : parsePurl(purl)
    if (purl === null || parsed?.ok !== true || (types !== undefined && !types.has(parsed.purl.type))) {
      others += 1
      continue
    }
    seen.add(parsed.purl.type)
    keys.add(`${packageOf(purl)}@${parsed.purl.version ?? version ?? ''}`)
  }
  return { keys, types: seen, others }
}
