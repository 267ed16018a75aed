/**
 * Container images as `docker save` or an OCI layout in a tar archive: the wanted files of the file system that its layers
 * make, read as a stream. Nothing is written, mounted or run. Sources: OCI image specification 1.1 (layers, whiteouts, image
 * layout), Docker image specification 1.2.
 */

import { gunzipSync } from 'node:zlib'
import { issue, type Issue } from '#domain/issue.ts'
import { readLayer, type Allowance, type ImageLimits, type LayerEntry } from './image-layer.ts'
import { ImageTree } from './image-tree.ts'
import { indexTar, type TarMember } from './tar-index.ts'
import { openBytes, type ByteSource } from './zip-bytes.ts'

export type ContainerImage = {
  /** The tag it was saved under, or its digest; null when the archive names none. */
  readonly name: string | null
  /** Paths from the root of the image, without a slash in front, in order. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

export type ReadImages = { readonly images: readonly ContainerImage[]; readonly issues: readonly Issue[] }

export const imageLimits: ImageLimits = {
  unpackedBytes: 32 * 2 ** 30,
  keptBytes: 2 ** 30,
  fileBytes: 200 * 2 ** 20,
  entries: 5_000_000,
}

/** A compressed archive is opened in memory, since its parts are read in another order than they lie. */
const largestCompressed = 2 ** 30

/** Tables of metadata; real ones have some kilobytes. */
const largestManifest = 16 * 2 ** 20
const mostLayers = 500
const chunkBytes = 2 ** 20

/** Databases of packages that are named, not read: their form is that of a program's storage engine. */
const databasesNotRead =
  /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm|usr\/share\/rpm)\/(?:Packages|Packages\.db|rpmdb\.sqlite)$/

/**
 * @param archive a path or the bytes
 * @param wants which files of the image to keep, by their path in it; os-release is kept besides
 * @returns null when it is no archive of an image
 */
export async function readImage(
  archive: string | Uint8Array,
  wants: (path: string) => boolean,
  limits: ImageLimits = imageLimits,
): Promise<ReadImages | null> {
  const source = uncompressed(archive)
  if (source === null) return null
  if ('issue' in source) return { images: [], issues: [source.issue] }
  try {
    const members = indexTar(source)
    if (members === undefined) return null
    const reading = new Reading(source, members, wants, { ...limits })
    const described = reading.described()
    if (described === null) return null
    const images: ContainerImage[] = []
    for (const image of described) images.push(await reading.image(image))
    return { images, issues: reading.issues }
  } finally {
    source.close()
  }
}

type DescribedImage = { readonly name: string | null; readonly layers: readonly string[] }

class Reading {
  readonly issues: Issue[] = []
  private readonly source: ByteSource
  private readonly members: ReadonlyMap<string, TarMember>
  private readonly wants: (path: string) => boolean
  private readonly allowance: Allowance

  constructor(
    source: ByteSource,
    members: ReadonlyMap<string, TarMember>,
    wants: (path: string) => boolean,
    allowance: Allowance,
  ) {
    this.source = source
    this.members = members
    this.wants = (path) => wants(path) || /^(?:etc|usr\/lib)\/os-release$/.test(path)
    this.allowance = allowance
  }

  /** The images with the members that hold their layers; null when the archive describes none. */
  described(): readonly DescribedImage[] | null {
    if (this.members.has('manifest.json')) return this.saved(this.json('manifest.json'))
    if (this.members.has('index.json')) return this.layout(this.json('index.json'))
    return null
  }

  async image({ name, layers }: DescribedImage): Promise<ContainerImage> {
    const tree = new ImageTree()
    if (layers.length > mostLayers) this.issues.push(issue('too-large', 'layers'))
    for (const layer of layers.slice(0, mostLayers)) {
      const member = this.members.get(layer)
      if (member === undefined) {
        this.issues.push(issue('dangling-reference', layer))
        continue
      }
      const { entries, issues } = await readLayer(
        () => this.chunks(member),
        /(?:^|\/)sha256\/([0-9a-f]{64})$/.exec(layer)?.[1] ?? null,
        layer,
        this.wants,
        this.allowance,
      )
      this.issues.push(...issues)
      this.noteDatabases(entries)
      tree.apply(entries)
    }
    return { name, files: tree.files(this.wants) }
  }

