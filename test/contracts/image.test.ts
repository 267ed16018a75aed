/** A container image archive is read like a folder, without being run. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { packTar } from 'modern-tar'
import { expect, it, onTestFinished } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const dpkgStatus = 'Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.2.15-2\n\n'

it('scan and assess find what is installed in an image', async () => {
  const folder = scratchFolder()
  const home = scratchFolder()
  onTestFinished(() => {
    for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
  })
  const layer = await packTar([
    file('etc/os-release', 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n'),
    file('var/lib/dpkg/status', dpkgStatus),
    file('srv/app/package-lock.json', packageLock()),
  ])
  const manifest = JSON.stringify([{ Config: 'config.json', RepoTags: ['harbor/site:1'], Layers: ['layer.tar'] }])
  const image = await packTar([file('manifest.json', manifest), file('config.json', '{}'), file('layer.tar', layer)])
  writeFiles(folder, {
    'site.tar': image,
    'tools/go.mod': 'module x\n\ngo 1.22\n\nrequire github.com/google/uuid v1.6.0\n',
  })

  const scanned = headwater(['scan', join(folder, 'site.tar'), '--json'])
  expect(scanned.code).toBe(0)
  const { files, parts } = JSON.parse(scanned.stdout) as { files: { path: string }[]; parts: { purl: string }[] }
  expect(files.map(({ path }) => path)).toEqual([
    'site.tar!/srv/app/package-lock.json',
    'site.tar!/var/lib/dpkg/status',
  ])
  expect(parts.map(({ purl }) => purl)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^pkg:deb\/debian\/bash@5\.2\.15-2/), 'pkg:npm/lodash@4.17.4']),
  )

  const assessed = headwater(['assess', folder, '--home', home, '--offline', '--json'])
  expect(assessed.code).toBe(0)
  expect(JSON.parse(assessed.stdout)).toMatchObject({ inventory: { packages: { value: 6 } } })
})

function file(
  name: string,
  body: string | Uint8Array,
): { header: { name: string; size: number; type: 'file' }; body: Uint8Array } {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { header: { name, size: bytes.length, type: 'file' }, body: bytes }
}
