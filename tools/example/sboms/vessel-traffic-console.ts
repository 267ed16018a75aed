/**
 * A supplier's poor document: SPDX 2.3 JSON without relations, with versions, package URLs, suppliers and licenses missing
 * here and there, and an assertion of the kind `NOASSERTION` elsewhere. It is valid all the same. Supplier, product and
 * devices are invented; the open source in it is real.
 */

import type { Json } from './cyclonedx.ts'

type Entry = {
  readonly name: string
  readonly version?: string
  readonly purpose?: 'APPLICATION' | 'DEVICE' | 'FIRMWARE' | 'OPERATING-SYSTEM'
  readonly purl?: string
  readonly cpe?: string
  readonly supplier?: string
  readonly license?: string
}

const kestrel = 'Organization: Kestrel Instruments'

const entries: readonly Entry[] = [
  { name: 'Vessel Traffic Console', version: '7.3', purpose: 'APPLICATION', supplier: kestrel, license: 'NOASSERTION' },
  { name: 'Radar head RH-40', version: 'rev C', purpose: 'DEVICE', supplier: kestrel, license: 'NOASSERTION' },
  { name: 'AIS receiver AR-2', purpose: 'DEVICE', supplier: kestrel },
  { name: 'RH-40 firmware', version: '4.2.11', purpose: 'FIRMWARE', supplier: kestrel, license: 'NOASSERTION' },
  { name: 'AR-2 firmware', purpose: 'FIRMWARE', supplier: kestrel },
  { name: 'u-boot', version: '2021.04', purpose: 'FIRMWARE', license: 'GPL-2.0-or-later' },
  {
    name: 'linux',
    version: '5.10.46',
    purpose: 'OPERATING-SYSTEM',
    cpe: 'cpe:2.3:o:linux:linux_kernel:5.10.46:*:*:*:*:*:*:*',
    license: 'GPL-2.0-only',
  },
  { name: 'busybox', version: '1.33.1', purl: 'pkg:generic/busybox@1.33.1', license: 'GPL-2.0-only' },
  { name: 'openssl', version: '1.1.1k', cpe: 'cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*', license: 'OpenSSL' },
  { name: 'zlib', license: 'Zlib' },
  { name: 'dropbear', version: '2020.81' },
  { name: 'sqlite' },
  { name: 'qt', version: '5.15.2', license: 'LGPL-3.0-only' },
  {
    name: 'log4j-core',
    version: '2.14.1',
    purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
    license: 'Apache-2.0',
  },
  {
    name: 'log4j-api',
    version: '2.14.1',
    purl: 'pkg:maven/org.apache.logging.log4j/log4j-api@2.14.1',
    license: 'Apache-2.0',
  },
  { name: 'commons-io', version: '2.6' },
  {
    name: 'jackson-databind',
    version: '2.9.10.8',
    purl: 'pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.9.10.8',
  },
  { name: 'guava', purl: 'pkg:maven/com.google.guava/guava', license: 'Apache 2' },
  { name: 'jquery', version: '3.4.1', purl: 'pkg:npm/jquery@3.4.1', license: 'MIT' },
  { name: 'lodash', version: '4.17.4', purl: 'pkg:npm/lodash@4.17.4' },
  { name: 'moment', version: '2.29.1', purl: 'pkg:npm/moment@2.29.1', license: 'MIT' },
]

export function vesselTrafficConsole(): Json {
  return {
    SPDXID: 'SPDXRef-DOCUMENT',
    spdxVersion: 'SPDX-2.3',
    creationInfo: {
      created: '2024-03-11T09:00:00Z',
      creators: ['Organization: Kestrel Instruments', 'Tool: spreadsheet export'],
    },
    name: 'VTC 7.3',
    dataLicense: 'CC0-1.0',
    documentNamespace: 'https://kestrel-instruments.example/sbom/vtc-7.3',
    packages: entries.map(entryOf),
  }
}

function entryOf(entry: Entry, index: number): Json {
  const references = [
    ...(entry.purl === undefined
      ? []
      : [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: entry.purl }]),
    ...(entry.cpe === undefined
      ? []
      : [{ referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: entry.cpe }]),
  ]
  return {
    name: entry.name,
    SPDXID: `SPDXRef-${index + 1}`,
    ...(entry.version === undefined ? {} : { versionInfo: entry.version }),
    ...(entry.purpose === undefined ? {} : { primaryPackagePurpose: entry.purpose }),
    ...(entry.supplier === undefined ? {} : { supplier: entry.supplier }),
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    ...licenseOf(entry.license),
    copyrightText: 'NOASSERTION',
    ...(references.length === 0 ? {} : { externalRefs: references }),
  }
}

/** `Apache 2` is no expression; the supplier wrote it where only expressions may stand, so it went into the comment. */
function licenseOf(license: string | undefined): { readonly [key: string]: Json } {
  if (license === undefined) return {}
  if (license === 'Apache 2') return { licenseDeclared: 'NOASSERTION', licenseComments: license }
  return { licenseDeclared: license }
}
