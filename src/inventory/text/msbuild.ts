/** Package references in MSBuild files: projects, Directory.Packages.props, packages.config. */

import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from './collector.ts'
import { openText } from './open.ts'
import { lines } from './place.ts'
import type { XmlElement } from './xml.ts'
import { childrenNamed, descendantsNamed, parseXml, textOf } from './xml.ts'

/** Reads the elements of the given names as parts. Properties set in the same file are put in for `$(Name)`. */
export function readMsbuild(file: SourceFile, id: string, format: string, elements: readonly string[]): ReadDocument {
  const into = new Collector(id, format)
  const text = openText(file, into)
  if (text === '') return into.finish()
  const { root, errorLine } = parseXml(text)
  if (errorLine !== null) into.odd('not-xml', lines(errorLine))
  const properties = propertiesOf(root)
  const central = elements.includes('PackageVersion') ? new Map<string, string>() : centralVersions(file)
  for (const name of elements) {
    for (const element of descendantsNamed(root, name)) take(element, properties, central, into)
  }
  return into.finish()
}

const mostFoldersUp = 10

/** What the nearest Directory.Packages.props above a project sets, by lower-case name. */
function centralVersions(file: SourceFile): Map<string, string> {
  const versions = new Map<string, string>()
  for (let up = 0; up < mostFoldersUp; up++) {
    const props = file.sibling(`${'../'.repeat(up)}Directory.Packages.props`)
    if (props === undefined) continue
    const { root } = parseXml(props.text())
    const properties = propertiesOf(root)
    for (const { attributes } of descendantsNamed(root, 'PackageVersion')) {
      const version = expand(attributes['Version'] ?? '', properties)
      if (version !== undefined) versions.set((attributes['Include'] ?? '').toLowerCase(), version)
    }
    break
  }
  return versions
}

function take(
  element: XmlElement,
  properties: ReadonlyMap<string, string>,
  central: ReadonlyMap<string, string>,
  into: Collector,
): void {
  const { attributes } = element
  const at = lines(element.firstLine, element.lastLine)
  const stated = attributes['Include'] ?? attributes['Update'] ?? attributes['id']
  if (stated === undefined || stated.trim() === '') return into.refuse(at, 'part-without-name')
  const name = expand(stated.trim(), properties) ?? stated.trim()
  const range =
    attributes['VersionOverride'] ??
    attributes['Version'] ??
    textOf(element, 'Version') ??
    attributes['version'] ??
    attributes['Value'] ??
    central.get(name.toLowerCase()) ??
    ''
  const version = expand(range.trim(), properties)
  const exact = exactVersion(version)
  const isForDevelopment =
    attributes['developmentDependency'] === 'true' ||
    /^all$/i.test(attributes['PrivateAssets'] ?? textOf(element, 'PrivateAssets') ?? '')
  const scope = isForDevelopment || element.name === 'GlobalPackageReference' ? 'development' : 'runtime'
  const index = into.take({
    ref: name,
    at,
    ecosystem: name.includes('$(') ? null : 'NuGet',
    name,
    version: exact,
    range: exact === null && range.trim() !== '' ? range : undefined,
    scope,
  })
  if (element.name !== 'PackageVersion' && element.name !== 'package') into.root(index, scope)
}

/** A bare version is the lowest that is allowed, and what NuGet takes when it is there; `[1.2]` is exact. */
function exactVersion(version: string | undefined): string | null {
  if (version === undefined || version === '') return null
  const pinned = /^\[\s*([^\s,[\]()]+)\s*\]$/.exec(version)?.[1]
  return pinned ?? (/^\d[\w.+-]*$/.test(version) ? version : null)
}

function propertiesOf(root: XmlElement | undefined): Map<string, string> {
  const properties = new Map<string, string>()
  for (const group of childrenNamed(root, 'PropertyGroup'))
    for (const { name, text } of group.children) properties.set(name, text)
  return properties
}

const mostSteps = 50

function expand(text: string, properties: ReadonlyMap<string, string>): string | undefined {
  let result = text
  for (let step = 0; step < mostSteps && result.length < 1000; step++) {
    const match = /\$\(([\w.-]+)\)/.exec(result)
    if (match === null) return result.includes('$(') ? undefined : result
    const value = properties.get(match[1] ?? '')
    if (value === undefined) return undefined
    result = result.slice(0, match.index) + value + result.slice(match.index + match[0].length)
  }
  return undefined
}
