/** Reads broken files one after the other and tells through shared memory which one it is at. */

import { parentPort, workerData } from 'node:worker_threads'
import { readerSamples } from '#test/reader-samples.ts'
import { faultOf, fuzzCase } from './case.ts'
import type { FuzzEnd, FuzzFault, FuzzTask } from './run-fuzz.ts'

const { firstSeed, count, current } = workerData as FuzzTask
const samples = readerSamples()
let done = 0
let slowest = { seed: firstSeed, milliseconds: 0 }
let bytes = 0
let peakHeapBytes = 0

while (done < count) {
  const seed = firstSeed + done
  Atomics.store(current, 0, seed)
  const one = fuzzCase(seed, samples)
  const started = performance.now()
  const fault = faultOf(one)
  const milliseconds = performance.now() - started
  if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds }
  if (fault !== undefined) send({ seed, fault: `${one.sample.name}, ${fault}` })
  bytes += one.bytes.length
  done += 1
  if (done % 1000 === 0) peakHeapBytes = Math.max(peakHeapBytes, process.memoryUsage().heapUsed)
}
send({ done, slowest, bytes, peakHeapBytes })

function send(message: FuzzFault | FuzzEnd): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message)
}
