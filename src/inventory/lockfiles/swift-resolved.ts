import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asList, asRecord, asText, asTextOrNumber } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'swift-resolved',
  label: 'Swift package pins',
  explanation:
    'Reads every pin of Package.resolved, versions 1 to 3. The file has no edges and does not tell direct from transitive.',
  source: 'Swift Package Manager documentation: Package.resolved',
  kind: 'lockfile',
  recognisesName: named('Package.resolved'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('swift-resolved', 'Package.resolved')
  const lock = openJson(file, into, true)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  const first = asRecord(lock['object'])
  const pins = asList(first === undefined ? lock['pins'] : first['pins']) ?? []
  for (const [order, value] of pins.entries()) {
    const at = first === undefined ? pointer('pins', order) : pointer('object', 'pins', order)
    const pin = asRecord(value)
    const location = asText(pin?.['location']) ?? asText(pin?.['repositoryURL'])
    const identity = asText(pin?.['identity']) ?? asText(pin?.['package'])
    const state = asRecord(pin?.['state'])
    const version = asText(state?.['version']) ?? null
    const repository = location === undefined ? undefined : repositoryUrl(location)
    if (pin === undefined) into.refuse(at, 'wrong-type')
    else if (identity === undefined && location === undefined) into.refuse(at, 'part-without-name')
    else if (pin['kind'] === 'localSourceControl' || location?.startsWith('/')) into.refuse(at, 'local-source')
    else
      into.take({
        ref: identity ?? location ?? '',
        at,
        ecosystem: repository === undefined ? null : 'SwiftURL',
        name: repository?.replace(/^https:\/\//, '') ?? identity ?? location ?? '',
        version,
        vcsUrl: version === null && location !== undefined ? vcsUrl(location, asText(state?.['revision'])) : undefined,
        sourceUrl: repository,
      })
  }
  return into.finish()
}
