/** Calibrations that were kept: how lines follow from published sizes in an ecosystem. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { SizeCalibration } from '#measure/calibrate-size.ts'
import { loadFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'

export type KeptCalibration = { readonly evidence: EvidenceId; readonly calibration: SizeCalibration }

/** By package URL type; the last one of each counts. */
export async function loadCalibrations(store: Store, times: Times): Promise<ReadonlyMap<string, KeptCalibration>> {
  const facts = await loadFacts<SizeCalibration>(store, 'calibration', times)
  return new Map(facts.map(({ subject, evidence, facts: calibration }) => [subject, { evidence, calibration }]))
}
