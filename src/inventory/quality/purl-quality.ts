/** How far the package URLs of a document lead to packages. */

import type { EvidenceId } from '#domain/evidence.ts'
import { lift, unknown, type Coverage, type NamedFigure } from '#domain/figure.ts'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { ecosystemsByType } from '#ecosystems/registry.ts'

export type PurlQuality = {
  /** Parts with a package URL that follows the rules of its type. */
  readonly valid: Coverage
  /** Those of a known type and with a version: enough to ask for the package. */
  readonly exact: Coverage
  /** Share of the exact ones that their registry knows, 0 to 1; unknown until somebody asked. */
  readonly resolved: { readonly figure: NamedFigure<number>; readonly coverage: Coverage }
  readonly examples: readonly { readonly name: string; readonly at: string; readonly why: PurlFault }[]
}

export type PurlFault = 'none' | 'invalid' | 'unknown-type' | 'no-version'

const mostExamples = 5

/**
 * @param answers what registries said about package URLs, where they were asked
 */
export function purlQuality(
  { parts, issues }: ReadDocument,
  evidence: EvidenceId,
  answers: ReadonlyMap<string, boolean> = new Map(),
): PurlQuality {
  const invalid = new Set(issues.filter(({ code }) => code === 'invalid-purl').map(({ where }) => where))
  const examples: { name: string; at: string; why: PurlFault }[] = []
  let [valid, exact, asked, resolved] = [0, 0, 0, 0]
  for (const part of parts) {
    const fault = faultOf(part, invalid)
    if (fault === 'none' || fault === 'invalid') note(part, fault)
    else {
      valid += 1
      if (fault !== null) note(part, fault)
      else {
        exact += 1
        const answer = answers.get(part.purl ?? '')
        if (answer !== undefined) asked += 1
        if (answer === true) resolved += 1
      }
    }
  }
  const source = { kind: 'observed', evidence } as const
  const figure =
    exact === 0
      ? unknown('not-applicable', [source])
      : asked === 0
        ? unknown('not-collected', [source])
        : lift(resolved / asked, { id: 'purls-resolved', version: 1 }, ['quality/purls'])
  return {
    valid: { known: valid, of: parts.length, unit: 'parts' },
    exact: { known: exact, of: parts.length, unit: 'parts' },
    resolved: {
      figure: { id: 'quality/purls-resolved', figure },
      coverage: { known: asked, of: exact, unit: 'parts' },
    },
    examples,
  }

  function note({ name, version, at }: DocumentPart, why: PurlFault): void {
    if (examples.length < mostExamples) examples.push({ name: version === null ? name : `${name} ${version}`, at, why })
  }
}

function faultOf({ purl, at, version }: DocumentPart, invalid: ReadonlySet<string>): PurlFault | null {
  if (purl === null) return invalid.has(at) ? 'invalid' : 'none'
  const parsed = parsePurl(purl)
  if (!parsed.ok) return 'invalid'
  if (!ecosystemsByType.has(parsed.purl.type) || parsed.purl.type === 'generic') return 'unknown-type'
  return parsed.purl.version === null && version === null ? 'no-version' : null
}
