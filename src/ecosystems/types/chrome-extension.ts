import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as intdot } from '#ecosystems/schemes/intdot.ts'

export const ecosystem = defineEcosystem({
  id: 'chrome-extension',
  label: 'Chrome extension',
  explanation: 'Extensions of Chrome and its relatives, by their 32-letter id.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/chrome-extension-definition.json',
  purl: {
    namespace: 'prohibited',
    nameCase: 'lower',
    objection: ({ name, version }) => {
      if (!/^[a-p]{32}$/.test(name)) return 'the name is not an id of 32 letters from a to p'
      if (version !== null && !/^\d+(?:\.\d+){0,3}$/.test(version)) return 'the version is not one to four numbers'
      return undefined
    },
  },
  osv: null,
  versions: intdot,
})
