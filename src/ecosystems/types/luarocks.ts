import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'luarocks',
  label: 'LuaRocks',
  explanation: 'Lua modules.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/luarocks-definition.json',
  purl: { namespace: 'optional', namespaceCase: 'lower', nameCase: 'lower' },
  osv: null,
  versions: generic,
})
