/** What a CycloneDX document says about itself and its components. Source: the CycloneDX specification 1.0–1.7. */

import type { Completeness, DocumentFacts, Identifier, PartFacts, Party, StatedHash } from '#domain/document-facts.ts'
import { isRecord, listIn, recordIn, textIn, type Foreign } from '#inventory/foreign.ts'
import { organizationParty, personParty } from './party.ts'

/**
 * @param bom in the shape of the JSON
 * @param components those that became parts, in their order
 */
export function cycloneDxFacts(bom: Foreign, components: readonly Foreign[]): DocumentFacts {
  const metadata = recordIn(bom, 'metadata') ?? {}
  const described = recordIn(metadata, 'component')
  const claims = claimsOf(bom)
  const listed = new Set<string>()
  for (const entry of listIn(bom, 'dependencies')) if (isRecord(entry)) listed.add(textIn(entry, 'ref') ?? '')
  const facts = (component: Foreign): PartFacts => componentFacts(component, claims.byRef, listed)
  return {
    timestamp: textIn(metadata, 'timestamp') ?? null,
    authors: listIn(metadata, 'authors').flatMap((author) => personParty(author) ?? []),
    tools: toolsOf(metadata),
    supplier: organizationParty(metadata, 'supplier') ?? null,
    // `manufacture` until 1.5.
    manufacturer: organizationParty(metadata, 'manufacturer') ?? organizationParty(metadata, 'manufacture') ?? null,
    identity: textIn(bom, 'serialNumber') ?? null,
    lifecycles: listIn(metadata, 'lifecycles').flatMap((phase) =>
      isRecord(phase) ? (textIn(phase, 'phase') ?? textIn(phase, 'name') ?? []) : [],
    ),
    dataLicense: dataLicense(metadata),
    signature: signatureOf(bom),
    vulnerabilities: listIn(bom, 'vulnerabilities').length,
    completeness: claims.whole,
    subject: described === undefined ? null : facts(described),
    subjectRef: described === undefined ? null : (textIn(described, 'bom-ref') ?? null),
    parts: components.map(facts),
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const nothing: ReadonlyMap<string, string> = new Map()

/** Field by field, since a document may have a million components: each object on the way would count. */
function componentFacts(
  component: Foreign,
  claims: ReadonlyMap<string, Completeness>,
  listed: ReadonlySet<string>,
): PartFacts {
  const facts: Mutable<PartFacts> = {}
  const set = <Key extends keyof PartFacts>(key: Key, value: PartFacts[Key] | undefined): void => {
    if (value !== undefined) facts[key] = value
  }
  set('supplier', organizationParty(component, 'supplier') ?? publisherOf(component))
  set('manufacturer', organizationParty(component, 'manufacturer') ?? authorOf(component))
  set('identifiers', some(identifiersOf(component)))
  set('purpose', textIn(component, 'type'))
  if (component['properties'] !== undefined) {
    const properties = propertiesOf(component)
    set('filename', properties.get('bsi:component:filename'))
    set('executable', properties.get('bsi:component:executable'))
    set('archive', properties.get('bsi:component:archive'))
    set('structured', properties.get('bsi:component:structured'))
    set(
      'effectiveLicense',
      properties.get('bsi:component:effectiveLicence') ?? properties.get('bsi:component:effectiveLicense'),
    )
  }
  if (component['externalReferences'] !== undefined) {
    const references = listIn(component, 'externalReferences').filter(isRecord)
    const ofType = (...types: readonly string[]): Foreign | undefined =>
      references.find((reference) => types.includes(textIn(reference, 'type') ?? ''))
    const source = ofType('source-distribution') ?? ofType('vcs')
    const deployable = ofType('distribution') ?? ofType('distribution-intake')
    if (source !== undefined) {
      set('sourceUrl', textIn(source, 'url'))
      set('sourceHashes', some(hashesOf(source)))
    }
    if (deployable !== undefined) {
      set('deployableUrl', textIn(deployable, 'url'))
      set('deployableHashes', some(hashesOf(deployable)))
    }
    set('securityContact', textIn(ofType('rfc-9116') ?? {}, 'url'))
  }
  const ref = textIn(component, 'bom-ref')
  if (ref !== undefined) {
    set('completeness', claims.get(ref))
    if (listed.has(ref)) facts.saysWhatItUses = true
  }
  return facts
}

function propertiesOf(component: Foreign): ReadonlyMap<string, string> {
  let properties: Map<string, string> | undefined
  for (const property of listIn(component, 'properties')) {
    const name = isRecord(property) ? textIn(property, 'name') : undefined
    const value = isRecord(property) ? textIn(property, 'value') : undefined
    if (name?.startsWith('bsi:') !== true || value === undefined) continue
    properties ??= new Map()
    properties.set(name, value)
  }
  return properties ?? nothing
}

/** A property that is left out when there is no value. */
export function given<Key extends keyof PartFacts>(key: Key, value: PartFacts[Key] | undefined): PartFacts {
  return value === undefined ? {} : { [key]: value }
}

export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

function publisherOf(component: Foreign): Party | undefined {
  return textIn(component, 'publisher') === undefined ? undefined : { kind: 'unknown', contact: null }
}

function authorOf(component: Foreign): Party | undefined {
  for (const author of listIn(component, 'authors')) {
    const party = personParty(author)
    if (party !== undefined) return party
  }
  return textIn(component, 'author') === undefined ? undefined : { kind: 'unknown', contact: null }
}

function identifiersOf(component: Foreign): Identifier[] {
  const found: Identifier[] = []
  const add = (kind: Identifier['kind'], value: unknown): void => {
    if (typeof value === 'string' && value.trim() !== '') found.push({ kind, value })
  }
  add('purl', component['purl'])
  add('cpe', component['cpe'])
  add('swid', recordIn(component, 'swid')?.['tagId'])
  for (const value of listIn(component, 'swhid')) add('swhid', value)
  for (const value of listIn(component, 'omniborId')) add('omnibor', value)
  // A list that grew keeps room for sixteen more; a copy has none.
  return found.slice()
}

function hashesOf(reference: Foreign): StatedHash[] {
  return listIn(reference, 'hashes').flatMap((hash) => {
    const algorithm = isRecord(hash) ? textIn(hash, 'alg') : undefined
    const value = isRecord(hash) ? textIn(hash, 'content') : undefined
    return algorithm === undefined || value === undefined ? [] : [{ algorithm, value }]
  })
}

/** A list until 1.4; from 1.5 on also components and services. */
function toolsOf(metadata: Foreign): { readonly name: string; readonly version: string | null }[] {
  const tools = metadata['tools']
  const entries = isRecord(tools)
    ? [...listIn(tools, 'components'), ...listIn(tools, 'services')]
    : listIn(metadata, 'tools')
  return entries.flatMap((tool) => {
    const name = isRecord(tool) ? textIn(tool, 'name') : undefined
    return !isRecord(tool) || name === undefined ? [] : [{ name, version: textIn(tool, 'version') ?? null }]
  })
}

function dataLicense(metadata: Foreign): string | null {
  for (const choice of listIn(metadata, 'licenses')) {
    if (!isRecord(choice)) continue
    const license = recordIn(choice, 'license') ?? {}
    const text = textIn(choice, 'expression') ?? textIn(license, 'id') ?? textIn(license, 'name')
    if (text !== undefined) return text
  }
  return null
}

function signatureOf(bom: Foreign): DocumentFacts['signature'] {
  const stated = recordIn(bom, 'signature')
  if (stated === undefined) return null
  const [inner] = [...listIn(stated, 'signers'), ...listIn(stated, 'chain')].filter(isRecord)
  const signature = inner ?? stated
  if (textIn(signature, 'algorithm') === undefined || textIn(signature, 'value') === undefined) return null
  const hasKey = recordIn(signature, 'publicKey') !== undefined || listIn(signature, 'certificatePath').length > 0
  return hasKey ? 'verifiable' : 'without-key'
}

type Claims = { readonly whole: Completeness | null; readonly byRef: ReadonlyMap<string, Completeness> }

/** The first claim about a reference counts; a composition that names none speaks about the whole document. */
function claimsOf(bom: Foreign): Claims {
  const byRef = new Map<string, Completeness>()
  let whole: Completeness | null = null
  for (const composition of listIn(bom, 'compositions')) {
    if (!isRecord(composition)) continue
    const claim = claimOf(textIn(composition, 'aggregate'))
    if (claim === undefined) continue
    const named = [...listIn(composition, 'dependencies'), ...listIn(composition, 'assemblies')]
    if (named.length === 0 && listIn(composition, 'vulnerabilities').length === 0) whole ??= claim
    for (const ref of named) if (typeof ref === 'string' && !byRef.has(ref)) byRef.set(ref, claim)
  }
  return { whole, byRef }
}

function claimOf(aggregate: string | undefined): Completeness | undefined {
  if (aggregate === 'complete' || aggregate === 'unknown') return aggregate
  return aggregate?.startsWith('incomplete') === true ? 'incomplete' : undefined
}
