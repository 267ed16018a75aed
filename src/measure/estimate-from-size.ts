/**
 * Lines of an npm package from its size alone, where nothing can be counted. Measured over 197 packages (`methods.md`
 * 1.7); other ecosystems are refused until somebody measures them the same way.
 */

/** What the metadata of a package version tell. */
export type PackageShape = {
  /** A package URL type; only `npm` is measured. */
  readonly ecosystem: string
  /** Sum of the sizes of all files in bytes. */
  readonly unpackedBytes: number
  /** It ships its code twice, as ES modules and as CommonJS. */
  readonly dual: boolean
  /** It ships type declarations. */
  readonly types: boolean
}

export type SizeEstimate = {
  /** Model M2d, target: lines that people wrote. Half of the estimates lie within 43 %, two thirds within a factor of 2. */
  readonly deduplicated: number
  /** Model M1, target: lines as shipped. Half of the estimates lie within 36 %, three quarters within a factor of 2. */
  readonly raw: number
}

export type EstimateRefusal = { readonly refused: 'ecosystem-not-calibrated' | 'size-unknown' }

/** Of M2d in ten-fold cross-validation. */
export const errorOfNpmEstimate = { medianError: 0.43, withinTwo: 0.66 }

/** Not rounded: the caller rounds what it keeps. */
export function estimateFromSize(shape: PackageShape): SizeEstimate | EstimateRefusal {
  if (shape.ecosystem !== 'npm') return { refused: 'ecosystem-not-calibrated' }
  if (!Number.isFinite(shape.unpackedBytes) || shape.unpackedBytes <= 0) return { refused: 'size-unknown' }
  return { deduplicated: authoredLines(shape), raw: shippedLines(shape.unpackedBytes) }
}

/** M1: exp(−5.8206) · B^1.1108. */
export function shippedLines(unpackedBytes: number): number {
  return Math.exp(-5.8206) * unpackedBytes ** 1.1108
}

/** M2d: exp(−5.7361) · B^1.0987 · e^(−0.4887 if dual) · e^(−0.4544 if types). */
function authoredLines({ unpackedBytes, dual, types }: PackageShape): number {
  return Math.exp(-5.7361 - (dual ? 0.4887 : 0) - (types ? 0.4544 : 0)) * unpackedBytes ** 1.0987
}

/** What a `package.json`, or the registry's copy of it, says about modules and types. */
export function shapeOfManifest(manifest: unknown): { readonly dual: boolean; readonly types: boolean } {
  if (!isRecord(manifest)) return { dual: false, types: false }
  const conditions = new Set<string>()
  const targets: string[] = []
  collectExports(manifest['exports'], conditions, targets, 0)
  const main = manifest['main']
  const paths = [...targets, ...(typeof main === 'string' ? [main] : [])]
  const hasModule = typeof manifest['module'] === 'string' || typeof manifest['jsnext:main'] === 'string'
  return {
    dual: hasModule || (conditions.has('import') && conditions.has('require')),
    types:
      typeof manifest['types'] === 'string' ||
      typeof manifest['typings'] === 'string' ||
      isRecord(manifest['typesVersions']) ||
      conditions.has('types') ||
      paths.some((path) => /\.d\.[cm]?ts$/.test(path)),
  }
}

/** Conditions and targets of `exports`, which may be nested; anything deeper than ten levels is no real package. */
function collectExports(value: unknown, conditions: Set<string>, targets: string[], depth: number): void {
  if (typeof value === 'string') targets.push(value)
  else if (Array.isArray(value)) for (const one of value) collectExports(one, conditions, targets, depth + 1)
  else if (isRecord(value) && depth < 10)
    for (const [key, target] of Object.entries(value)) {
      if (!key.startsWith('.')) conditions.add(key.split('@')[0] ?? key)
      collectExports(target, conditions, targets, depth + 1)
    }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
