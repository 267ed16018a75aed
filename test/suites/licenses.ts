/**
 * Facts about licenses against other people's: the SPDX license list, spdx-satisfies, the conditions of choosealicense.com, the
 * categories of ScanCode LicenseDB.
 */

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import satisfies from 'spdx-satisfies'
import { parse as parseYaml } from 'yaml'
import type { LicenseFamily } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { familyOfTerm, licenseIndex, type LicenseIndex } from '#licensing/facts.ts'
import { guessLicense } from '#licensing/guess.ts'
import { listedLicense, listedLicenses, presentTerm } from '#licensing/license-list.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { sharedData } from '#test/shared-data.ts'
import { readGzipJson, readZipJson } from './read-suite.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

export async function run(): Promise<readonly SuiteResult[]> {
  const index = licenseIndex(loadLicenseTables())
  return [...listSuites(), choices(), conditions(index), categories(index)]
}

type Listed = {
  readonly licenseId: string
  readonly name: string
  readonly isOsiApproved?: boolean
  readonly isFsfLibre?: boolean
  readonly isDeprecatedLicenseId: boolean
  readonly seeAlso: readonly string[]
}

function listSuites(): readonly SuiteResult[] {
  const names = ['identifiers', 'names', 'addresses'].map((name) => `licenses: ${name} of the SPDX list`)
  const [identifiers = '', named = '', addressed = ''] = names
  const path = sharedData('conformance/spdx-license-list.zip')
  if (path === undefined) return names.map(absent)
  const [file] = readZipJson(path, /(?:^|\/)licenses\.json$/)
  const list = (file?.json as { readonly licenses: readonly Listed[] } | undefined)?.licenses ?? []
  const present = list.filter(({ isDeprecatedLicenseId }) => !isDeprecatedLicenseId)
  return [
    tally(
      identifiers,
      list.map(({ licenseId, isOsiApproved = false, isFsfLibre = false }) => {
        const parsed = parseLicenseExpression(licenseId.toUpperCase())
        const known = listedLicense(licenseId)
        const got = [parsed.ok && parsed.canonical, known?.isOsiApproved, known?.isFsfLibre]
        return { case: licenseId, expected: [licenseId, isOsiApproved, isFsfLibre].join(' '), got: got.join(' ') }
      }),
    ),
    tally(
      named,
      present.map(({ licenseId, name }) => ({
        case: name,
        expected: licenseId,
        got: guessLicense(name).expression ?? 'unread',
        ...reasonOfName(name),
      })),
    ),
    tally(
      addressed,
      present.flatMap((license) => addressCases(license, present)),
    ),
  ]
}

function reasonOfName(name: string): { readonly reason?: string } {
  const read = guessLicense(name).expression
  if (read === null) return {}
  return { reason: `the name is also that of ${read}, or differs in words that are folded away` }
}

/** Addresses that the list gives to one license alone; those that none of our rules reads are no cases. */
function addressCases({ licenseId, seeAlso }: Listed, all: readonly Listed[]): readonly Miss[] {
  return seeAlso.flatMap((address) => {
    if (all.filter((other) => other.seeAlso.includes(address)).length > 1) return []
    const { expression } = guessLicense(address)
    if (expression === null) return []
    const family = licenseId.replace(/-(?:only|or-later|no-copyleft-exception|no-invariants.*|invariants.*)$/, '')
    const isSame = expression === licenseId || expression.startsWith(`${family}-`) || expression === family
    return [{ case: address, expected: licenseId, got: isSame ? licenseId : expression }]
  })
}

/** Every expression of up to four licenses with AND and OR, against every set of approved ones. */
function choices(): SuiteResult {
  const [a, b, c, d] = ['MIT', 'Apache-2.0', 'GPL-2.0-only', 'MPL-2.0'] as const
  const operators = ['AND', 'OR']
  const expressions = operators.flatMap((first) =>
    operators.flatMap((second) => [
      `${a} ${first} ${b} ${second} ${c}`,
      `(${a} ${first} ${b}) ${second} ${c}`,
      ...operators.flatMap((third) => [
        `(${a} ${first} ${b}) ${second} (${c} ${third} ${d})`,
        `${a} ${first} (${b} ${second} (${c} ${third} ${d}))`,
        `${a} ${first} ${b} ${second} ${c} ${third} ${d}`,
      ]),
    ]),
  )
  const sets = Array.from({ length: 15 }, (_, bits) => [a, b, c, d].filter((__, at) => ((bits + 1) >> at) % 2 === 1))
  return tally(
    'licenses: choices against spdx-satisfies',
    expressions.flatMap((expression) =>
      sets.map((approved) => {
        const parsed = parseLicenseExpression(expression)
        const alternatives = parsed.ok ? (parsed.choices ?? []) : []
        return {
          case: `${expression} with ${approved.join(', ')}`,
          expected: String(satisfies(expression, approved)),
          got: String(alternatives.some((set) => set.every((term) => approved.some((each) => each === term)))),
        }
      }),
    ),
  )
}

