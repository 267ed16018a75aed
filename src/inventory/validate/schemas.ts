/** The published schema files as values: the pure checks get them from outside. */

export type JsonSchemas = {
  readonly main: Readonly<Record<string, unknown>>
  /** Schemas that the main one refers to. Each carries the name under which it is referred to, relative to the main one's. */
  readonly referenced: readonly { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }[]
}

export type XmlSchemas = {
  /** Text of the XML schema. */
  readonly main: string
  /** Schemas it imports, by the file name it uses. */
  readonly imported: readonly { readonly name: string; readonly text: string }[]
}

/** Schemas of CycloneDX by version (`1.6`); undefined for a version without one. Asked only for the version needed. */
export type Schemas = {
  readonly cycloneDxJson: (version: string) => JsonSchemas | undefined
  readonly cycloneDxXml: (version: string) => XmlSchemas | undefined
}
