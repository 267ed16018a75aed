/** From the archive of an image to its parts: what the layers hold is read by the readers of package lists. */

import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { couldBeRelevant, readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { readImage } from '#sources/container-image.ts'

const files: Readonly<Record<string, string>> = {
  'usr/lib/os-release': 'ID=debian\nVERSION_ID="12"\n',
  'var/lib/dpkg/status':
    'Package: zlib1g\nStatus: install ok installed\nVersion: 1:1.2.13.dfsg-1\nArchitecture: amd64\nDepends: libc6\n\nPackage: libc6\nStatus: install ok installed\nVersion: 2.36-9\nArchitecture: amd64\n',
  'var/lib/dpkg/status.d/base': 'Package: base-files\nVersion: 12.4\nArchitecture: amd64\n',
  'app/node_modules/@quay/gauge/package.json': '{"name":"@quay/gauge","version":"2.1.0"}',
  'usr/lib/python3/dist-packages/tides-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: tides\nVersion: 1.0\n',
  'app/go.sum.bak': 'not wanted',
}

describe('the archive of an image', () => {
  it('becomes parts of the distribution and of the languages, with their places in the image', async () => {
    const entries = Object.entries(files).map(([name, text]) => {
      return { header: { name, type: 'file' as const, size: Buffer.byteLength(text) }, body: text }
    })
    const layer = gzipSync(await packTar(entries))
    const manifest = JSON.stringify([{ RepoTags: ['harbor/tide:1'], Layers: ['layer.tar.gz'] }])
    const archive = await packTar([
      { header: { name: 'layer.tar.gz', type: 'file', size: layer.length }, body: new Uint8Array(layer) },
      { header: { name: 'manifest.json', type: 'file', size: manifest.length }, body: manifest },
    ])
    const read = await readImage(archive, couldBeRelevant)
    expect(read?.issues).toEqual([])
    const inside = new Map(read?.images[0]?.files.map(({ path, bytes }) => [path, bytes]))
    const parts = [...inside].flatMap(([path, bytes]) => {
      const document = readDocument(sourceFile(path, bytes, (other) => inside.get(other)))
      return document?.parts.map(({ purl, at }) => `${purl} in ${path} ${at}`) ?? []
    })
    expect(parts).toEqual([
      'pkg:npm/%40quay/gauge@2.1.0 in app/node_modules/@quay/gauge/package.json line 1',
      'pkg:pypi/tides@1.0 in usr/lib/python3/dist-packages/tides-1.0.dist-info/METADATA line 2-3',
      'pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1?arch=amd64&distro=debian-12 in var/lib/dpkg/status line 1-3',
      'pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12 in var/lib/dpkg/status line 7-9',
      'pkg:deb/debian/base-files@12.4?arch=amd64&distro=debian-12 in var/lib/dpkg/status.d/base line 1-2',
    ])
  })
})
