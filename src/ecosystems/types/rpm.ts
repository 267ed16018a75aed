import type { Purl } from '#domain/purl.ts'
import { defineEcosystem, sourceName } from '#ecosystems/ecosystem.ts'
import { scheme as rpm } from '#ecosystems/schemes/rpm.ts'

type Distribution = {
  readonly osv: string
  /** The release as OSV writes it, from the text after the distribution's name in the qualifier `distro`. */
  readonly release: (text: string) => string | undefined
}

const major: Distribution['release'] = (text) => /^\d+/.exec(text)?.[0]
const none: Distribution['release'] = () => undefined

/** By purl namespace. Red Hat's releases are product names that a purl does not tell. */
const distributions: Readonly<Record<string, Distribution>> = {
  redhat: { osv: 'Red Hat', release: none },
  rhel: { osv: 'Red Hat', release: none },
  almalinux: { osv: 'AlmaLinux', release: major },
  alma: { osv: 'AlmaLinux', release: major },
  rocky: { osv: 'Rocky Linux', release: major },
  rockylinux: { osv: 'Rocky Linux', release: major },
  opensuse: { osv: 'openSUSE', release: (text) => leap(text) },
  suse: { osv: 'SUSE', release: none },
  sles: { osv: 'SUSE', release: (text) => enterpriseServer(text) },
  mageia: { osv: 'Mageia', release: major },
  openeuler: { osv: 'openEuler', release: (text) => text.toUpperCase() || undefined },
  photon: { osv: 'Photon OS', release: (text) => /^\d+(?:\.\d+)?/.exec(text)?.[0] },
  azurelinux: { osv: 'Azure Linux', release: major },
  mariner: { osv: 'Azure Linux', release: major },
}

const binaryNames = new Set(['redhat', 'rhel', 'almalinux', 'alma'])

const namespaces: Readonly<Record<string, string>> = {
  'Red Hat': 'redhat',
  'Rocky Linux': 'rocky',
  'Photon OS': 'photon',
  'Azure Linux': 'azurelinux',
}

export const ecosystem = defineEcosystem({
  id: 'rpm',
  label: 'RPM package',
  explanation: 'Packages of Fedora, Red Hat, SUSE and their relatives, installed by rpm.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/rpm-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower' },
  osv: {
    ecosystems: [...new Set(Object.values(distributions).map(({ osv }) => osv))],
    ecosystemOf: ({ namespace, qualifiers }: Purl) => {
      const distribution = distributions[namespace ?? '']
      if (distribution === undefined) return null
      const text = (qualifiers?.['distro'] ?? '')
        .toLowerCase()
        .replace(/^[a-z]+(?:-leap|-tumbleweed)?[-:]?(?=\d|$)/, '')
      const release = distribution.release(text)
      return release === undefined ? distribution.osv : `${distribution.osv}:${release}`
    },
    // Red Hat and AlmaLinux list the binary packages, the others their sources.
    nameOf: (purl: Purl) => (binaryNames.has(purl.namespace ?? '') ? purl.name : sourceName(purl)),
    partsOf: (name, ecosystem) => {
      const distribution = ecosystem.split(':')[0] ?? ''
      return { namespace: namespaces[distribution] ?? distribution.toLowerCase(), name }
    },
    normalise: (name) => name,
  },
  versions: rpm,
})

function leap(text: string): string | undefined {
  const release = /^\d+\.\d+/.exec(text)?.[0]
  return release === undefined ? undefined : `Leap ${release}`
}

/** `15.5` is service pack 5 of version 15. */
function enterpriseServer(text: string): string | undefined {
  const match = /^(\d+)(?:\.(\d+))?/.exec(text)
  if (match === null) return undefined
  return `Linux Enterprise Server ${match[1]}${match[2] === undefined || match[2] === '0' ? '' : ` SP${match[2]}`}`
}
