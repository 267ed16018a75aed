/** `name@…` as yarn berry and bun write what a request resolved to. */

export type NpmResolution = { readonly name: string; readonly protocol: string; readonly rest: string }

/** `@scope/name@npm:1.0.0` → name, `npm`, `1.0.0`; without a protocol it is `npm`. Undefined without name or rest. */
export function npmResolution(text: string): NpmResolution | undefined {
  const at = text.indexOf('@', 1)
  if (at === -1) return undefined
  const rest = text.slice(at + 1)
  const protocol = /^([a-z][a-z+]*):/.exec(rest)?.[1]
  return {
    name: text.slice(0, at),
    protocol: protocol ?? 'npm',
    rest: protocol === undefined ? rest : rest.slice(protocol.length + 1),
  }
}
