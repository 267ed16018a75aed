/** Reads broken files in a thread that is ended when one file takes too long or too much memory. */

import { Worker } from 'node:worker_threads'

export type FuzzTask = {
  readonly firstSeed: number
  readonly count: number
  /** The seed of the file being read. */
  readonly current: Int32Array
}

export type FuzzFault = { readonly seed: number; readonly fault: string }

export type FuzzEnd = {
  readonly done: number
  readonly slowest: { readonly seed: number; readonly milliseconds: number }
  /** Of all files together. */
  readonly bytes: number
  readonly peakHeapBytes: number
}

export type FuzzReport = FuzzEnd & { readonly faults: readonly FuzzFault[] }

/** A file that takes longer hangs. */
const longestMilliseconds = 10_000

/** The program itself and 200 MB for a file of some kilobytes. */
const mostHeapMebibytes = 300

/** Seeds from `firstSeed` on; each gives the same file on every run. A hang or too much memory is a fault and ends it. */
export async function runFuzz(firstSeed: number, count: number): Promise<FuzzReport> {
  const current = new Int32Array(new SharedArrayBuffer(4))
  const task: FuzzTask = { firstSeed, count, current }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMebibytes },
  })
  const faults: FuzzFault[] = []
  return new Promise((resolve) => {
    const finish = (end: FuzzEnd): void => {
      clearInterval(watch)
      resolve({ ...end, faults })
      void worker.terminate()
    }
    const breakOff = (fault: string): void => {
      const seed = Atomics.load(current, 0)
      faults.push({ seed, fault })
      const slowest = { seed, milliseconds: longestMilliseconds }
      finish({ done: seed - firstSeed + 1, slowest, bytes: 0, peakHeapBytes: 0 })
    }
    let lastSeed = -1
    const watch = setInterval(() => {
      const seed = Atomics.load(current, 0)
      if (seed === lastSeed) breakOff(`still reading after ${longestMilliseconds / 1000} seconds`)
      lastSeed = seed
    }, longestMilliseconds)
    worker.on('message', (message: FuzzFault | FuzzEnd) => {
      if ('fault' in message) faults.push(message)
      else finish(message)
    })
    worker.once('error', (error) => breakOff(`ended by ${String(error)}`))
  })
}
