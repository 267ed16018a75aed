/**
 * Writes CycloneDX JSON of a version. Source: the CycloneDX specification 1.6 (ECMA-424) and 1.7.
 *
 * "If the scope is not specified, 'required' scope should be assumed": the format cannot say that a scope is unknown.
 */

import type { DocumentPart, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { licenseFields } from './cyclonedx-licenses.ts'
import { LossList } from './loss-list.ts'
import { outlineOf, type Outline } from './outline.ts'
import { purposeOf, purposeWords } from './purpose.ts'
import { Statements } from './statement.ts'
import type { WriteOptions, Written } from './target.ts'
import { referenceAddress } from './address.ts'
import { wholeSeconds } from './whole-seconds.ts'

export type CycloneDxVersion = {
  readonly specVersion: '1.6' | '1.7'
  /** Names of the enumeration `hash-alg`. */
  readonly hashes: ReadonlySet<string>
  /** Expressions may stand beside other licenses in one list. */
  readonly mixesExpressions: boolean
}

/** The schemas of 1.6 and 1.7 allow no longer version. */
const longestVersion = 1024

const types: Readonly<Record<PartKind, string>> = {
  software: 'library',
  firmware: 'firmware',
  hardware: 'device',
  data: 'data',
  content: 'data',
  model: 'machine-learning-model',
  // A service of the format has no package URL, hash or scope: as a component it keeps them.
  service: 'application',
}
const softwareTypes = purposeWords([
  'application',
  'framework',
  'library',
  'container',
  'platform',
  'operating-system',
  'device-driver',
  'file',
])
const inexactKinds: ReadonlySet<PartKind> = new Set(['content', 'service'])

const scopeNames: Readonly<Record<Scope, string | undefined>> = {
  runtime: 'required',
  optional: 'optional',
  development: 'excluded',
  unknown: undefined,
}

type Fields = Record<string, unknown>
type Subject = Fields & { readonly 'bom-ref': string }

export function writeCycloneDx(document: ReadDocument, options: WriteOptions, version: CycloneDxVersion): Written {
  const lost = new LossList()
  const outline = outlineOf(document, lost)
  const refs = referencesOf(document.parts, outline.order, lost)
  const subject = subjectOf(document, outline, options, new Set(refs), lost)
  const writer = new ComponentWriter(version, lost)
  const components = outline.order.flatMap((index) => {
    const part = document.parts[index]
    if (part === undefined) return []
    const type = purposeOf(document, index, softwareTypes, lost) ?? types[part.kind]
    return [writer.component(part, type, refs[index] ?? '')]
  })
  const bom: Fields = {
    $schema: `http://cyclonedx.org/schema/bom-${version.specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion: version.specVersion,
    serialNumber: `urn:uuid:${options.uuid}`,
    version: 1,
    metadata: {
      timestamp: wholeSeconds(options.created),
      tools: { components: [{ type: 'application', name: 'headwater', version: options.toolVersion }] },
      ...(subject === undefined ? {} : { component: subject }),
    },
    components,
    dependencies: dependencies(outline, refs, subject?.['bom-ref'] ?? ''),
  }
  return { text: `${JSON.stringify(bom, null, 2)}\n`, lost: lost.finish() }
}

class ComponentWriter {
  private readonly version: CycloneDxVersion
  private readonly lost: LossList
  private readonly statements: Statements

  constructor(version: CycloneDxVersion, lost: LossList) {
    this.version = version
    this.lost = lost
    this.statements = new Statements(lost)
  }

  component(part: DocumentPart, type: string, ref: string): Fields {
    const component: Fields = { type, 'bom-ref': ref }
    if (inexactKinds.has(part.kind)) this.lost.add(part.at, 'kind', part.kind)
    if (part.supplier !== undefined) component['supplier'] = { name: part.supplier }
    const [group, name] = groupAndName(part)
    if (group !== undefined) component['group'] = group
    component['name'] = name
    if (part.version !== null && part.version.length > longestVersion) this.lost.add(part.at, 'version', part.version)
    else if (part.version !== null) component['version'] = part.version
    const scope = scopeNames[part.scope]
    if (scope === undefined) this.lost.add(part.at, 'scope', part.scope)
    else component['scope'] = scope
    const hashes = this.hashes(part)
    if (hashes.length > 0) component['hashes'] = hashes
    const { licenses, evidence } = licenseFields(
      part,
      this.statements.of(part),
      this.version.mixesExpressions,
      this.lost,
    )
    if (licenses.length > 0) component['licenses'] = licenses
    if (part.purl !== null) component['purl'] = part.purl
    const address = this.address(part)
    if (address !== undefined) component['externalReferences'] = [{ type: 'vcs', url: address }]
    if (evidence.length > 0) component['evidence'] = { licenses: evidence }
    return component
  }

  private hashes(part: DocumentPart): readonly Fields[] {
    return part.hashes.flatMap(({ algorithm, value }) => {
      if (this.version.hashes.has(algorithm) && isContent(value)) return [{ alg: algorithm, content: value }]
      this.lost.add(part.at, 'hash', `${algorithm} ${value}`)
      return []
    })
  }

  private address({ sourceUrl, at }: DocumentPart): string | undefined {
    if (sourceUrl === undefined) return undefined
    const { url, isExact } = referenceAddress(sourceUrl)
    if (!isExact) this.lost.add(at, 'source-address', sourceUrl)
    return url
  }
}

const contentLengths: ReadonlySet<number> = new Set([32, 40, 64, 96, 128])

/** What the schema allows as a hash, whatever the algorithm. */
function isContent(value: string): boolean {
  return contentLengths.has(value.length) && !/[^a-f0-9]/i.test(value)
}

/** The reference of each part; one that the format keeps for other documents, or that is empty, is replaced. */
function referencesOf(parts: readonly DocumentPart[], order: readonly number[], lost: LossList): readonly string[] {
  const names = parts.map(() => '')
  const taken = new Set<string>()
  const waiting: number[] = []
  for (const index of order) {
    const ref = parts[index]?.ref ?? ''
    if (ref.trim() === '' || ref.startsWith('urn:cdx:') || taken.has(ref)) waiting.push(index)
    else {
      taken.add(ref)
      names[index] = ref
    }
  }
  for (const [position, index] of waiting.entries()) {
    const name = unusedName(`part-${position + 1}`, taken)
    taken.add(name)
    names[index] = name
    lost.add(parts[index]?.at ?? '', 'reference', parts[index]?.ref)
  }
  return names
}

function unusedName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${name}-${count}`
  return candidate
}

function subjectOf(
  { subject }: ReadDocument,
  { uses }: Outline,
  { name }: WriteOptions,
  taken: ReadonlySet<string>,
  lost: LossList,
): Subject | undefined {
  if (subject === null && (uses[0] ?? []).length === 0) return undefined
  if (subject === null) lost.add('', 'subject', name)
  const described = subject ?? { name, version: null, purl: null }
  const ref = described.purl ?? (described.version === null ? described.name : `${described.name}@${described.version}`)
  return {
    type: 'application',
    'bom-ref': unusedName(ref.startsWith('urn:cdx:') ? 'subject' : ref, taken),
    name: described.name,
    ...(described.version === null ? {} : { version: described.version.slice(0, longestVersion) }),
    ...(described.purl === null ? {} : { purl: described.purl }),
  }
}

/** Only parts that are known to need others: one without an entry may need what nobody stated. */
function dependencies({ order, uses }: Outline, refs: readonly string[], subject: string): readonly Fields[] {
  const ofSubject = uses[0] ?? []
  const entries: Fields[] = ofSubject.length === 0 ? [] : [{ ref: subject, dependsOn: ofSubject.map((to) => refs[to]) }]
  for (const index of order) {
    const used = uses[index + 1] ?? []
    if (used.length > 0) entries.push({ ref: refs[index], dependsOn: used.map((to) => refs[to]) })
  }
  return entries
}

/** The package types whose tools write a group, and what joins it to the name. */
const grouped: readonly (readonly [prefix: string, pattern: RegExp])[] = [
  ['pkg:npm/%40', /^(@[^/:]+)\/([^/]+)$/],
  ['pkg:maven/', /^([^:/]+):([^:]+)$/],
  ['pkg:composer/', /^([^/]+)\/([^/]+)$/],
]

function groupAndName({ purl, name }: DocumentPart): readonly [group: string | undefined, name: string] {
  if (purl === null) return [undefined, name]
  for (const [prefix, pattern] of grouped) {
    if (!purl.startsWith(prefix)) continue
    const match = pattern.exec(name)
    if (match?.[1] !== undefined && match[2] !== undefined && match[1].trim() !== '' && match[2].trim() !== '')
      return [match[1], match[2]]
  }
  return [undefined, name]
}
