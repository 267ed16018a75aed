/**
 * S2: assess the 48 repositories of the shared organization with the shared advisories, cold, offline, report written; the
 * import of advisories is timed apart. With `osv-scanner` on the path, its time for the findings alone is printed beside.
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedData } from '#test/shared-data.ts'
import { median, print } from './figure.ts'
import { runHeadwater } from './process.ts'

const runs = 3

export async function run(): Promise<void> {
  const archive = sharedData('organization/organization.tar.gz')
  const advisories = sharedData('advisories/osv')
  if (archive === undefined || advisories === undefined) {
    process.stderr.write('S2 needs the shared data (HEADWATER_SHARED); skipped\n')
    return
  }
  const scratch = mkdtempSync(join(tmpdir(), 'headwater-s2-'))
  try {
    const organization = join(scratch, 'organization')
    mkdirSync(organization)
    execFileSync('tar', ['-xzf', archive, '-C', organization])
    const home = join(scratch, 'home')
    const imported = await runHeadwater(['data', 'import', advisories, '--home', home, '--json'])
    print({ bench: 'S2', figure: 'import of advisories, wall', value: imported.wallSeconds, unit: 's' })
    print({ bench: 'S2', figure: 'import of advisories, peak memory', value: imported.peakMebibytes, unit: 'MiB' })
    const walls: number[] = []
    const peaks: number[] = []
    for (let number = 0; number < runs; number += 1) {
      const cold = join(scratch, `cold-${number}`)
      execFileSync('cp', ['-r', home, cold])
      const assessed = await runHeadwater([
        'assess',
        organization,
        '--home',
        cold,
        '--offline',
        '-o',
        `html=${join(cold, 'report.html')}`,
        '-o',
        `json=${join(cold, 'report.json')}`,
      ])
      if (![0, 3].includes(assessed.exitCode))
        throw new Error(`assess ended with ${assessed.exitCode}: ${assessed.stderr}`)
      walls.push(assessed.wallSeconds)
      peaks.push(assessed.peakMebibytes)
    }
    print({
      bench: 'S2',
      figure: `assess 48 repositories, cold, wall, median of ${runs}`,
      value: median(walls),
      unit: 's',
      bar: 15,
    })
    print({
      bench: 'S2',
      figure: 'assess 48 repositories, peak memory',
      value: Math.max(...peaks),
      unit: 'MiB',
      bar: 1024,
    })
    comparePeer(organization, scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** osv-scanner with a local database of the same advisories, if it is installed. */
function comparePeer(organization: string, scratch: string): void {
  const advisories = sharedData('advisories/osv') ?? ''
  const cache = join(scratch, 'osv-cache')
  mkdirSync(join(cache, 'osv-scalibr'), { recursive: true })
  execFileSync('cp', ['-rL', `${advisories}/.`, join(cache, 'osv-scalibr')])
  const times: number[] = []
  for (let number = 0; number < runs; number += 1) {
    const started = performance.now()
    const peer = spawnSync(
      'osv-scanner',
      ['scan', 'source', '--offline-vulnerabilities', '--no-resolve', '--format', 'json', '--recursive', organization],
      {
        env: { ...process.env, OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: cache },
        maxBuffer: 1 << 30,
        encoding: 'utf8',
      },
    )
    if (peer.error !== undefined) {
      process.stderr.write('S2: osv-scanner is not on the path; no comparison\n')
      return
    }
    if (number === 0)
      process.stderr.write(
        `S2: osv-scanner ended with ${peer.status}: ${peer.stderr.split('\n').slice(-4).join(' | ').slice(0, 400)}\n`,
      )
    times.push((performance.now() - started) / 1000)
  }
  print({
    bench: 'S2',
    figure: `osv-scanner, findings alone, wall, median of ${runs}`,
    value: median(times),
    unit: 's',
  })
}
