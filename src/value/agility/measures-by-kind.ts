/** The registered measures by what they are told of. */

import type { ExposureMeasure, PartMeasure, ReleaseMeasure, UpdateMeasure } from './measure.ts'
import { measures } from './measures.generated.ts'

export const partMeasures: readonly PartMeasure[] = measures.filter((one) => one.of === 'part')
export const updateMeasures: readonly UpdateMeasure[] = measures.filter((one) => one.of === 'updates')
export const exposureMeasures: readonly ExposureMeasure[] = measures.filter((one) => one.of === 'exposures')
export const releaseMeasures: readonly ReleaseMeasure[] = measures.filter((one) => one.of === 'releases')
