/** Names and marks of the SPDX license list. */

import { licenseNames } from './license-names.generated.ts'

export { licenseListVersion } from './license-names.generated.ts'

export type ListedLicense = {
  readonly id: string
  readonly name: string
  readonly isOsiApproved: boolean
  readonly isFsfLibre: boolean
  readonly isDeprecated: boolean
}

export const listedLicenses: readonly ListedLicense[] = licenseNames.map(([id, name, marks]) => ({
  id,
  name,
  isOsiApproved: marks.includes('o'),
  isFsfLibre: marks.includes('f'),
  isDeprecated: marks.includes('d'),
}))

const byId: ReadonlyMap<string, ListedLicense> = new Map(listedLicenses.map((license) => [license.id, license]))

/** @param id in the spelling of the list, as `parseLicenseExpression` gives it */
export function listedLicense(id: string): ListedLicense | undefined {
  return byId.get(id)
}

const replacements: ReadonlyMap<string, string> = new Map([
  ['BSD-2-Clause-FreeBSD', 'BSD-2-Clause-Views'],
  ['BSD-2-Clause-NetBSD', 'BSD-2-Clause'],
  ['StandardML-NJ', 'SMLNJ'],
  ['bzip2-1.0.5', 'bzip2-1.0.6'],
  ['eCos-2.0', 'GPL-2.0-or-later WITH eCos-exception-2.0'],
  ['Net-SNMP', 'LicenseRef-Net-SNMP'],
  ['Nunit', 'LicenseRef-Nunit'],
  ['wxWindows', 'LGPL-2.0-or-later WITH WxWindows-exception-3.1'],
  ['GPL-2.0-with-GCC-exception', 'GPL-2.0-or-later WITH GCC-exception-2.0'],
  ['GPL-2.0-with-autoconf-exception', 'GPL-2.0-only WITH Autoconf-exception-2.0'],
  ['GPL-2.0-with-bison-exception', 'GPL-2.0-or-later WITH Bison-exception-2.2'],
  ['GPL-2.0-with-classpath-exception', 'GPL-2.0-only WITH Classpath-exception-2.0'],
  ['GPL-2.0-with-font-exception', 'GPL-2.0-only WITH Font-exception-2.0'],
  ['GPL-3.0-with-GCC-exception', 'GPL-3.0-only WITH GCC-exception-3.1'],
  ['GPL-3.0-with-autoconf-exception', 'GPL-3.0-only WITH Autoconf-exception-3.0'],
])

const gnu = /^(?:[AL]?GPL|GFDL)-\d\.\d(\+)?$/

/**
 * A term in the list's present spelling: `GPL-2.0` was replaced by `GPL-2.0-only`, `GPL-2.0+` by `GPL-2.0-or-later`. Other
 * terms, with an exception or not, come back with their license part renewed.
 */
export function presentTerm(term: string): string {
  const [license = term, ...rest] = term.split(' WITH ')
  const match = gnu.exec(license)
  const present =
    match !== null
      ? match[1] === undefined
        ? `${license}-only`
        : `${license.slice(0, -1)}-or-later`
      : (replacements.get(license) ?? license)
  return [orLater(present), ...rest].join(' WITH ')
}

/** `GPL-2.0-only+` says or-later in two dialects at once. */
function orLater(license: string): string {
  if (license.endsWith('-only+')) return `${license.slice(0, -'-only+'.length)}-or-later`
  return license.endsWith('-or-later+') ? license.slice(0, -1) : license
}
