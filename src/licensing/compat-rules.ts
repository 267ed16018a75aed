/**
 * Our own rules of compatibility between two licenses, read from the license texts, for use where no published matrix is at
 * hand. They answer `Unknown` rather than guess. Sources: GPL 2 sections 2b, 6 and 9; GPL 3 sections 5, 7, 13 and 14; LGPL 2.1
 * section 3; MPL 2.0 section 3.3; EPL 2.0 section 3.2; EUPL 1.1 and 1.2 appendix; the FSF's and the ASF's statement on
 * Apache-2.0 and GPL-2.0; Creative Commons' list of compatible licenses. No legal advice.
 */

import type { LicenseFamily } from '#domain/license-facts.ts'
import type { Compatibility } from '#domain/license-matrix.ts'
import { familyOfTerm, type LicenseIndex } from './facts.ts'
import { presentTerm } from './license-list.ts'

/** @param outbound one license with or without exception, as is `inbound`; both in canonical spelling */
export function compatibilityByRules(index: LicenseIndex, outbound: string, inbound: string): Compatibility {
  const [out, into] = [presentTerm(outbound), presentTerm(inbound)]
  if (out === into) return 'Same'
  const [outFamily, inFamily] = [familyOfTerm(index, out), familyOfTerm(index, into)]
  if (outFamily === undefined || inFamily === undefined) return 'Unknown'
  if (!sharesAsset(outFamily, inFamily) && !compatibleInto.has(into)) return 'Unknown'
  if (inFamily.reciprocity === 'restricted') return outFamily.reciprocity === 'restricted' ? 'Unknown' : 'No'
  if (inFamily.reciprocity === 'none') return fromPermissive(out, outFamily, into, inFamily)
  if (outFamily.reciprocity === 'none' || outFamily.reciprocity === 'restricted') return 'No'
  return fromCopyleft(out, into)
}

/** Licenses of content and of software are not meant for the same material. */
function sharesAsset(a: LicenseFamily, b: LicenseFamily): boolean {
  return a.assets.some((asset) => b.assets.includes(asset)) || a.duties.length === 0 || b.duties.length === 0
}

/** Acknowledgments that the additional terms of GPL 3, section 7b, leave room for, as the FSF reads them. */
const allowedByThree: ReadonlySet<string> = new Set(['XFree86-1.1'])

/** The stack of licenses holds one with a choice of law; the FSF lists some versions as fitting the GPL and some not. */
const isDisputed: ReadonlySet<string> = new Set(['Python-2.0', 'CNRI-Python', 'CNRI-Jython'])

/** A source copy of Ms-PL material stays under the Ms-PL, so that it is permissive for binaries only. */
const boundInSource: ReadonlySet<string> = new Set(['MS-PL'])

function fromPermissive(out: string, outFamily: LicenseFamily, into: string, inFamily: LicenseFamily): Compatibility {
  if (boundInSource.has(into)) return 'Unknown'
  if (outFamily.reciprocity === 'none' || outFamily.reciprocity === 'restricted') return 'Yes'
  const gnu = gnuVersions(out)
  const isPlain = ['public-domain', 'notice', 'notice-in-source'].some((id) => inFamily.id.startsWith(id))
  if (isDisputed.has(into)) return 'Unknown'
  if (inFamily.id === 'notice-with-acknowledgment') {
    if (gnu === undefined) return 'Unknown'
    return allowedByThree.has(into) && gnu.from >= 3 ? 'Yes' : 'No'
  }
  if (inFamily.id === 'apache-like') return gnu === undefined ? 'Unknown' : gnu.from >= 3 ? 'Yes' : 'No'
  if (outFamily.reciprocity === 'share-alike') return inFamily.assets.includes('content') ? 'Yes' : 'Unknown'
  return isPlain ? 'Yes' : 'Unknown'
}

function fromCopyleft(out: string, into: string): Compatibility {
  const [outGnu, inGnu] = [gnuVersions(out), gnuVersions(into)]
  if (outGnu !== undefined && inGnu !== undefined) return betweenGnu(outGnu, inGnu)
  const listed = compatibleInto.get(into.split(' WITH ')[0] ?? into)
  if (listed !== undefined) return listed(out, outGnu)
  return 'No'
}

type Gnu = {
  readonly kind: 'GPL' | 'LGPL' | 'AGPL'
  readonly from: number
  readonly isLater: boolean
  readonly exception: string | undefined
}

/** The versions that a GNU license allows; undefined for others. */
function gnuVersions(term: string): Gnu | undefined {
  const match = /^(A|L|)GPL-(\d\.\d)-(only|or-later)(?: WITH (.+))?$/.exec(term)
  if (match === null) return undefined
  const [, kind = '', version = '', suffix, exception] = match
  return { kind: `${kind}GPL` as Gnu['kind'], from: Number(version), isLater: suffix === 'or-later', exception }
}