const dutyOfCondition: Readonly<Record<string, string>> = {
  'include-copyright': 'keep-notices',
  'include-copyright--source': 'keep-notices-in-source',
  'document-changes': 'state-changes',
  'disclose-source': 'offer-source',
  'network-use-disclose': 'offer-source-to-network-users',
  'same-license': 'same-license',
  'same-license--file': 'same-license-file',
  'same-license--library': 'same-license-library',
}

function conditions(index: LicenseIndex): SuiteResult {
  const suite = 'licenses: conditions of choosealicense.com'
  const path = sharedData('conformance/choosealicense.zip')
  if (path === undefined) return absent(suite)
  const files = unzipSync(readFileSync(path), { filter: ({ name }) => /_licenses\/.*\.txt$/.test(name) })
  const compared = new Set(Object.values(dutyOfCondition))
  return tally(
    suite,
    Object.values(files).map((bytes) => {
      const front = parseYaml(strFromU8(bytes).split(/^---$/m)[1] ?? '') as {
        readonly 'spdx-id': string
        readonly conditions: readonly string[]
      }
      const license = presentTerm(front['spdx-id'])
      const duties = familyOfTerm(index, license)?.duties.filter((duty) => compared.has(duty))
      return {
        case: license,
        expected: front.conditions
          .map((condition) => dutyOfCondition[condition] ?? condition)
          .sort()
          .join(', '),
        got: duties === undefined ? 'unknown' : [...duties].sort().join(', '),
      }
    }),
  )
}

type ScanCode = {
  readonly category: string
  readonly spdx_license_key: string | null
  readonly other_spdx_license_keys: readonly string[]
  readonly is_exception: boolean
}

/** ScanCode has one axis; several of our classes may stand for one of its categories. */
function fitsCategory({ reciprocity, openness }: LicenseFamily, category: string): boolean {
  switch (category) {
    case 'Permissive':
    case 'Public Domain':
      return reciprocity === 'none'
    case 'Copyleft Limited':
      return reciprocity === 'weak' || reciprocity === 'share-alike'
    case 'Copyleft':
      return reciprocity === 'strong' || reciprocity === 'network' || reciprocity === 'share-alike'
    default:
      return reciprocity === 'restricted' || openness !== 'open'
  }
}

function categories(index: LicenseIndex): SuiteResult {
  const suite = 'licenses: categories of ScanCode LicenseDB'
  const path = sharedData('conformance/scancode-licensedb-index.json.gz')
  if (path === undefined) return absent(suite)
  const categoryOf = new Map(
    (readGzipJson(path) as readonly ScanCode[])
      .filter((license) => !license.is_exception)
      .flatMap((license) =>
        [license.spdx_license_key, ...license.other_spdx_license_keys].map((key) => [key, license.category] as const),
      ),
  )
  return tally(
    suite,
    listedLicenses.flatMap(({ id }) => {
      const [category, family] = [categoryOf.get(id), index.family.get(id)]
      if (category === undefined || family === undefined) return []
      const reason = categoryReasons.find(([pattern]) => pattern.test(id))?.[1]
      return [
        {
          case: id,
          expected: category,
          got: fitsCategory(family, category) ? category : family.reciprocity,
          ...(reason === undefined ? {} : { reason }),
        },
      ]
    }),
  )
}

/** Disagreements with their reasons; the doubtful ones were looked up in the license text. */
const categoryReasons: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:EUPL|APSL-1|RPL|RPSL|CECILL-2\.1|Watcom)/,
    'use over a network or inside the organization counts; LicenseDB has no class for it',
  ],
  [
    /^(?:APL|Arphic|CECILL-C|ErlPL|Glide|Interbase|LPPL|Motosoto|RHeCos|SNIA|SugarCRM|Vim|YPL)/,
    'the duty reaches the changed work or its files, not what it is combined with',
  ],
  [/^(?:Artistic|NBPL|OGTSL|OLDAP-1|Ruby)/, 'a changed version may go out under another name without its source'],
  [/^OFL/, 'changed fonts must stay under the license'],
  [/^(?:CERN-OHL-1|TAPR)/, 'changed designs must stay under the license'],
  [
    /^(?:Aladdin|FDK-AAC|JSON|MS-LPL|OpenPBS|PPL|SMPPL)/,
    'a use, a platform or selling is excluded, so that it is not open',
  ],
  [
    /^(?:HPND|Caldera|BSD-3-Clause-No-Nuclear-Warranty)/,
    'a remark on export law or fitness, or an acknowledgment; no use is excluded',
  ],
  [/^(?:QPL|CECILL-[12])/, 'programs that link with it are covered'],
  [/^(?:SGI-B|SISSL|Sendmail)/, 'the text asks for the source of changes, with exceptions'],
  [
    /^(?:Imlib2|Noweb|Qhull|SOFA|Linux-man-pages-1|LiLiQ-P)/,
    'notices, names or acknowledgments are asked for, not the source',
  ],
  [/^(?:OPUBL|GCR)/, 'changed documents stay under the same terms'],
]
