/** Reads the imports of source texts and looks for circles among them. */

export type SourceText = { readonly path: string; readonly text: string }

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** Names that a source imports, statically or lazily; type-only imports too. */
export function importsOf({ text }: SourceText): readonly string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** The first circle, as a list of paths that ends where it began. Type-only imports vanish at run time and do not count. */
export function findCycle(sources: readonly SourceText[]): readonly string[] | undefined {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const finished = new Set<string>()
  const trail: string[] = []
  const visit = (path: string): readonly string[] | undefined => {
    const start = trail.indexOf(path)
    if (start >= 0) return [...trail.slice(start), path]
    if (finished.has(path)) return undefined
    trail.push(path)
    for (const target of runtimeTargets(byPath.get(path))) {
      if (!byPath.has(target)) continue
      const cycle = visit(target)
      if (cycle !== undefined) return cycle
    }
    trail.pop()
    finished.add(path)
    return undefined
  }
  for (const { path } of sources) {
    const cycle = visit(path)
    if (cycle !== undefined) return cycle
  }
  return undefined
}

function runtimeTargets(source: SourceText | undefined): readonly string[] {
  if (source === undefined) return []
  const text = source.text.replaceAll(/(?:^|\n)\s*(?:import|export)\s+type\b[^;]*?from\s*['"][^'"]+['"]/g, '\n')
  return importsOf({ path: source.path, text }).map((target) => resolveImport(source.path, target))
}

function resolveImport(from: string, target: string): string {
  if (target.startsWith('#')) return `src/${target.slice(1)}`
  if (target.startsWith('./')) return `${from.slice(0, from.lastIndexOf('/'))}/${target.slice(2)}`
  return target
}
