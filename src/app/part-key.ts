import type { PartView } from '#domain/views.ts'

/** What makes a part version one of its own. */
export function partKey({ purl, kind, name, version }: Pick<PartView, 'purl' | 'kind' | 'name' | 'version'>): string {
  return purl ?? `${kind}:${name}@${version ?? ''}`
}
