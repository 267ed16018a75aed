import type { Release } from '#domain/upstream.ts'
import { filesOfZip } from '#sources/registry/archive.ts'
import { readMavenConfig } from '#sources/registry/maven-config.ts'
import { dayIn, inOrder, isPrerelease, statedRepository, worthAsking } from '#sources/registry/releases.ts'
import { defineRegistry } from '#sources/registry/registry.ts'
import { isMiss } from '#sources/registry/session.ts'
import { elementsAt, readXml, xmlText, type XmlElement } from '#sources/registry/xml-tree.ts'

/** Each day costs a request; the versions in use and so many newer ones are asked. */
const mostDays = 30

export const registry = defineRegistry({
  id: 'maven',
  label: 'Maven',
  explanation:
    'The list of versions, the day on which the model of each version in use and of the newest others was put there, the newest model, and the size of source archives.',
  source: 'Maven repository layout: maven-metadata.xml; the day is the `Last-Modified` of the model',
  requestsPerHost: 4,
  betweenMs: 0,
  sizedBy: 'archive',
  followsToArchives: false,
  configure: readMavenConfig,
  ask: async (session, { name, versions }) => {
    const metadata = await session.text(`${folderOf(name)}/maven-metadata.xml`, versionsOfMetadata)
    if (isMiss(metadata)) return metadata
    const all = metadata.split('\n').filter((line) => line !== '')
    if (all.length === 0) return { kind: 'failed', why: 'nonsense' }
    for (const version of worthAsking('maven', all, versions, mostDays))
      await session.head(fileOf(name, version, '.pom'))
    const newest = worthAsking('maven', all, [], 1).at(-1) ?? all.at(-1) ?? ''
    await session.text(fileOf(name, newest, '.pom'), modelFacts)
    for (const version of versions) await session.head(fileOf(name, version, '-sources.jar'))
    return null
  },
  read: (answers, { name, package: purl }) => {
    const [metadata] = answers
    const all = (metadata?.text ?? '').split('\n').filter((line) => line !== '')
    if (all.length === 0 || !(metadata?.asked.endsWith('maven-metadata.xml') ?? false)) return null
    const days = new Map(answers.flatMap(({ asked, lastModified }) => [[asked, dayIn(lastModified)] as const]))
    const model = new Map(
      (answers.find(({ asked, text }) => asked.endsWith('.pom') && text !== undefined)?.text ?? '')
        .split('\n')
        .flatMap((line): [string, string][] => {
          const at = line.indexOf(' ')
          return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : []
        }),
    )
    const releases = all.map((version): Release => ({
      version,
      on: days.get(fileOf(name, version, '.pom')) ?? null,
      isPrerelease: isPrerelease('maven', version),
      isWithdrawn: false,
      deprecation: model.get('relocation') ?? null,
      license: model.get('version') === version ? (model.get('license') ?? null) : null,
    }))
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: null,
        repository: statedRepository(model.get('repository') ?? null),
        fundingLinks: [],
      },
      at: '/answers/0/text',
      lacks: [
        'withdrawn',
        'publishers',
        'license',
        ...(releases.some(({ on }) => on === null) ? (['release-dates'] as const) : []),
      ],
      published: (version) => {
        const address = fileOf(name, version, '-sources.jar')
        const index = answers.findIndex(({ asked }) => asked === address)
        // Many artifacts have no source archive; the compiled one holds no lines.
        if (index === -1) return null
        const bytes = answers[index]?.sizeBytes ?? null
        const bytesAt = `/answers/${index}/sizeBytes`
        return { version, bytes, bytesAt, archive: { address, hash: null }, manifest: null }
      },
    }
  },
  filesOf: async (_, bytes) => filesOfZip(bytes),
})

function folderOf(name: string): string {
  const [group = '', artifact = ''] = name.split(':')
  return `${group.replaceAll('.', '/')}/${artifact}`
}

function fileOf(name: string, version: string, ending: string): string {
  return `${folderOf(name)}/${version}/${name.split(':')[1] ?? ''}-${version}${ending}`
}

/** A line a version; nothing for what is no such document. */
function versionsOfMetadata(xml: string): string {
  const versions = elementsAt(readXml(xml), ['versioning', 'versions', 'version']).map(({ text }) => text.trim())
  return versions.filter((version) => /^[\w.+-]+$/.test(version)).join('\n')
}

/** A line a fact: `version`, `repository`, `license`, `relocation`. Developers stand in it too, and are left. */
function modelFacts(xml: string): string {
  const root = readXml(xml)
  const version = xmlText(root, 'version') ?? xmlText(root, 'parent', 'version')
  const repository = [xmlText(root, 'scm', 'url'), xmlText(root, 'scm', 'connection')].find(isFixed) ?? null
  const licenses = elementsAt(root, ['licenses', 'license']).flatMap((license) => xmlText(license, 'name') ?? [])
  const facts: readonly (readonly [string, string | null])[] = [
    ['version', version],
    ['repository', repository],
    ['license', licenses.join(' OR ') || null],
    ['relocation', relocationOf(root)],
  ]
  return facts.flatMap(([key, value]) => (value === null ? [] : [`${key} ${value.replaceAll(/\s+/g, ' ')}`])).join('\n')
}

/** A property in it is filled in by Maven, from parents that were not asked for. */
function isFixed(text: string | null): boolean {
  return text !== null && !text.includes('${')
}

function relocationOf(root: XmlElement | null): string | null {
  const [relocation] = elementsAt(root, ['distributionManagement', 'relocation'])
  if (relocation === undefined) return null
  const group = xmlText(relocation, 'groupId') ?? xmlText(root, 'groupId')
  return `relocated to ${group}:${xmlText(relocation, 'artifactId') ?? xmlText(root, 'artifactId')}`
}
