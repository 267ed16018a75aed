/** How fast documents become parts and edges: one large CycloneDX document, and 300 of container images. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { sharedData } from '#test/shared-data.ts'
import { median, print } from './figure.ts'
import { largeCycloneDx } from './large-sbom.ts'

const largeBytes = 50 * 1000 * 1000
const runs = 5

export async function run(): Promise<void> {
  readLarge()
  await readContainers()
}

type Times = { readonly wallSeconds: number; readonly cpuSeconds: number }

/** The processor's time counts where others use the machine too. */
function timed(work: () => unknown): Times {
  const cpu = process.cpuUsage()
  const started = performance.now()
  work()
  const wallSeconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 }
}

function readLarge(): void {
  const bytes = largeCycloneDx(largeBytes)
  const read: Times[] = []
  const parsed: Times[] = []
  let counts = { taken: 0, edges: 0 }
  for (let number = 0; number < runs; number += 1) {
    read.push(
      timed(() => {
        const document = readDocument(sourceFile('bom.json', bytes))
        counts = document?.counts ?? counts
      }),
    )
    parsed.push(timed(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown))
  }
  const what = `CycloneDX JSON of ${Math.round(bytes.length / 1e6)} MB, ${counts.taken} parts, ${counts.edges} edges`
  figures(what, read, 2)
  print({
    bench: 'read-speed',
    figure: `${what}: first reading in a new process`,
    value: read[0]?.wallSeconds ?? Number.NaN,
    unit: 's',
    bar: 2,
  })
  figures('the same bytes decoded and parsed alone', parsed)
}

async function readContainers(): Promise<void> {
  const path = sharedData('sboms/containers-300.tar.gz')
  if (path === undefined) {
    process.stderr.write('300 SBOMs of container images: not at hand\n')
    return
  }
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const { header, data } of await unpackTar(gunzipSync(readFileSync(path)))) {
    if (data !== undefined && header.name.endsWith('.json')) files.push({ name: header.name, bytes: data })
  }
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  let taken = 0
  const times = timed(() => {
    for (const { name, bytes } of files) taken += readDocument(sourceFile(name, bytes))?.counts.taken ?? 0
  })
  figures(`${files.length} SBOMs of container images, ${Math.round(megabytes)} MB, ${taken} parts`, [times], 15)
}

function figures(what: string, times: readonly Times[], bar?: number): void {
  const held = bar === undefined ? {} : { bar }
  const value = median(times.map(({ wallSeconds }) => wallSeconds))
  print({ bench: 'read-speed', figure: what, value, unit: 's', ...held })
  const cpu = median(times.map(({ cpuSeconds }) => cpuSeconds))
  print({ bench: 'read-speed', figure: `${what}: processor time`, value: cpu, unit: 's', ...held })
}
