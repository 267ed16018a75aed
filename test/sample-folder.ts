/** A small folder of repositories that tests write themselves: real formats, real well-known package names. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'headwater-test-'))
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** `package-lock.json` with lodash 4.17.4, express below it, and as many generated packages as asked for. */
export function packageLock(generated = 0): string {
  const packages: Record<string, unknown> = {
    '': {
      name: 'harbor-site',
      version: '1.0.0',
      dependencies: { lodash: '4.17.4', express: '4.18.2' },
      devDependencies: { mocha: '10.2.0' },
    },
    'node_modules/lodash': { version: '4.17.4', license: 'MIT' },
    'node_modules/express': { version: '4.18.2', license: 'MIT', dependencies: { 'body-parser': '1.20.1' } },
    'node_modules/body-parser': { version: '1.20.1', license: 'MIT' },
    'node_modules/mocha': { version: '10.2.0', dev: true, license: 'MIT' },
  }
  for (let number = 0; number < generated; number += 1)
    packages[`node_modules/generated-${number}`] = { version: `1.0.${number}` }
  return `${JSON.stringify({ name: 'harbor-site', version: '1.0.0', lockfileVersion: 3, packages }, null, 2)}\n`
}

/** An advisory of our own about lodash below 4.17.5. */
export const lodashAdvisory = JSON.stringify({
  schema_version: '1.6.0',
  id: 'EXAMPLE-2026-1',
  modified: '2026-01-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  summary: 'Made up for a test',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lodash' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.5' }] }],
    },
  ],
})

export const goModule =
  'module harbor.example/berths\n\ngo 1.22\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n\tgolang.org/x/text v0.3.7 // indirect\n)\n'
