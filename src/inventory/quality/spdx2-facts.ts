/** What an SPDX 2 document says about itself and its packages. Source: the SPDX specification 2.3. */

import type { Completeness, DocumentFacts, Identifier, PartFacts, Party, StatedHash } from '#domain/document-facts.ts'
import { isRecord, listIn, recordIn, textIn, type Foreign } from '#inventory/foreign.ts'
import { useRelations } from '#inventory/spdx-relations.ts'
import { given, some } from './cyclonedx-facts.ts'
import { partyOfLine } from './party.ts'

/**
 * @param document in the shape of the JSON
 * @param packages those that became parts, in their order
 */
export function spdx2Facts(document: Foreign, packages: readonly Foreign[]): DocumentFacts {
  const creation = recordIn(document, 'creationInfo') ?? {}
  const creators = listIn(creation, 'creators').filter((line) => typeof line === 'string')
  const relations = relationsOf(document)
  const context = /\bsbom\s?type\s?:?\s?(design|source|build|analyzed|deployed|runtime)\b/i.exec(
    textIn(creation, 'comment') ?? textIn(document, 'comment') ?? '',
  )
  let vulnerabilities = 0
  for (const element of packages) vulnerabilities += securityReferences(element)
  return {
    timestamp: textIn(creation, 'created') ?? null,
    authors: creators.flatMap((line) => partiesOf(line)),
    tools: creators.flatMap((line) => toolOf(line) ?? []),
    supplier: null,
    manufacturer: null,
    identity: textIn(document, 'documentNamespace') ?? null,
    // SPDX 2 has no field for it; some tools put it into the comment.
    lifecycles: context?.[1] === undefined ? [] : [context[1].toLowerCase()],
    dataLicense: textIn(document, 'dataLicense') ?? null,
    signature: null,
    vulnerabilities,
    completeness: null,
    subject: null,
    subjectRef: describedRef(document),
    parts: packages.map((element) => packageFacts(element, relations)),
  }
}

function partiesOf(line: string): readonly Party[] {
  const party = partyOfLine(line)
  return party === undefined ? [] : [party]
}

function describedRef(document: Foreign): string | null {
  const [named] = listIn(document, 'documentDescribes')
  if (typeof named === 'string') return named
  for (const relation of listIn(document, 'relationships')) {
    if (!isRecord(relation)) continue
    const type = (textIn(relation, 'relationshipType') ?? '').toUpperCase()
    if (type === 'DESCRIBES') return textIn(relation, 'relatedSpdxElement') ?? null
    if (type === 'DESCRIBED_BY') return textIn(relation, 'spdxElementId') ?? null
  }
  return null
}

type Relations = { readonly users: ReadonlySet<string>; readonly claims: ReadonlyMap<string, Completeness> }

/** `X DEPENDS_ON NONE` says that there is nothing, `NOASSERTION` that nobody knows. */
function relationsOf(document: Foreign): Relations {
  const users = new Set<string>()
  const claims = new Map<string, Completeness>()
  for (const relation of listIn(document, 'relationships')) {
    if (!isRecord(relation)) continue
    const use = useRelations.get((textIn(relation, 'relationshipType') ?? '').toUpperCase().replaceAll('-', '_'))
    const from = textIn(relation, 'spdxElementId')
    const to = textIn(relation, 'relatedSpdxElement')
    if (use === undefined || from === undefined || to === undefined) continue
    users.add(use.isBackward ? to : from)
    if (to === 'NONE') claims.set(from, 'complete')
    else if (to === 'NOASSERTION') claims.set(from, 'unknown')
  }
  return { users, claims }
}

function packageFacts(element: Foreign, { users, claims }: Relations): PartFacts {
  const id = textIn(element, 'SPDXID')
  const location = asserted(textIn(element, 'downloadLocation'))
  const isRepository = location !== undefined && /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/.test(location)
  return {
    ...given('supplier', partyOfLine(textIn(element, 'supplier'))),
    ...given('manufacturer', partyOfLine(textIn(element, 'originator'))),
    ...given('identifiers', some(identifiersOf(element))),
    ...given('filename', textIn(element, 'packageFileName')),
    ...given('purpose', textIn(element, 'primaryPackagePurpose')),
    ...given('sourceUrl', isRepository ? location : undefined),
    ...given('sourceInfo', textIn(element, 'sourceInfo')),
    ...given('deployableUrl', isRepository ? undefined : location),
    ...given('deployableHashes', some(checksumsOf(element))),
    ...given('completeness', id === undefined ? undefined : claims.get(id)),
    ...given('saysWhatItUses', id !== undefined && users.has(id) ? (true as const) : undefined),
  }
}

function asserted(text: string | undefined): string | undefined {
  return text === undefined || /^(?:NOASSERTION|NONE)$/i.test(text.trim()) ? undefined : text
}

const identifierKinds: readonly (readonly [RegExp, Identifier['kind']])[] = [
  [/(?:^|[/#])purl$/i, 'purl'],
  [/(?:^|[/#])cpe2[23]Type$/i, 'cpe'],
  [/(?:^|[/#])swid$/i, 'swid'],
  [/(?:^|[/#])swh$/i, 'swhid'],
  [/(?:^|[/#])gitoid$/i, 'omnibor'],
]

function identifiersOf(element: Foreign): Identifier[] {
  return listIn(element, 'externalRefs').flatMap((reference) => {
    if (!isRecord(reference)) return []
    const type = textIn(reference, 'referenceType') ?? ''
    const kind = identifierKinds.find(([pattern]) => pattern.test(type))?.[1]
    const value = textIn(reference, 'referenceLocator')
    return kind === undefined || value === undefined ? [] : [{ kind, value }]
  })
}

function securityReferences(element: Foreign): number {
  return listIn(element, 'externalRefs').filter(
    (reference) => isRecord(reference) && /^(?:advisory|fix)$/.test(textIn(reference, 'referenceType') ?? ''),
  ).length
}

function checksumsOf(element: Foreign): StatedHash[] {
  return listIn(element, 'checksums').flatMap((checksum) => {
    const algorithm = isRecord(checksum) ? textIn(checksum, 'algorithm') : undefined
    const value = isRecord(checksum) ? textIn(checksum, 'checksumValue') : undefined
    return algorithm === undefined || value === undefined ? [] : [{ algorithm, value }]
  })
}

/** `Tool: NAME-VERSION`; what follows the last hyphen is a version when it has a digit. */
function toolOf(line: string): { readonly name: string; readonly version: string | null } | undefined {
  const label = /^\s*Tool\s*:/i.exec(line)?.[0]
  const text = label === undefined ? '' : line.slice(label.length).trim()
  if (text === '') return undefined
  const hyphen = text.lastIndexOf('-')
  const version = hyphen > 0 ? text.slice(hyphen + 1) : ''
  return /\d/.test(version) ? { name: text.slice(0, hyphen), version } : { name: text, version: null }
}
