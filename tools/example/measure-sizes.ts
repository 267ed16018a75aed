/**
 * Counts the lines of the packages that the example uses and writes `evidence/package-sizes.csv`:
 * `node tools/example/measure-sizes.ts SCRATCH DAY`.
 *
 * The packages are fetched before, by the clients of their ecosystems, from the example's own manifests and lockfiles and
 * into a scratch folder outside the repository: `npm ci --ignore-scripts`, `pnpm install --frozen-lockfile
 * --ignore-scripts`, `pip download --no-deps`, `go mod download -json > go.json`, `cargo vendor --versioned-dirs cargo`,
 * `mvn dependency:copy-dependencies -Dclassifier=sources`. What a client could not fetch stays out, and so unknown.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measurePackage } from '#measure/measure-package.ts'
import { downloaded, label } from './packages/downloaded.ts'

const head = 'purl,version,source,deduplicated,raw,code_files,measured_on,is_data,tool'

/** Tables that ship as packages, and code that is generated from tables: nobody would write them as a program. */
const dataPackages = new Set([
  'pkg:cargo/windows-sys',
  'pkg:golang/github.com/go-playground/locales',
  'pkg:npm/color-name',
  'pkg:npm/mime-db',
  'pkg:pypi/certifi',
  'pkg:pypi/pytz',
  'pkg:pypi/tzdata',
  'pkg:pypi/wcwidth',
])

export async function sizeTable(scratch: string, day: string): Promise<string> {
  const lines = new Map<string, string>()
  for (const found of downloaded(scratch)) {
    const measured = measurePackage(await found.files())
    const row = [
      found.purl,
      found.version,
      // An npm package that no script changed after unpacking is its archive.
      'measured-tarball-dedup',
      measured.deduplicated,
      // Copies of a file count once as shipped, but each under its own name when deduplicated.
      Math.max(measured.raw, measured.deduplicated),
      measured.files,
      day,
      dataPackages.has(found.purl),
      'headwater 0.1.0',
    ]
    lines.set(`${found.purl}@${found.version}`, row.join(','))
    process.stderr.write(`${label(found)}: ${measured.deduplicated}\n`)
  }
  return `${[head, ...[...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)].join('\n')}\n`
}

if (import.meta.main) {
  const [scratch, day] = process.argv.slice(2)
  if (scratch === undefined || day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    process.stderr.write('usage: node tools/example/measure-sizes.ts SCRATCH YYYY-MM-DD\n')
    process.exitCode = 2
  } else {
    const target = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city', 'evidence', 'package-sizes.csv')
    writeFileSync(target, await sizeTable(scratch, day))
  }
}
