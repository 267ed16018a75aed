/** Checks XML against an XML schema, in a thread of its own that reaches neither files nor the network. */

import { memoryPages, validateXML } from 'xmllint-wasm'

export type XmlSchemaError = { readonly line: number | null; readonly message: string }

/** Room for a document of some 100 MB; the memory is taken as it is needed. */
const mostMemory = memoryPages.GiB * 2

/**
 * What the schema finds wrong; empty when the document follows it. A checker that ends by itself, for lack of memory or by
 * a document that it cannot take, gives an error without a line.
 *
 * @param imported schemas that the schema imports, by the file name it uses
 */
export async function checkXmlSchema(
  xml: Uint8Array,
  schema: string,
  imported: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly XmlSchemaError[]> {
  try {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'document.xml', contents: xml }],
      schema: [{ fileName: 'schema.xsd', contents: schema }],
      preload: imported.map(({ name, text }) => ({ fileName: name, contents: text })),
      initialMemoryPages: memoryPages.MiB * 32,
      maxMemoryPages: mostMemory,
      modifyArguments: (given) => ['--nonet', ...given],
    })
    if (valid) return []
    const located = errors.flatMap(({ loc, message }) =>
      loc === null ? [] : [{ line: loc.lineNumber, message: plain(message) }],
    )
    return located.length > 0
      ? located
      : [{ line: null, message: errors[0]?.message ?? 'the document does not follow its schema' }]
  } catch (error) {
    return [{ line: null, message: `the document could not be checked: ${firstLine(error)}` }]
  }
}

/** Without the checker's own labels and the namespaces in front of names. */
function plain(message: string): string {
  return message
    .replace(/^(?:element \S+: )?(?:Schemas (?:validity|parser) error|parser error|namespace error) ?: /, '')
    .replaceAll(/\{[^{}\s]*\}/g, '')
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
