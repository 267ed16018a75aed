import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'oci',
  label: 'OCI',
  explanation: 'Artifacts of container registries by digest; the registry stands in a qualifier.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/oci-definition.json',
  purl: { namespace: 'prohibited', nameCase: 'lower', versionCase: 'lower' },
  osv: null,
  versions: generic,
})
