/**
 * Sizes that were estimated from published ones. The estimate is kept with what it was made from, its model and its error, so
 * that `explain` shows all of it.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import { linesFromBytes } from '#measure/calibrate-size.ts'
import { errorOfNpmEstimate, estimateFromSize, shapeOfManifest } from '#measure/estimate-from-size.ts'
import type { PublishedVersion } from '#sources/registry/registry.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import type { KeptCalibration } from './calibrations.ts'
import { dayOf } from './clock.ts'

export type Estimate = {
  readonly package: string
  readonly version: string
  readonly deduplicated: number
  readonly raw: number
  readonly publishedBytes: number
  /** The registry's answer, and the place in it. */
  readonly from: { readonly evidence: EvidenceId; readonly at: string }
  /** `npm M2d/M1` or the original of a calibration. */
  readonly model: string
  /** Half of the estimates of this model lie nearer, as a share of the lines; and the share within a factor of two. */
  readonly medianError: number
  readonly withinTwo: number
}

/** Undefined when the ecosystem was never measured, or no size is published. */
export function estimateOf(
  type: string,
  purl: string,
  published: PublishedVersion,
  evidence: EvidenceId,
  calibration: KeptCalibration | undefined,
): Estimate | undefined {
  const { version, bytes, bytesAt, manifest } = published
  if (bytes === null || bytes <= 0) return undefined
  const common = { package: purl, version, publishedBytes: bytes, from: { evidence, at: bytesAt } }
  if (calibration !== undefined) {
    const { deduplicated, raw } = calibration.calibration
    return {
      ...common,
      ...rounded(linesFromBytes(deduplicated, bytes), linesFromBytes(raw, bytes)),
      model: calibration.evidence,
      ...deduplicated.crossValidated,
    }
  }
  const estimate = estimateFromSize({ ecosystem: type, unpackedBytes: bytes, ...shapeOfManifest(manifest) })
  if ('refused' in estimate) return undefined
  return { ...common, ...rounded(estimate.deduplicated, estimate.raw), model: 'npm M2d/M1', ...errorOfNpmEstimate }
}

function rounded(deduplicated: number, raw: number): { readonly deduplicated: number; readonly raw: number } {
  const lines = Math.round(deduplicated)
  return { deduplicated: lines, raw: Math.max(lines, Math.round(raw)) }
}

export async function keepEstimates(store: Store, estimates: readonly Estimate[], now: IsoTime): Promise<void> {
  if (estimates.length === 0) return
  const sorted = estimates.toSorted((a, b) => (a.package < b.package ? -1 : 1))
  const bytes = new TextEncoder().encode(`${JSON.stringify({ estimates: sorted }, null, 1)}\n`)
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name: 'sizes estimated from published sizes', bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) return
  await saveSizes(
    store,
    sorted.map(({ package: purl, version, deduplicated, raw }, index) => ({
      package: purl,
      version,
      source: 'estimated-size',
      deduplicated,
      raw,
      evidence: evidence.id,
      at: `/estimates/${index}`,
      measuredOn: dayOf(now),
      isData: false,
    })),
    { recordedAt: now },
  )
}
