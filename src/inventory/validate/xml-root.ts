/** What stands at the beginning of an XML document, without reading the rest. */

import { SaxesParser } from 'saxes'

export type XmlRoot = {
  /** With its prefix, as written. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The document type in front of the root has declarations of its own. */
  readonly hasDeclarations: boolean
}

const pieceLength = 4096

/** Undefined when the text breaks before its root element is complete. */
export function xmlRoot(text: string): XmlRoot | undefined {
  const parser = new SaxesParser()
  const seen: { root: XmlRoot | undefined; isBroken: boolean; hasDeclarations: boolean } = {
    root: undefined,
    isBroken: false,
    hasDeclarations: false,
  }
  parser.on('error', () => {
    seen.isBroken = true
  })
  parser.on('doctype', (doctype) => {
    seen.hasDeclarations = doctype.includes('[')
  })
  parser.on('opentag', ({ name, attributes }) => {
    seen.root ??= { name, attributes, hasDeclarations: seen.hasDeclarations }
  })
  for (let at = 0; at < text.length && seen.root === undefined && !seen.isBroken; at += pieceLength)
    parser.write(text.slice(at, at + pieceLength))
  return seen.root
}
