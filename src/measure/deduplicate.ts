/**
 * The same source is often shipped several times: as source, as modules of several kinds, as declarations. Files that
 * differ in their build folder and compound extension alone are one group, of which one counts (`methods.md` 1.6).
 *
 * Known to fail: packages that ship many bundles of the same code under different names stay counted several times.
 */

/** Folders that tell how a file was built, not what it is. */
const buildFolders =
  /^(src|source|lib|libs|dist|build|built|out|output|esm.*|es\d*|es-?next|es20\d\d|cjs|commonjs|umd|amd|iife|system|mjs|module|modules|browser|browsers|node|nodejs|bundle|bundles|type|types|typings|declarations|dts|d\.ts|legacy|modern|prod|production|dev|development|release|default|npm|fesm\d*|bin-?dist|web|deno|js|ts)$/i

/** Extensions from the end that tell the kind of build, as in `index.cjs.js`, `index.d.ts` or `index.min.mjs`. */
const buildExtensions =
  /\.(d|cjs|mjs|cts|mts|js|ts|jsx|tsx|esm|es\d*|umd|amd|iife|min|slim|prod|production|dev|development|node|browser|module|common|legacy|modern|global|bundle|bundled)$/i

export type GroupedFile = { readonly path: string; readonly code: number }

/** Files of one group hold the same code. */
export function groupKey(path: string): string {
  const segments = path.split('/')
  let name = segments.pop() ?? ''
  while (buildExtensions.test(name)) name = name.replace(buildExtensions, '')
  return [...segments.filter((segment) => !buildFolders.test(segment)), name].join('/')
}

/** One file of each group: the most original form, then the one with more lines, then the first by path. */
export function deduplicate<File extends GroupedFile>(files: readonly File[]): readonly File[] {
  const kept = new Map<string, File>()
  for (const file of files) {
    const key = groupKey(file.path)
    const other = kept.get(key)
    if (other === undefined || isPreferred(file, other)) kept.set(key, file)
  }
  return [...kept.values()]
}

function isPreferred(a: GroupedFile, b: GroupedFile): boolean {
  const byForm = formOf(a.path) - formOf(b.path)
  if (byForm !== 0) return byForm < 0
  return a.code === b.code ? a.path < b.path : a.code > b.code
}

/** `.ts` before `.mjs` and `.js` before `.cjs` before others before declarations. */
function formOf(path: string): number {
  if (/\.d\.[cm]?ts$/.test(path)) return 4
  if (/\.[cm]?tsx?$/.test(path)) return 0
  if (/\.cjs(\.js)?$/.test(path)) return 2
  return /\.(mjs|jsx?)$/.test(path) ? 1 : 3
}
