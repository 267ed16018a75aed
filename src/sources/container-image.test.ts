import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { describe, expect, it, onTestFinished } from 'vitest'
import { imageLimits, readImage, type ReadImages } from './container-image.ts'

type Content = string | Uint8Array | { readonly link: string } | null

/** A tar archive; null is a folder. */
async function tar(files: Readonly<Record<string, Content>>): Promise<Uint8Array> {
  return packTar(
    Object.entries(files).map(([name, content]) => {
      if (content === null) return { header: { name: `${name}/`, type: 'directory' as const, size: 0 } }
      if (typeof content === 'object' && 'link' in content)
        return { header: { name, type: 'symlink' as const, size: 0, linkname: content.link } }
      const body = typeof content === 'string' ? Buffer.from(content) : content
      return { header: { name, type: 'file' as const, size: body.length }, body }
    }),
  )
}

async function saved(...layers: readonly Uint8Array[]): Promise<Uint8Array> {
  const names = layers.map((_, index) => `${index}/layer.tar`)
  const manifest = [{ Config: 'config.json', RepoTags: ['harbor/tide:1'], Layers: names }]
  return tar({
    ...Object.fromEntries(names.map((name, index) => [name, layers[index] ?? new Uint8Array()])),
    'manifest.json': JSON.stringify(manifest),
  })
}

const everything = (): boolean => true

function contents(read: ReadImages | null): Record<string, string> {
  const files = read?.images[0]?.files ?? []
  return Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]))
}

function codes(read: ReadImages | null): string[] {
  return read?.issues.map(({ code, where }) => `${code} ${where}`) ?? []
}

describe('an image as docker saves it', () => {
  it('is the files that its layers make together', async () => {
    const read = await readImage(
      await saved(
        await tar({
          etc: null,
          'etc/os-release': { link: '../usr/lib/os-release' },
          'usr/lib/os-release': 'ID=debian',
          'var/lib/dpkg/status': 'old',
          'app/a/package.json': 'a',
          'app/b/package.json': 'b',
          'app/c/deep/package.json': 'c',
          'srv/one': 'one',
        }),
        gzipSync(
          await tar({
            './var/lib/dpkg/status': 'new',
            'app/a/.wh.package.json': '',
            'app/b/package.json': 'b2',
            'app/b/.wh..wh..opq': '',
            'app/.wh.c': '',
            srv: 'a file where a folder was',
          }),
        ),
      ),
      everything,
    )
    expect(codes(read)).toEqual([])
    expect(read?.images[0]?.name).toBe('harbor/tide:1')
    expect(contents(read)).toEqual({
      'app/b/package.json': 'b2',
      'etc/os-release': 'ID=debian',
      srv: 'a file where a folder was',
      'usr/lib/os-release': 'ID=debian',
      'var/lib/dpkg/status': 'new',
    })
  })

  it('is read from a file, compressed or not, and only what is wanted is kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-image-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const image = await saved(await tar({ 'lib/apk/db/installed': 'P:musl', 'bin/sh': '#!', 'etc/os-release': 'ID=x' }))
    const wants = (path: string): boolean => path === 'lib/apk/db/installed'
    for (const bytes of [image, gzipSync(image)]) {
      writeFileSync(join(folder, 'image.tar'), bytes)
      const read = await readImage(join(folder, 'image.tar'), wants)
      expect(contents(read)).toEqual({ 'etc/os-release': 'ID=x', 'lib/apk/db/installed': 'P:musl' })
    }
  })

  it('has long names', async () => {
    const path = `${'node_modules/long-name/'.repeat(12)}package.json`
    expect(contents(await readImage(await saved(await tar({ [path]: '{}' })), everything))).toEqual({ [path]: '{}' })
  })
})

