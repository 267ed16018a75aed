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
    parts: components.map(facts),
  }
}

function componentFacts(
  component: Foreign,
  claims: ReadonlyMap<string, Completeness>,
  listed: ReadonlySet<string>,
): PartFacts {
  const ref = textIn(component, 'bom-ref')
  const references = listIn(component, 'externalReferences').filter(isRecord)
  const ofType = (...types: readonly string[]): Foreign | undefined =>
    references.find((reference) => types.includes(textIn(reference, 'type') ?? ''))
  const source = ofType('source-distribution') ?? ofType('vcs')
  const deployable = ofType('distribution') ?? ofType('distribution-intake')
  const properties = new Map<string, string>()
  for (const property of listIn(component, 'properties')) {
    const value = isRecord(property) ? textIn(property, 'value') : undefined
    if (isRecord(property) && value !== undefined) properties.set(textIn(property, 'name') ?? '', value)
  }
  return {
    ...given('supplier', organizationParty(component, 'supplier') ?? publisherOf(component)),
    ...given('manufacturer', organizationParty(component, 'manufacturer') ?? authorOf(component)),
    ...given('identifiers', some(identifiersOf(component))),
    ...given('filename', properties.get('bsi:component:filename')),
    ...given('purpose', textIn(component, 'type')),
    ...given('executable', properties.get('bsi:component:executable')),
    ...given('archive', properties.get('bsi:component:archive')),
    ...given('structured', properties.get('bsi:component:structured')),
    ...given('sourceUrl', source === undefined ? undefined : textIn(source, 'url')),
    ...given('sourceHashes', source === undefined ? undefined : some(hashesOf(source))),
    ...given('deployableUrl', deployable === undefined ? undefined : textIn(deployable, 'url')),
    ...given('deployableHashes', deployable === undefined ? undefined : some(hashesOf(deployable))),
    ...given(
      'effectiveLicense',
      properties.get('bsi:component:effectiveLicence') ?? properties.get('bsi:component:effectiveLicense'),
    ),
    ...given('securityContact', textIn(ofType('rfc-9116') ?? {}, 'url')),
    ...given('completeness', ref === undefined ? undefined : claims.get(ref)),
    ...given('saysWhatItUses', ref !== undefined && listed.has(ref) ? (true as const) : undefined),
  }
}

/** A property that is left out when there is no value. */
export function given<Key extends keyof PartFacts>(key: Key, value: PartFacts[Key] | undefined): PartFacts {
  return value === undefined ? {} : ({ [key]: value } as PartFacts)
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
  return found
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
