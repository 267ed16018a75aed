/** Broken files, the same on every run: no reader throws, hangs, loses an entry silently or takes memory without bound. */

import { describe, expect, it } from 'vitest'
import { faultOf, fuzzCase } from '#test/fuzz/case.ts'
import { runFuzz } from '#test/fuzz/run-fuzz.ts'
import { readerSamples } from '#test/reader-samples.ts'

const firstSeed = 20_261_122

describe('100,000 broken files over all readers', () => {
  it('are read without a throw, a hang or an entry lost', { timeout: 300_000 }, async () => {
    const report = await runFuzz(firstSeed, 100_000)
    expect(report.faults).toEqual([])
    expect(report.done).toBe(100_000)
  })

  it('reach every reader', () => {
    const samples = readerSamples()
    const reached = new Set<string>()
    for (let seed = firstSeed; seed < firstSeed + 3000; seed += 1) reached.add(fuzzCase(seed, samples).sample.name)
    expect(reached.size).toBe(samples.length)
  })

  it('are the same for the same seed', () => {
    const [one, two] = [readerSamples(), readerSamples()]
    for (let seed = 1; seed < 200; seed += 1) {
      const first = fuzzCase(seed, one)
      const second = fuzzCase(seed, two)
      expect(second.sample.name).toBe(first.sample.name)
      expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true)
    }
  })
})

describe('the check', () => {
  const [sample] = readerSamples()
  if (sample === undefined) throw new Error('no samples')
  const faultWith = (read: typeof sample.reader.read): string | undefined =>
    faultOf({ sample: { ...sample, reader: { ...sample.reader, read } }, bytes: sample.bytes })

  it('finds a reader that throws', () => {
    const fault = faultWith(() => {
      throw new RangeError('planted')
    })
    expect(fault).toContain('threw RangeError: planted')
  })

  it('finds a reader that drops a part', () => {
    const fault = faultWith((file) => {
      const document = sample.reader.read(file)
      return { ...document, parts: document.parts.slice(1) }
    })
    expect(fault).toContain('taken is not the number of parts')
  })
})
