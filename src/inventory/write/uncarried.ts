/**
 * What a JSON document states and a `ReadDocument` does not hold: writing it anew loses that whatever the target. Each kind
 * of field is listed once with the number of its occurrences, under its place with `*` for any position in a list.
 */

import { isRecord, type Foreign } from '#inventory/foreign.ts'
import { describes, useRelations } from '#inventory/spdx-relations.ts'
import type { Loss } from './target.ts'

/** What of a value is carried over: all of it, some of its fields, or what the test says (of each entry of a list). */
type Carried = true | Fields | ((value: unknown) => boolean)
type Fields = { readonly [key: string]: Carried }

/** @param format `CycloneDX` or `SPDX`; other formats have nothing that a target could hold beyond parts */
export function uncarriedFields(format: string, document: Foreign): readonly Loss[] {
  const counts = new Map<string, number>()
  const count = (path: string): void => void counts.set(path, (counts.get(path) ?? 0) + 1)
  if (format === 'CycloneDX') walk(document, cycloneDx, '', count)
  else if (format === 'SPDX' && Array.isArray(document['@graph'])) walkGraph(document['@graph'], count)
  else if (format === 'SPDX') walk(document, spdx2, '', count)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([where, times]) => ({ where, what: 'field', detail: String(times) }))
}

/** Readers refuse what is nested deeper, and say so. */
const deepest = 200

function walk(value: unknown, carried: Carried, path: string, count: (path: string) => void, depth = 0): void {
  if (carried === true || isEmpty(value) || depth > deepest) return
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) walk(item, carried, `${path}/*`, count, depth + 1)
  } else if (typeof carried === 'function') {
    if (!carried(value)) count(path)
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) {
      const known = Object.hasOwn(carried, key) ? carried[key] : undefined
      if (known === undefined) {
        if (!isEmpty(value[key])) count(`${path}/${key}`)
      } else if (known === component && path !== '') nested(value[key], `${path}/${key}`, count, depth + 1)
      else walk(value[key], known, `${path}/${key}`, count, depth + 1)
    }
  }
}

/** Components inside others are taken like the rest; that they stand inside is not. */
function nested(list: unknown, path: string, count: (path: string) => void, depth: number): void {
  if (!Array.isArray(list) || list.length === 0) return
  count(path)
  for (const item of list as readonly unknown[]) walk(item, component, '/components/*', count, depth + 1)
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 'NOASSERTION') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

const licenses: Fields = {
  license: { id: true, name: true, acknowledgement: true },
  expression: true,
  acknowledgement: true,
}

const component: { [key: string]: Carried } = {
  type: true,
  'bom-ref': true,
  group: true,
  name: true,
  version: true,
  scope: true,
  purl: true,
  hashes: { alg: true, content: true },
  licenses,
  supplier: { name: true },
  evidence: { licenses },
  externalReferences: (reference) =>
    isRecord(reference) &&
    reference['type'] === 'vcs' &&
    Object.keys(reference).every((key) => ['type', 'url'].includes(key)),
}
component['components'] = component

const cycloneDx: Fields = {
  $schema: true,
  bomFormat: true,
  specVersion: true,
  version: true,
  metadata: {
    component: {
      type: true,
      'bom-ref': true,
      group: true,
      name: true,
      version: true,
      purl: true,
      components: component,
    },
  },
  components: component,
  // They have a line of their own in the list of losses.
  services: true,
  dependencies: { ref: true, dependsOn: true },
}

const spdx2: Fields = {
  spdxVersion: true,
  SPDXID: true,
  dataLicense: true,
  documentDescribes: true,
  packages: {
    SPDXID: true,
    name: true,
    versionInfo: true,
    filesAnalyzed: true,
    licenseConcluded: true,
    licenseDeclared: true,
    licenseInfoFromFiles: true,
    primaryPackagePurpose: true,
    checksums: { algorithm: true, checksumValue: true },
    supplier: (text) => typeof text === 'string' && /^\s*Organization:/.test(text),
    downloadLocation: (text) =>
      text === 'NONE' || (typeof text === 'string' && /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/.test(text)),
    copyrightText: (text) => text === 'NONE',
    externalRefs: (reference) => isRecord(reference) && /(?:^|[/#])purl$/.test(String(reference['referenceType'])),
  },
  relationships: (relation) => {
    const type = isRecord(relation) ? String(relation['relationshipType']).toUpperCase().replaceAll('-', '_') : ''
    return useRelations.has(type) || describes.has(type) || type === 'DESCRIBED_BY'
  },
}

const element: Fields = { type: true, spdxId: true, '@id': true, creationInfo: true }

const spdx3: Readonly<Record<string, Carried>> = {
  software_Package: {
    ...element,
    name: true,
    software_packageVersion: true,
    software_packageUrl: true,
    software_primaryPurpose: true,
    software_downloadLocation: (text) =>
      typeof text === 'string' && /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/.test(text),
    suppliedBy: true,
    verifiedUsing: { type: true, algorithm: true, hashValue: true },
    externalRef: (reference) => isRecord(reference) && reference['externalRefType'] === 'vcs',
    externalIdentifier: (identifier) => isRecord(identifier) && identifier['externalIdentifierType'] === 'packageUrl',
  },
  CreationInfo: { type: true, '@id': true, specVersion: true },
  SpdxDocument: { ...element, rootElement: true, element: true, profileConformance: true },
  software_Sbom: { ...element, rootElement: true, element: true },
  Organization: { ...element, name: true },
  Relationship: true,
  LifecycleScopedRelationship: true,
  simplelicensing_LicenseExpression: true,
}

function walkGraph(graph: readonly unknown[], count: (path: string) => void): void {
  for (const value of graph) {
    if (!isRecord(value)) continue
    const type = String(value['type'])
    const isModel = type === 'ai_AIPackage' || type === 'dataset_DatasetPackage'
    const carried = isModel ? spdx3['software_Package'] : Object.hasOwn(spdx3, type) ? spdx3[type] : undefined
    if (carried === undefined) count(`/@graph/*[${type}]`)
    else walk(value, carried, `/@graph/*[${type}]`, count)
  }
}