describe('an image in an OCI layout', () => {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

  async function layout(layer: Uint8Array, change: (blobs: Record<string, Content>) => void): Promise<Uint8Array> {
    const blobs: Record<string, Content> = {}
    const add = (bytes: Uint8Array): string => {
      blobs[`blobs/sha256/${digest(bytes)}`] = bytes
      return `sha256:${digest(bytes)}`
    }
    const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
    const manifest = add(json({ schemaVersion: 2, layers: [{ digest: add(layer) }] }))
    const attestation = add(json({ schemaVersion: 2, layers: [{ digest: add(Buffer.from('{}')) }] }))
    const index = add(
      json({
        manifests: [
          { digest: manifest, platform: { os: 'linux', architecture: 'amd64' } },
          { digest: attestation, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
        ],
      }),
    )
    const annotations = { 'org.opencontainers.image.ref.name': 'harbor/tide:2' }
    blobs['index.json'] = JSON.stringify({ schemaVersion: 2, manifests: [{ digest: index, annotations }] })
    change(blobs)
    return tar({ 'oci-layout': '{"imageLayoutVersion":"1.0.0"}', ...blobs })
  }

  it('is followed through its indexes, and layers may be zstd', async () => {
    const layer = zstdCompressSync(await tar({ 'var/lib/dpkg/status': 'Package: a' }))
    const read = await readImage(await layout(layer, () => undefined), everything)
    expect(codes(read)).toEqual([])
    expect(read?.images.map(({ name }) => name)).toEqual(['harbor/tide:2'])
    expect(contents(read)).toEqual({ 'var/lib/dpkg/status': 'Package: a' })
  })

  it('with a changed or a missing layer says so', async () => {
    const layer = gzipSync(await tar({ 'var/lib/dpkg/status': 'Package: a' }))
    const name = `blobs/sha256/${digest(layer)}`
    const other = gzipSync(await tar({ 'var/lib/dpkg/status': 'Package: b' }))
    const changed = await readImage(await layout(layer, (blobs) => (blobs[name] = other)), everything)
    expect(codes(changed)).toEqual([`archive-entry ${name}`])
    const missing = await readImage(await layout(layer, (blobs) => delete blobs[name]), everything)
    expect(codes(missing)).toEqual([`dangling-reference ${name}`])
  })
})

describe('an archive made to hurt', () => {
  it('is no image: other archives and other files', async () => {
    for (const bytes of [await tar({ 'a.txt': 'a' }), gzipSync('text'), Buffer.from('text'), new Uint8Array(2048)])
      expect(await readImage(bytes, everything)).toBeNull()
  })

  it('with a layer that unpacks without end is bounded', async () => {
    const bomb = gzipSync(await tar({ 'zeros.bin': new Uint8Array(64 * 2 ** 20), 'var/lib/dpkg/status': 'after' }))
    const image = await saved(await tar({ 'var/lib/dpkg/status': 'before' }), bomb)
    const read = await readImage(image, everything, { ...imageLimits, unpackedBytes: 8 * 2 ** 20 })
    expect(codes(read)).toEqual(['too-large 1/layer.tar'])
    expect(contents(read)).toEqual({ 'var/lib/dpkg/status': 'before' })
    const small = await readImage(image, everything, { ...imageLimits, fileBytes: 2 ** 20 })
    expect(codes(small)).toEqual(['too-large zeros.bin'])
    expect(contents(small)).toEqual({ 'var/lib/dpkg/status': 'after' })
    const few = await readImage(image, everything, { ...imageLimits, entries: 1 })
    expect(codes(few)).toEqual(['too-large 1/layer.tar'])
  })

  it('with names that lead outside keeps them out', async () => {
    const layer = await tar({
      '../../escape': 'x',
      'a/../../escape': 'x',
      '/absolute': 'stays inside',
      'etc/os-release': { link: '../../../../../../etc/passwd' },
      circle: { link: 'circle' },
    })
    const read = await readImage(await saved(layer), everything)
    expect(codes(read)).toEqual(['archive-entry 0/layer.tar', 'archive-entry 0/layer.tar'])
    expect(contents(read)).toEqual({ absolute: 'stays inside' })
  })

  it('cut off anywhere gives what came before, and an issue or nothing', async () => {
    const image = await saved(gzipSync(await tar({ a: 'a'.repeat(3000), b: 'b' })), await tar({ c: 'c' }))
    for (let end = 0; end < image.length; end += 256) {
      const read = await readImage(image.subarray(0, end), everything)
      if (read !== null && Object.keys(contents(read)).length < 3) expect(codes(read).length).toBeGreaterThan(0)
    }
  })

  it('names a package database that it cannot read', async () => {
    const read = await readImage(await saved(await tar({ 'var/lib/rpm/rpmdb.sqlite': 'SQLite' })), () => false)
    expect(codes(read)).toEqual(['unsupported-version var/lib/rpm/rpmdb.sqlite'])
  })
})
