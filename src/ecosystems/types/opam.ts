import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as debian } from '#ecosystems/schemes/debian.ts'

export const ecosystem = defineEcosystem({
  id: 'opam',
  label: 'opam',
  explanation: 'OCaml packages.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/opam-definition.json',
  purl: { namespace: 'prohibited' },
  osv: osvNames('opam'),
  versions: debian,
})
