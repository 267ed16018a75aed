/** Run as a program of its own: writes an SBOM of a million parts into memory, reads it, and prints what that took. */

import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'

const count = 1_000_000
const bytes = document()
const { user, system } = process.cpuUsage()
const read = readDocument(sourceFile('bom.json', bytes))
const used = process.cpuUsage({ user, system })
process.stdout.write(
  JSON.stringify({
    found: read?.counts.found,
    edges: read?.counts.edges,
    megabytes: bytes.length / 1e6,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
  }),
)

/** Into one block, so that making the document is not what takes the memory. */
function document(): Uint8Array {
  const bytes = Buffer.alloc(150_000_000)
  let end = 0
  const write = (text: string): void => {
    end += bytes.write(text, end)
  }
  const writeAll = (one: (number: number) => string): void => {
    for (let number = 0; number < count; number += 1) write(number === 0 ? one(number) : `,${one(number)}`)
  }
  write('{"bomFormat":"CycloneDX","specVersion":"1.6","components":[')
  writeAll((n) => `{"type":"library","bom-ref":"${n}","name":"p${n}","version":"1.0.0","purl":"pkg:npm/p${n}@1.0.0"}`)
  write('],"dependencies":[')
  writeAll((n) => `{"ref":"${n}","dependsOn":["${(n * 7 + 1) % count}"]}`)
  write(']}')
  return bytes.subarray(0, end)
}
