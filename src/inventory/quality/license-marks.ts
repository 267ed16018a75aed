/** Marks of license identifiers that the sbomqs score looks at. */

import { licenseIds } from '#domain/license-ids.generated.ts'

const listed: ReadonlySet<string> = new Set(licenseIds)

export function areListed(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => listed.has(id))
}

/** Identifiers that the SPDX license list keeps for old documents only; those with a `with` in them are exceptions today. */
const deprecated =
  /^(?:A?GPL-[123]\.0\+?|LGPL-(?:2\.[01]|3\.0)\+?|GFDL-1\.[123]|GPL-[23]\.0-with-.*|BSD-2-Clause-(?:FreeBSD|NetBSD)|bzip2-1\.0\.5|eCos-2\.0|Net-SNMP|Nunit|StandardML-NJ|wxWindows)$/

export function isDeprecated(id: string): boolean {
  return deprecated.test(id)
}

/**
 * Licenses that ask for changes, or for the whole, to be passed on under the same terms. sbomqs takes the two copyleft
 * categories of a license database for this; the families here are the common ones of those.
 */
const reciprocal =
  /^(?:A?GPL-|LGPL-|MPL-|EPL-|CPL-|CDDL-|EUPL-|OSL-|SSPL-|CECILL-(?:1|2)|CC-BY-SA-|CERN-OHL-(?:1\.|S|W)|APSL-|IPL-|MS-RL|QPL-|Sleepycat|ODbL-|GFDL-|SISSL|NPL-|LPL-|RPL-|SPL-|Artistic-1|Artistic-2|Ruby$|OFL-|copyleft-next|BSD-Protection|YPL-|Nokia|RPSL-|Watcom|LPPL-|ErlPL|Motosoto|CUA-|Interbase)/

export function isReciprocal(id: string): boolean {
  return reciprocal.test(id)
}
