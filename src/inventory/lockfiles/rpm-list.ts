import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { distributionOf } from '#inventory/text/os-release.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'

export const reader = defineReader({
  id: 'rpm-list',
  label: 'rpm package list',
  explanation:
    'Reads the output of `rpm -qa`, one package a line. The distribution comes from an os-release file beside it or from the release tag; without either there is no package URL.',
  source: 'rpm manual: query options',
  kind: 'lockfile',
  recognisesName: (path) =>
    /^(?:rpm|installed-rpms)[\w.-]*$/.test(fileName(path)) &&
    /^(?:installed-rpms|rpm-?qa|rpm-?(?:list|packages))(?:\.(?:txt|list|log))?$/.test(fileName(path)),
  recognisesContent: (head) => packageLine.test(head.split('\n').find((line) => line.trim() !== '') ?? ''),
  yieldsTo: [],
  read,
})

const packageLine =
  /^(\S+)-(?:(\d+|\(none\)):)?([^-\s:]+)-([^-\s]+?)(?:\.(x86_64|i[3-6]86|noarch|aarch64|armv7hl|ppc64le?|s390x|riscv64|src|\(none\)))?(?:\s.*)?$/

/** Release tags that name their distribution. */
const byTag: readonly (readonly [RegExp, string])[] = [
  [/\.fc\d+/, 'fedora'],
  [/\.amzn\d+/, 'amzn'],
  [/\.azl\d+/, 'azurelinux'],
  [/\.cm\d+/, 'mariner'],
  [/\.oe\d+/, 'openeuler'],
  [/\.mga\d+/, 'mageia'],
  [/\.ph\d+/, 'photon'],
]

function read(file: SourceFile): ReadDocument {
  const into = new Collector('rpm-list', 'rpm -qa')
  const text = openText(file, into)
  const distribution = distributionOf(file, 0)
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.trim()
    if (line === '') continue
    const at = lines(index + 1)
    const match = packageLine.exec(line)
    if (match === null) {
      into.odd('syntax', at, line)
      continue
    }
    const [, name = '', epoch, number = '', release = '', architecture] = match
    const version = `${number}-${release}`
    const id = distribution?.id ?? byTag.find(([tag]) => tag.test(release))?.[1]
    const purl =
      id === undefined
        ? null
        : typedPurl('rpm', {
            namespace: id,
            name,
            version,
            qualifiers: {
              arch: architecture === '(none)' ? undefined : architecture,
              epoch: epoch === '(none)' || epoch === '0' ? undefined : epoch,
              distro: distribution?.versionId === undefined ? undefined : `${id}-${distribution.versionId}`,
            },
          })
    into.take({ ref: line, at, ecosystem: null, purl, name, version, scope: 'runtime' })
  }
  return into.finish()
}