function betweenGnu(out: Gnu, into: Gnu): Compatibility {
  // Permissions beyond the license may be dropped when passing on, not be added to material that does not have them.
  if (out.exception !== undefined && out.exception !== into.exception) return 'No'
  if (out.kind === into.kind) return covers(into, out) ? 'Yes' : 'No'
  if (into.kind === 'LGPL' && out.kind === 'GPL') return lesserInGeneral(out, into)
  const isAffero = out.kind === 'AGPL' || into.kind === 'AGPL'
  // GPL 3 and AGPL 3 may be linked, each part keeping its own terms (section 13 of both).
  if (isAffero && reachesThree(out) && reachesThree(into)) return 'Check dependency'
  return 'No'
}

/** Every version under which the work goes out is one that the material allows. */
function covers(into: Gnu, out: Gnu): boolean {
  return into.isLater ? into.from <= out.from : !out.isLater && into.from === out.from
}

/** LGPL 2.0 and 2.1 may be turned into GPL 2 or any later version (section 3); LGPL 3 is GPL 3 with permissions. */
function lesserInGeneral(out: Gnu, into: Gnu): Compatibility {
  if (into.from < 3) return out.from >= 2 ? 'Yes' : 'No'
  return out.from >= 3 && (into.isLater || !out.isLater) ? 'Yes' : 'No'
}

function reachesThree({ kind, from, isLater }: Gnu): boolean {
  return from === 3 || isLater || kind === 'LGPL'
}

type Into = (out: string, gnu: Gnu | undefined) => Compatibility

/** Copyleft licenses that name the licenses their material may be passed on under. */
const compatibleInto: ReadonlyMap<string, Into> = new Map<string, Into>([
  // Secondary licenses: GPL 2, LGPL 2.1, AGPL 3 and their later versions.
  ['MPL-2.0', (_, gnu) => (gnu !== undefined && gnu.from >= (gnu.kind === 'LGPL' ? 2.1 : 2) ? 'Yes' : 'No')],
  // The GPL is a secondary license only where the author says so.
  ['EPL-2.0', (_, gnu) => (gnu?.kind === 'GPL' && gnu.from >= 2 ? 'Check dependency' : 'No')],
  [
    'EUPL-1.2',
    (out, gnu) =>
      oneOf(
        out,
        gnu,
        [
          'MPL-2.0',
          'EPL-1.0',
          'OSL-2.1',
          'OSL-3.0',
          'CECILL-2.0',
          'CECILL-2.1',
          'LiLiQ-R-1.1',
          'LiLiQ-Rplus-1.1',
          'CC-BY-SA-3.0',
        ],
        { GPL: 2, LGPL: 2.1, AGPL: 3 },
      ),
  ],
  [
    'EUPL-1.1',
    // Its appendix names version 2 of the GPL alone.
    (out, gnu) =>
      gnu?.kind === 'GPL' && gnu.from === 2 && gnu.exception === undefined
        ? 'Yes'
        : oneOf(out, undefined, ['EUPL-1.2', 'OSL-2.1', 'OSL-3.0', 'CPL-1.0', 'EPL-1.0', 'CECILL-2.0'], {}),
  ],
  ['CECILL-2.1', (out, gnu) => oneOf(out, gnu, ['EUPL-1.1', 'EUPL-1.2'], { GPL: 1, AGPL: 3 })],
  ['CECILL-2.0', (out, gnu) => oneOf(out, gnu, ['CECILL-2.1'], { GPL: 1 })],
  // The steward's later versions may be chosen (section 7 of both, section 10 of the MPL); the EPL followed the CPL.
  ['CPL-1.0', (out) => (out === 'EPL-1.0' || out === 'EPL-2.0' ? 'Yes' : 'No')],
  ['EPL-1.0', (out) => (out === 'EPL-2.0' ? 'Yes' : 'No')],
  ['MPL-1.1', (out) => (out === 'MPL-2.0' ? 'Yes' : 'No')],
  ['CC-BY-SA-4.0', (out, gnu) => (gnu?.kind === 'GPL' && gnu.from === 3 ? 'Yes' : out === 'LAL-1.3' ? 'Yes' : 'No')],
  ['CC-BY-SA-2.0', (out) => (/^CC-BY-SA-(?:2\.5|3\.0|4\.0)$/.test(out) ? 'Yes' : 'No')],
  ['CC-BY-SA-2.5', (out) => (/^CC-BY-SA-(?:3\.0|4\.0)$/.test(out) ? 'Yes' : 'No')],
  ['CC-BY-SA-3.0', (out) => (out === 'CC-BY-SA-4.0' ? 'Yes' : 'No')],
  ['LAL-1.3', (out) => (out === 'CC-BY-SA-4.0' ? 'Yes' : 'No')],
])

function oneOf(
  out: string,
  gnu: Gnu | undefined,
  names: readonly string[],
  from: Partial<Record<Gnu['kind'], number>>,
): Compatibility {
  if (names.includes(out)) return 'Yes'
  const first = gnu === undefined || gnu.exception !== undefined ? undefined : from[gnu.kind]
  return gnu !== undefined && first !== undefined && gnu.from >= first ? 'Yes' : 'No'
}
