import { writeCycloneDx } from '#inventory/write/cyclonedx.ts'
import { defineTarget } from '#inventory/write/target.ts'

export const target = defineTarget({
  id: 'cyclonedx-1.7',
  label: 'CycloneDX 1.7 JSON',
  explanation:
    'Parts, package URLs, licenses by basis, hashes, suppliers, repositories, scopes and relations. An unknown scope cannot be said.',
  source: 'https://cyclonedx.org/docs/1.7/json/',
  write: (document, options) =>
    writeCycloneDx(document, options, {
      specVersion: '1.7',
      hashes: new Set([
        'MD5',
        'SHA-1',
        'SHA-256',
        'SHA-384',
        'SHA-512',
        'SHA3-256',
        'SHA3-384',
        'SHA3-512',
        'BLAKE2b-256',
        'BLAKE2b-384',
        'BLAKE2b-512',
        'BLAKE3',
        'Streebog-256',
        'Streebog-512',
      ]),
      mixesExpressions: true,
    }),
})
