/** Turns CycloneDX in Protocol Buffers text format into the shape of its JSON. */

import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { lastText, messagesOf, parseTextFormat, type Message } from './text-format.ts'

type Shape = Record<string, unknown>

export function shapeCycloneDxTextproto(reader: string, file: SourceFile): ShapedDocument {
  const { root, issues } = parseTextFormat(file.text())
  const origins = new Map<object, Message>()
  return {
    reader,
    document: bom(root, origins),
    prefix: '',
    issues,
    unreachable: [],
    placeOf: (element, pointer) => origins.get(element)?.at ?? pointer,
    isCutOff: (element) => origins.get(element)?.isCutOff === true,
  }
}

function bom(root: Message, origins: Map<object, Message>): Shape {
  const [metadata] = messagesOf(root, 'metadata')
  const [described] = messagesOf(metadata, 'component')
  return {
    specVersion: lastText(root, 'spec_version'),
    metadata: described === undefined ? undefined : { component: component(described, origins) },
    components: messagesOf(root, 'components').map((message) => component(message, origins)),
    services: services(root),
    vulnerabilities: messagesOf(root, 'vulnerabilities').map(refOnly),
    compositions: messagesOf(root, 'compositions').map(refOnly),
    dependencies: messagesOf(root, 'dependencies').map((message) => {
      const used = messagesOf(message, 'dependencies').map((inner) => lastText(inner, 'ref'))
      return made(message, { ref: lastText(message, 'ref'), dependsOn: used }, origins)
    }),
  }
}

function component(message: Message, origins: Map<object, Message>): Shape {
  const [evidence] = messagesOf(message, 'evidence')
  const shape = {
    ...refOnly(message),
    type: named(lastText(message, 'type'), 'CLASSIFICATION_'),
    group: lastText(message, 'group'),
    name: lastText(message, 'name'),
    version: lastText(message, 'version'),
    scope: named(lastText(message, 'scope'), 'SCOPE_'),
    purl: lastText(message, 'purl'),
    publisher: lastText(message, 'publisher'),
    supplier: { name: lastText(messagesOf(message, 'supplier')[0], 'name') },
    manufacturer: { name: lastText(messagesOf(message, 'manufacturer')[0], 'name') },
    hashes: messagesOf(message, 'hashes').map((hash) => {
      return { alg: named(lastText(hash, 'alg'), 'HASH_ALG_'), content: lastText(hash, 'value') }
    }),
    licenses: licenses(message),
    evidence: evidence === undefined ? undefined : { licenses: licenses(evidence) },
    externalReferences: messagesOf(message, 'external_references').map((reference) => {
      return { type: named(lastText(reference, 'type'), 'EXTERNAL_REFERENCE_TYPE_'), url: lastText(reference, 'url') }
    }),
    components: messagesOf(message, 'components').map((inner) => component(inner, origins)),
  }
  return made(message, shape, origins)
}

function licenses(parent: Message): Shape[] {
  return messagesOf(parent, 'licenses').map((choice) => {
    const [license] = messagesOf(choice, 'license')
    const [details] = messagesOf(choice, 'expression_detailed')
    const expression = lastText(choice, 'expression') ?? lastText(details, 'expression')
    const acknowledgement = named(
      lastText(license ?? details ?? choice, 'acknowledgement'),
      'LICENSE_ACKNOWLEDGEMENT_ENUMERATION_',
    )
    if (license === undefined) return { expression, acknowledgement }
    return {
      license: {
        id: lastText(license, 'id'),
        name: lastText(license, 'name'),
        url: lastText(license, 'url'),
        acknowledgement,
      },
    }
  })
}

function services(parent: Message): Shape[] {
  return messagesOf(parent, 'services').map((message) => ({ ...refOnly(message), services: services(message) }))
}

function refOnly(message: Message): Shape {
  return { 'bom-ref': lastText(message, 'bom_ref') }
}

function made(message: Message, shape: Shape, origins: Map<object, Message>): Shape {
  origins.set(shape, message)
  return shape
}

/** `CLASSIFICATION_OPERATING_SYSTEM` is `operating-system` in JSON. */
function named(value: string | undefined, prefix: string): string | undefined {
  return value?.replace(prefix, '').toLowerCase().replaceAll('_', '-')
}
