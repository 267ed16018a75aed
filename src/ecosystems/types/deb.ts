import type { Purl } from '#domain/purl.ts'
import { defineEcosystem, sourceName } from '#ecosystems/ecosystem.ts'
import { scheme as debian } from '#ecosystems/schemes/debian.ts'

/** Release numbers by series name. https://debian.pages.debian.net/distro-info-data/debian.csv */
const debianSeries: Readonly<Record<string, string>> = {
  wheezy: '7',
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
}

/** https://debian.pages.debian.net/distro-info-data/ubuntu.csv */
const ubuntuSeries: Readonly<Record<string, string>> = {
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
  oracular: '24.10',
  plucky: '25.04',
  questing: '25.10',
}

export const ecosystem = defineEcosystem({
  id: 'deb',
  label: 'Debian package',
  explanation: 'Packages of Debian, Ubuntu and their relatives, installed by dpkg.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/deb-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower' },
  osv: {
    ecosystems: ['Debian', 'Ubuntu', 'Echo'],
    ecosystemOf: ({ namespace, qualifiers }: Purl) => {
      const release = (qualifiers?.['distro'] ?? '').toLowerCase().replace(/^(?:debian|ubuntu|echo)[-:]/, '')
      if (namespace === 'debian') return withSuffix('Debian', debianSeries[release] ?? /^\d+/.exec(release)?.[0])
      if (namespace === 'ubuntu') return withSuffix('Ubuntu', ubuntuRelease(ubuntuSeries[release] ?? release))
      return namespace === 'echo' ? 'Echo' : null
    },
    nameOf: sourceName,
    partsOf: (name, ecosystem) => ({ namespace: (ecosystem.split(':')[0] ?? '').toLowerCase(), name }),
    normalise: (name) => name.toLowerCase(),
  },
  versions: debian,
})

/** OSV adds `LTS` to the releases that are one: those of April in even years. */
function ubuntuRelease(release: string): string | undefined {
  const match = /^(\d{2})\.(\d{2})/.exec(release)
  if (match === null) return undefined
  return match[2] === '04' && Number(match[1]) % 2 === 0 ? `${match[0]}:LTS` : match[0]
}

function withSuffix(name: string, release: string | undefined): string {
  return release === undefined ? name : `${name}:${release}`
}
