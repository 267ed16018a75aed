/** Writes the documents of the example organization that no client writes: `node tools/example/write-sboms.ts [FOLDER]`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { arrivalNoticeReader } from './sboms/arrival-notice-reader.ts'
import { cargoManifest } from './sboms/cargo-manifest.ts'
import { recordsArchive } from './sboms/records-archive.ts'
import { vesselTrafficConsole } from './sboms/vessel-traffic-console.ts'

/** Path within the example, and the text that belongs there. */
export function exampleSboms(): ReadonlyMap<string, string> {
  return new Map([
    ['repositories/cargo-manifest/sbom/cargo-manifest.cdx.json', text(cargoManifest())],
    ['suppliers/saltmarsh-analytics/arrival-notice-reader-2.2.0.cdx.json', text(arrivalNoticeReader())],
    ['suppliers/kestrel-instruments/vtc-7.3.spdx.json', text(vesselTrafficConsole())],
    ['operations/records-archive/image.cdx.json', text(recordsArchive())],
  ])
}

function text(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
  for (const [path, content] of exampleSboms()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    process.stderr.write(`${path}\n`)
  }
}