  private noteDatabases(entries: readonly LayerEntry[]): void {
    for (const { path } of entries) {
      const isKnown = this.issues.some(({ where }) => where === path)
      if (databasesNotRead.test(path) && !isKnown) this.issues.push(issue('unsupported-version', path, 'rpm database'))
    }
  }

  /** `docker save`: a list of images, each with the paths of its layers. */
  private saved(value: unknown): readonly DescribedImage[] | null {
    if (!Array.isArray(value)) return null
    return (value as readonly unknown[]).flatMap((entry) => {
      const { RepoTags: tags, Layers: layers } = record(entry)
      if (!Array.isArray(layers)) return []
      return [{ name: texts(tags)[0] ?? null, layers: texts(layers) }]
    })
  }

  /** OCI: indexes of indexes of manifests, each named by the hash of its bytes. */
  private layout(index: unknown): readonly DescribedImage[] | null {
    const images: DescribedImage[] = []
    const seen = new Set<string>()
    const pending: { readonly value: unknown; readonly name: string | null }[] = [{ value: index, name: null }]
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const { manifests, layers } = record(next.value)
      if (Array.isArray(layers)) images.push({ name: next.name, layers: layers.flatMap((one) => blobOf(one) ?? []) })
      if (!Array.isArray(manifests)) continue
      for (const manifest of manifests as readonly unknown[]) {
        const blob = blobOf(manifest)
        if (blob === null || seen.has(blob) || isAttestation(manifest)) continue
        seen.add(blob)
        pending.push({ value: this.json(blob), name: tagOf(manifest) ?? next.name ?? digestOf(manifest) })
      }
    }
    return images.length === 0 ? null : images
  }

  private json(name: string): unknown {
    const member = this.members.get(name)
    const bytes =
      member === undefined || member.sizeBytes > largestManifest
        ? undefined
        : this.source.at(member.offset, member.sizeBytes)
    try {
      return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'))
    } catch {
      this.issues.push(issue('not-json', name))
      return undefined
    }
  }

  private *chunks({ offset, sizeBytes }: TarMember): Generator<Uint8Array> {
    for (let at = 0; at < sizeBytes; at += chunkBytes) {
      const chunk = this.source.at(offset + at, Math.min(chunkBytes, sizeBytes - at))
      if (chunk === undefined) throw new Error('the archive cannot be read')
      // The source reuses its window.
      yield Uint8Array.from(chunk)
    }
  }
}

function uncompressed(archive: string | Uint8Array): ByteSource | { readonly issue: Issue } | null {
  const source = openBytes(archive)
  if ('issue' in source) return source
  const head = source.at(0, Math.min(2, source.sizeBytes))
  if (head?.[0] !== 0x1f || head[1] !== 0x8b) return source
  try {
    const bytes = source.sizeBytes > largestCompressed ? undefined : source.at(0, source.sizeBytes)
    if (bytes === undefined) return { issue: issue('too-large', '') }
    return openBytes(gunzipSync(bytes, { maxOutputLength: largestCompressed }))
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? { issue: issue('too-large', '') } : null
  } finally {
    source.close()
  }
}

/** What a builder says about an image stands among the images, for no platform. */
function isAttestation(manifest: unknown): boolean {
  const { annotations, platform } = record(manifest)
  return record(annotations)['vnd.docker.reference.type'] !== undefined || record(platform)['os'] === 'unknown'
}

function tagOf(manifest: unknown): string | null {
  const { 'io.containerd.image.name': full, 'org.opencontainers.image.ref.name': tag } = record(
    record(manifest)['annotations'],
  )
  return typeof full === 'string' ? full : typeof tag === 'string' ? tag : null
}

function digestOf(descriptor: unknown): string | null {
  const { digest } = record(descriptor)
  return typeof digest === 'string' ? digest : null
}

/** The member that holds what a descriptor names; null when its digest is none that can be a path. */
function blobOf(descriptor: unknown): string | null {
  const match = /^([a-z0-9]+):([0-9a-f]+)$/.exec(digestOf(descriptor) ?? '')
  return match === null ? null : `blobs/${match[1]}/${match[2]}`
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
