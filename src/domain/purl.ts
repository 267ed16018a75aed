/** The parts of a package URL. Parsing and the rules per type are in `#ecosystems/purl.ts`. */
export type Purl = {
  /** Lower case, for example `npm`. */
  readonly type: string
  readonly namespace: string | null
  readonly name: string
  readonly version: string | null
  readonly qualifiers: Readonly<Record<string, string>> | null
  readonly subpath: string | null
}
