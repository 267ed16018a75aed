import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'otp',
  label: 'Erlang/OTP',
  explanation: 'Applications that come with Erlang/OTP or without a registry.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/otp-definition.json',
  purl: { namespace: 'prohibited', nameCase: 'lower' },
  osv: null,
  versions: generic,
})
