import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { childNamed, childrenNamed, parseXml, type XmlElement } from '#inventory/text/xml.ts'

export const reader = defineReader({
  id: 'gradle-verification',
  label: 'Gradle verification metadata',
  explanation:
    'Reads the components whose artifacts Gradle verifies, with the hash of the jar. The list holds plug-ins and past versions too, and tells neither directness nor scope.',
  source: 'Gradle documentation: dependency verification',
  kind: 'manifest',
  recognisesName: (path) => fileName(path) === 'verification-metadata.xml',
  recognisesContent: (head) => head.includes('verification-metadata'),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gradle-verification', 'verification-metadata.xml')
  const text = openText(file, into)
  if (text === '') return into.finish()
  const { root, errorLine } = parseXml(text)
  if (errorLine !== null) into.odd('not-xml', lines(errorLine))
  for (const component of childrenNamed(childNamed(root, 'components'), 'component')) {
    const { group, name, version } = component.attributes
    const at = lines(component.firstLine, component.lastLine)
    if (name === undefined || group === undefined) into.refuse(at, 'part-without-name')
    else
      into.take({
        ref: `${group}:${name}:${version ?? ''}`,
        at,
        ecosystem: 'Maven',
        name: `${group}:${name}`,
        version: version ?? null,
        hashes: hashesOf(component, `${name}-${version}.jar`),
      })
  }
  return into.finish()
}

function hashesOf(component: XmlElement, artifact: string): ReturnType<typeof hexHash> {
  const jar = childrenNamed(component, 'artifact').find(({ attributes }) => attributes['name'] === artifact)
  return (jar?.children ?? []).flatMap(({ name, attributes }) => hexHash(`${name}:${attributes['value'] ?? ''}`))
}
