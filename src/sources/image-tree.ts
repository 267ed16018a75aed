/** The file system that the layers of an image make together, as far as its files were kept. */

import type { LayerEntry } from './image-layer.ts'

const whiteout = '.wh.'
/** Hides everything that lower layers have in the folder. */
const opaque = '.wh..wh..opq'
const mostSteps = 20

export class ImageTree {
  private readonly kept = new Map<string, Uint8Array>()
  private readonly links = new Map<string, string>()
  /** Folders above kept files and links, so that most entries need no search. */
  private readonly folders = new Set<string>()

  /** Puts a layer on top. Its whiteouts hide what lies below, never what it brings itself, wherever they stand in it. */
  apply(entries: readonly LayerEntry[]): void {
    for (const { path } of entries) {
      const slash = path.lastIndexOf('/') + 1
      const [folder, name] = [path.slice(0, slash), path.slice(slash)]
      if (name === opaque) this.removeBelow(folder)
      else if (name.startsWith(whiteout)) this.remove(folder + name.slice(whiteout.length))
    }
    for (const entry of entries) {
      const { path, kind } = entry
      if (path.slice(path.lastIndexOf('/') + 1).startsWith(whiteout)) continue
      if (kind === 'folder') {
        this.kept.delete(path)
        this.links.delete(path)
        continue
      }
      this.remove(path)
      if (kind === 'link') this.links.set(path, entry.target)
      else if (entry.bytes === null) continue
      else this.kept.set(path, entry.bytes)
      for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) this.folders.add(path.slice(0, at))
    }
  }

  /** Kept files in order of their paths, with wanted ones that are links to kept files. */
  files(wants: (path: string) => boolean): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
    const files = [...this.kept].map(([path, bytes]) => ({ path, bytes }))
    for (const path of this.links.keys()) {
      const bytes = wants(path) ? this.linked(path) : undefined
      if (bytes !== undefined) files.push({ path, bytes })
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  private linked(path: string): Uint8Array | undefined {
    let target: string | undefined = path
    for (let step = 0; step < mostSteps && target !== undefined; step += 1) {
      const bytes = this.kept.get(target)
      if (bytes !== undefined) return bytes
      target = this.links.get(target)
    }
    return undefined
  }

  private remove(path: string): void {
    this.kept.delete(path)
    this.links.delete(path)
    if (this.folders.has(path)) this.removeBelow(`${path}/`)
  }

  /** `folder` ends with a slash, or is empty for the root. */
  private removeBelow(folder: string): void {
    for (const map of [this.kept, this.links]) {
      for (const path of map.keys()) if (path.startsWith(folder)) map.delete(path)
    }
    this.folders.delete(folder.slice(0, -1))
  }
}
