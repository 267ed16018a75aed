/**
 * Run as a program of its own, contained: reads every sample, and broken variants of all, with every reader and prints how
 * many of each. `--plant WHAT` does instead what must be caught.
 */

import './forbid.ts'
import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { fuzzCase, faultOf } from '#test/fuzz/case.ts'
import { readerSamples } from '#test/reader-samples.ts'

const variants = 4000

const planted: Readonly<Record<string, () => void>> = {
  process: () => spawnSync('true'),
  socket: () => connect(49999, '127.0.0.1'),
  datagram: () => createSocket('udp4'),
  name: () => lookup('localhost', () => undefined),
  fetch: () => void fetch('http://127.0.0.1:49999/'),
  file: () => writeFileSync('planted', ''),
  caught: () => {
    try {
      spawnSync('true')
    } catch {
      // As code might that hides its trouble.
    }
  },
}

const [, , option, what = ''] = process.argv
if (option === '--plant') (planted[what] ?? unknownPlant)()
else {
  const samples = readerSamples()
  const read = samples.map(({ reader, file }) => ({ reader: reader.id, found: reader.read(file()).counts.found }))
  const faults: string[] = []
  for (let seed = 1; seed <= variants; seed += 1) {
    const fault = faultOf(fuzzCase(seed, samples))
    if (fault !== undefined) faults.push(`seed ${seed}: ${fault}`)
  }
  process.stdout.write(JSON.stringify({ read, variants, faults }))
}

function unknownPlant(): never {
  throw new Error('nothing of that name to plant')
}
