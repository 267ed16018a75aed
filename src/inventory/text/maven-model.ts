/**
 * Maven's effective model, as far as it stands in files of the reading: parents by relative path, properties,
 * dependencyManagement (own, inherited, and imported where the imported pom is at hand). Profiles are not activated.
 */

import type { SourceFile } from '#inventory/reader.ts'
import type { XmlElement } from './xml.ts'
import { childNamed, childrenNamed, parseXml, textOf } from './xml.ts'

export type MavenPom = {
  readonly file: SourceFile
  readonly project: XmlElement
  readonly parent: MavenPom | undefined
  /** True when a parent is named and is not in the reading. */
  readonly lacksParent: boolean
}

const mostParents = 20

/** The chain of poms from one pom up. Undefined where the text is no pom at all. */
export function mavenChain(file: SourceFile, project: XmlElement): MavenPom {
  return chain(file, project, new Set([file.path]), 0)
}

function chain(file: SourceFile, project: XmlElement, seen: Set<string>, depth: number): MavenPom {
  const named = childNamed(project, 'parent')
  if (named === undefined) return { file, project, parent: undefined, lacksParent: false }
  // Absent means the folder above; an empty element means that the parent is not on disk.
  const stated = childNamed(named, 'relativePath')
  const path = stated === undefined ? '../pom.xml' : stated.text
  const above = path === '' ? undefined : (pomAt(file, path) ?? pomAt(file, `${path}/pom.xml`))
  if (above === undefined || seen.has(above.file.path) || depth >= mostParents || !isNamed(above.project, named))
    return { file, project, parent: undefined, lacksParent: true }
  seen.add(above.file.path)
  return { file, project, parent: chain(above.file, above.project, seen, depth + 1), lacksParent: false }
}

function pomAt(from: SourceFile, path: string): { file: SourceFile; project: XmlElement } | undefined {
  const file = path.endsWith('.xml') ? from.sibling(path) : undefined
  const root = file === undefined ? undefined : parseXml(file.text()).root
  return file === undefined || root?.name !== 'project' ? undefined : { file, project: root }
}

/** What lies at the default path is only the parent when it has the parent's name. */
function isNamed(project: XmlElement, parent: XmlElement): boolean {
  return textOf(project, 'artifactId') === textOf(parent, 'artifactId')
}

export type Properties = ReadonlyMap<string, string>

/** Properties of a pom and its parents, the nearest first, with the `project.*` values Maven knows of itself. */
export function propertiesOf(pom: MavenPom): Properties {
  const properties = new Map<string, string>()
  for (let at: MavenPom | undefined = pom; at !== undefined; at = at.parent) {
    for (const { name, text } of childNamed(at.project, 'properties')?.children ?? []) {
      if (!properties.has(name)) properties.set(name, text)
    }
  }
  const { groupId, artifactId, version } = coordinatesOf(pom.project)
  const parent = childNamed(pom.project, 'parent')
  const known: [string, string | undefined][] = [
    ['groupId', groupId],
    ['artifactId', artifactId],
    ['version', version],
    ['parent.groupId', textOf(parent, 'groupId')],
    ['parent.version', textOf(parent, 'version')],
    ['parent.artifactId', textOf(parent, 'artifactId')],
  ]
  for (const [name, value] of known) {
    if (value === undefined) continue
    for (const prefix of ['project.', 'pom.', '']) {
      if (!properties.has(`${prefix}${name}`)) properties.set(`${prefix}${name}`, value)
    }
  }
  return properties
}

export function coordinatesOf(project: XmlElement): {
  groupId: string | undefined
  artifactId: string | undefined
  version: string | undefined
} {
  const parent = childNamed(project, 'parent')
  return {
    groupId: textOf(project, 'groupId') ?? textOf(parent, 'groupId'),
    artifactId: textOf(project, 'artifactId'),
    version: textOf(project, 'version') ?? textOf(parent, 'version'),
  }
}

const mostSteps = 200

/** A text with its `${…}` replaced; undefined when one is not known, or they go round in a circle. */
export function interpolate(text: string, properties: Properties): string | undefined {
  let result = text
  for (let step = 0; step < mostSteps && result.length < 1000; step++) {
    const match = /\$\{([^${}]*)\}/.exec(result)
    if (match === null) return result.includes('${') ? undefined : result
    const value = properties.get((match[1] ?? '').trim())
    if (value === undefined) return undefined
    result = result.slice(0, match.index) + value + result.slice(match.index + match[0].length)
  }
  return undefined
}

export type Managed = {
  readonly version: string | undefined
  readonly scope: string | undefined
  readonly isOptional: boolean
}

/** What dependencyManagement says, by `group:artifact:type:classifier`; the nearest pom wins. */
export function managedOf(pom: MavenPom, properties: Properties): ReadonlyMap<string, Managed> {
  const managed = new Map<string, Managed>()
  for (let at: MavenPom | undefined = pom; at !== undefined; at = at.parent) {
    const list = childNamed(childNamed(at.project, 'dependencyManagement'), 'dependencies')
    for (const dependency of childrenNamed(list, 'dependency')) {
      const key = managementKey(dependency, properties)
      if (managed.has(key)) continue
      managed.set(key, {
        version: textOf(dependency, 'version'),
        scope: textOf(dependency, 'scope'),
        isOptional: textOf(dependency, 'optional') === 'true',
      })
    }
  }
  return managed
}

export function managementKey(dependency: XmlElement, properties: Properties): string {
  const fields = [
    textOf(dependency, 'groupId'),
    textOf(dependency, 'artifactId'),
    textOf(dependency, 'type') ?? 'jar',
    textOf(dependency, 'classifier'),
  ]
  return fields.map((field) => interpolate(field ?? '', properties) ?? field ?? '').join(':')
}
