/** One broken file by its number, and what a reading of it must keep. */

import type { ReadDocument } from '#domain/part.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { recognise } from '#inventory/recognise.ts'
import { mutant, randomFrom } from '#test/mutations.ts'
import type { ReaderSample } from '#test/reader-samples.ts'

export type FuzzCase = { readonly sample: ReaderSample; readonly bytes: Uint8Array }

/** The same case for the same seed and samples. */
export function fuzzCase(seed: number, samples: readonly ReaderSample[]): FuzzCase {
  const random = randomFrom(seed)
  const sample = samples[random(samples.length)]
  const donor = samples[random(samples.length)]
  if (sample === undefined || donor === undefined) throw new Error('no samples')
  return { sample, bytes: mutant(sample.bytes, donor.bytes, random) }
}

/** What is wrong with the reading of a broken file; undefined when nothing is. */
export function faultOf({ sample, bytes }: FuzzCase): string | undefined {
  const file = sample.file(bytes)
  const fault = faultOfReading(sample.reader, file)
  if (fault !== undefined) return fault
  // Broken, it may be taken for something else.
  const other = recognise(file)
  return other === undefined || other === sample.reader ? undefined : faultOfReading(other, file)
}

/** The reader is asked directly, so that no guard around it can hide that it throws. */
function faultOfReading(reader: ReaderSample['reader'], file: SourceFile): string | undefined {
  try {
    const fault = documentFault(reader.read(file))
    return fault === undefined ? undefined : `${reader.id}: ${fault}`
  } catch (error) {
    return `${reader.id} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

function documentFault({ counts, parts, edges, refused, issues }: ReadDocument): string | undefined {
  if (counts.found !== counts.taken + counts.refused) return 'found is not taken and refused'
  if (counts.taken !== parts.length) return 'taken is not the number of parts'
  if (counts.refused !== refused.length) return 'refused is not the number of refusals'
  if (counts.edges !== edges.length) return 'edges is not the number of edges'
  if (parts.some(({ at, name }) => at === '' || name === '')) return 'a part without a place or a name'
  if (refused.some(({ where }) => where === '')) return 'a refusal without a place'
  if (new Set(parts.map(({ ref }) => ref)).size !== parts.length) return 'a reference occurs twice'
  for (const [from, to] of edges) {
    if (!(from >= -1 && from < parts.length && to >= 0 && to < parts.length)) return 'an edge leads nowhere'
  }
  if (issues.some(({ where }) => typeof where !== 'string')) return 'an issue without a place'
  return undefined
}
