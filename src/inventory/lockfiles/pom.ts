import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import type { Managed, MavenPom, Properties } from '#inventory/text/maven-model.ts'
import {
  coordinatesOf,
  interpolate,
  managedOf,
  managementKey,
  mavenChain,
  propertiesOf,
} from '#inventory/text/maven-model.ts'
import { openText } from '#inventory/text/open.ts'
import { inFile, lines } from '#inventory/text/place.ts'
import type { XmlElement } from '#inventory/text/xml.ts'
import { childNamed, childrenNamed, parseXml, textOf } from '#inventory/text/xml.ts'

export const reader = defineReader({
  id: 'pom',
  label: 'Maven project',
  explanation:
    'Reads the dependencies of a pom.xml and of its parents in the folder, with properties and dependencyManagement. Profiles are not activated, and what dependencies bring along is not in the file. Versions that cannot be resolved here stay open.',
  source: 'Maven documentation: POM Reference',
  kind: 'lockfile',
  recognisesName: (path) => fileName(path) === 'pom.xml' || path.endsWith('.pom'),
  recognisesContent: (head) => head.includes('<project'),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pom', 'pom.xml')
  const text = openText(file, into)
  if (text === '') return into.finish()
  const { root, errorLine } = parseXml(text)
  if (errorLine !== null) into.odd('not-xml', lines(errorLine))
  if (root === undefined || root.name !== 'project') {
    if (root !== undefined) into.odd('not-what-it-says', lines(root.firstLine), root.name)
    return into.finish()
  }
  into.specVersion = textOf(root, 'modelVersion') ?? null
  const pom = mavenChain(file, root)
  const properties = propertiesOf(pom)
  const managed = managedOf(pom, properties)
  describe(root, properties, into)
  const top = last(pom)
  if (top.lacksParent) {
    const line = lines(childNamed(top.project, 'parent')?.firstLine ?? 1)
    into.odd(
      'parent-missing',
      top === pom ? line : inFile(relative(file.path, top.file.path), line),
      parentName(top.project),
    )
  }
  const own = { group: coordinatesOf(root).groupId, modules: moduleNames(pom) }
  for (let at: MavenPom | undefined = pom; at !== undefined; at = at.parent) {
    const path = at === pom ? undefined : relative(file.path, at.file.path)
    for (const dependency of childrenNamed(childNamed(at.project, 'dependencies'), 'dependency')) {
      const place = lines(dependency.firstLine, dependency.lastLine)
      take(dependency, path === undefined ? place : inFile(path, place), properties, managed, own, into)
    }
  }
  return into.finish()
}

type Own = { readonly group: string | undefined; readonly modules: ReadonlySet<string> }

function take(
  dependency: XmlElement,
  at: string,
  properties: Properties,
  managed: ReadonlyMap<string, Managed>,
  own: Own,
  into: Collector,
): void {
  const group = textOf(dependency, 'groupId')
  const artifact = textOf(dependency, 'artifactId')
  if (group === undefined || artifact === undefined) return into.refuse(at, 'part-without-name')
  const groupId = interpolate(group, properties)
  const artifactId = interpolate(artifact, properties)
  const management = managed.get(managementKey(dependency, properties))
  const stated = textOf(dependency, 'version') ?? management?.version
  const version = stated === undefined ? undefined : interpolate(stated, properties)
  const scope = textOf(dependency, 'scope') ?? management?.scope
  if (scope === 'system') return into.refuse(at, 'local-source')
  // A sibling module of the same build, at the version of the build, is the organization's own work.
  if (groupId !== undefined && groupId === own.group && own.modules.has(artifactId ?? ''))
    return into.refuse(at, 'local-source')
  const isExact = version !== undefined && !/[[\](),]/.test(version) && version !== 'LATEST' && version !== 'RELEASE'
  const isOptional = (textOf(dependency, 'optional') ?? String(management?.isOptional ?? false)) === 'true'
  const name = `${groupId ?? group}:${artifactId ?? artifact}`
  const index = into.take({
    ref: managementKey(dependency, properties),
    at,
    ecosystem: groupId === undefined || artifactId === undefined ? null : 'Maven',
    name,
    version: isExact ? version : soft(version),
    range: isExact || soft(version) !== null ? undefined : stated,
    scope: scopeOf(scope, isOptional),
    qualifiers: qualifiersOf(dependency, properties),
  })
  into.root(index, scopeOf(scope, isOptional))
}

/** `[1.2]` allows exactly one version. */
function soft(version: string | undefined): string | null {
  return /^\[\s*([^\s,[\]()]+)\s*\]$/.exec(version ?? '')?.[1] ?? null
}

function scopeOf(scope: string | undefined, isOptional: boolean): Scope {
  if (scope === 'test') return 'development'
  return isOptional || scope === 'provided' ? 'optional' : 'runtime'
}

function qualifiersOf(dependency: XmlElement, properties: Properties): Record<string, string> {
  const classifier = interpolate(textOf(dependency, 'classifier') ?? '', properties)
  const type = interpolate(textOf(dependency, 'type') ?? '', properties)
  const qualifiers: Record<string, string> = {}
  if (classifier) qualifiers['classifier'] = classifier
  if (type && type !== 'jar') qualifiers['type'] = type
  return qualifiers
}

function describe(project: XmlElement, properties: Properties, into: Collector): void {
  const { groupId, artifactId, version } = coordinatesOf(project)
  if (artifactId === undefined) return
  const resolved = version === undefined ? undefined : interpolate(version, properties)
  into.subject = {
    name: groupId === undefined ? artifactId : `${groupId}:${artifactId}`,
    version: resolved ?? null,
    purl: null,
  }
}

function last(pom: MavenPom): MavenPom {
  return pom.parent === undefined ? pom : last(pom.parent)
}

function parentName(project: XmlElement): string {
  const parent = childNamed(project, 'parent')
  return [textOf(parent, 'groupId'), textOf(parent, 'artifactId'), textOf(parent, 'version')].join(':')
}

/** The artifacts of the same build: what the poms of the chain are called, and the folders they list as modules. */
function moduleNames(pom: MavenPom): Set<string> {
  const names = new Set<string>()
  for (let at: MavenPom | undefined = pom; at !== undefined; at = at.parent) {
    const { file, project } = at
    for (const { text } of childrenNamed(childNamed(project, 'modules'), 'module')) {
      const module = file.sibling(text.endsWith('.xml') ? text : `${text}/pom.xml`)
      const root = module === undefined ? undefined : parseXml(module.text()).root
      const name = textOf(root, 'artifactId')
      if (name !== undefined) names.add(name)
    }
  }
  return names
}

/** The path from the folder of one file to another file. */
function relative(from: string, to: string): string {
  const base = from.split('/').slice(0, -1)
  const target = to.split('/')
  let shared = 0
  while (shared < base.length && base[shared] === target[shared]) shared++
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/')
}
