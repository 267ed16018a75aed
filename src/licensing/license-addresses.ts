/** Addresses that stand for a license. The groups of a pattern make the identifier; it is checked against the list. */

type Address = { readonly pattern: RegExp; readonly license: (...groups: readonly string[]) => string }

const gnuNames: Readonly<Record<string, string>> = { gpl: 'GPL', lgpl: 'LGPL', agpl: 'AGPL', fdl: 'GFDL' }

export const licenseAddresses: readonly Address[] = [
  { pattern: /spdx\.org\/licenses\/([\w.+-]+?)(?:\.(?:html|txt|json))?$/, license: (id = '') => id },
  {
    pattern: /(?:opensource\.org|osi\.org)\/licenses?\/([\w.+-]+?)(?:-license)?(?:\.php|\.html|\.txt)?$/,
    license: (id = '') => id,
  },
  { pattern: /choosealicense\.com\/licenses\/([\w.-]+)$/, license: (id = '') => id },
  {
    pattern: /apache\.org\/licenses\/(?:license-)?(\d\.\d)?/,
    license: (version = '2.0') => `Apache-${version || '2.0'}`,
  },
  { pattern: /apache\.org\/licenses?$/, license: () => 'Apache-2.0' },
  {
    pattern: /gnu\.org\/(?:licenses|copyleft)\/(?:old-licenses\/)?(gpl|lgpl|agpl|fdl)-(\d\.\d)/,
    license: (kind = '', version = '') => `${gnuNames[kind] ?? ''}-${version}-only`,
  },
  {
    pattern: /gnu\.org\/(?:licenses|copyleft)\/(?:old-licenses\/)?(gpl|lgpl|agpl|fdl)(?:\.(?:html|txt))?$/,
    license: (kind = '') =>
      ({ gpl: 'GPL-3.0-only', lgpl: 'LGPL-3.0-only', agpl: 'AGPL-3.0-only', fdl: 'GFDL-1.3-only' })[kind] ?? '',
  },
  { pattern: /gnu\.org\/software\/classpath\/license/, license: () => 'GPL-2.0-or-later WITH Classpath-exception-2.0' },
  {
    pattern: /openjdk\.(?:java\.net|org)\/legal\/gplv2\+ce/,
    license: () => 'GPL-2.0-only WITH Classpath-exception-2.0',
  },
  { pattern: /mozilla\.org\/(?:en-us\/)?mpl\/(?:mpl-)?(\d\.\d)/, license: (version = '') => `MPL-${version}` },
  { pattern: /eclipse\.org\/legal\/epl-v?(\d)\.?(\d)/, license: (major = '', minor = '') => `EPL-${major}.${minor}` },
  { pattern: /eclipse\.org\/legal\/epl-(\d\.\d)/, license: (version = '') => `EPL-${version}` },
  {
    pattern: /eclipse\.org\/org\/documents\/(epl|edl)-v?(\d)\.?0/,
    license: (kind = '', major = '') => (kind === 'epl' ? `EPL-${major}.0` : 'BSD-3-Clause'),
  },
  { pattern: /creativecommons\.org\/publicdomain\/zero\/1\.0/, license: () => 'CC0-1.0' },
  { pattern: /creativecommons\.org\/publicdomain\/mark\/1\.0/, license: () => 'CC-PDM-1.0' },
  { pattern: /creativecommons\.org\/licenses\/publicdomain/, license: () => 'CC-PDDC' },
  {
    pattern: /creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)\/([a-z]{2,3})(?:\/|$)/,
    license: (kind = '', version = '', place = '') => `CC-${kind.toUpperCase()}-${version}-${place.toUpperCase()}`,
  },
  {
    pattern: /creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)/,
    license: (kind = '', version = '') => `CC-${kind.toUpperCase()}-${version}`,
  },
  { pattern: /boost\.org\/license_1_0/, license: () => 'BSL-1.0' },
  { pattern: /unlicense\.org/, license: () => 'Unlicense' },
  { pattern: /wtfpl\.net/, license: () => 'WTFPL' },
  { pattern: /json\.org\/license/, license: () => 'JSON' },
  { pattern: /(?:scripts\.sil\.org|openfontlicense\.org)/, license: () => 'OFL-1.1' },
  { pattern: /php\.net\/license\/(\d)_(\d+)/, license: (major = '', minor = '') => `PHP-${major}.${minor}` },
  { pattern: /oracle\.com\/(?:licenses\/upl|.*universal-permissive)/, license: () => 'UPL-1.0' },
  { pattern: /bouncycastle\.org\/licen[cs]e/, license: () => 'MIT' },
  { pattern: /(?:joinup\.ec\.europa\.eu|eupl\.eu).*1\.([12])/, license: (minor = '') => `EUPL-1.${minor}` },
  {
    pattern: /opendatacommons\.org\/licenses\/(odbl|by|pddl)/,
    license: (kind = '') => ({ odbl: 'ODbL-1.0', by: 'ODC-By-1.0', pddl: 'PDDL-1.0' })[kind] ?? '',
  },
  { pattern: /mongodb\.com\/licensing\/server-side-public-license/, license: () => 'SSPL-1.0' },
  { pattern: /elastic\.co\/licensing\/elastic-license/, license: () => 'Elastic-2.0' },
  { pattern: /mariadb\.com\/bsl11/, license: () => 'BUSL-1.1' },
  {
    pattern: /\/cddl\b.*1[._]?0|glassfish\.(?:java\.net|dev\.java\.net)\/public\/cddlv1\.0/,
    license: () => 'CDDL-1.0',
  },
  { pattern: /opensource\.microsoft\.com|github\.com\/dotnet\/corefx\/blob\/master\/license/, license: () => 'MIT' },
  {
    pattern:
      /(?<!wiki\/licensing)\/(mit|isc|bsd-[23]-clause|apache-2\.0|mpl-2\.0|unlicense|zlib)(?:\.html|\.txt|\.php|-license)?$/,
    license: (id = '') => id,
  },
]
