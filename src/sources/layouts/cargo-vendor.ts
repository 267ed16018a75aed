import { join } from 'node:path'
import { parse } from 'smol-toml'
import type { FoundPackage, InstalledLayout } from '#sources/installed-layout.ts'
import { entriesOf, purlOf, smallText, textField, under } from '#sources/installed-layout.ts'

/** `cargo vendor` puts each crate into a folder of its own, with `.cargo-checksum.json` beside its `Cargo.toml`. */
export const cargoVendor: InstalledLayout = {
  id: 'cargo-vendor',
  find: (root, folder, entries) => {
    if (folder !== 'vendor' && !folder.endsWith('/vendor')) return null
    const crates = entries.filter(
      (entry) =>
        entry.isDirectory() &&
        (entriesOf(join(root, folder, entry.name)) ?? []).some(({ name }) => name === '.cargo-checksum.json'),
    )
    if (crates.length === 0) return null
    const packages = crates.flatMap((crate): FoundPackage[] => {
      const path = under(folder, crate.name)
      const manifest = manifestOf(smallText(join(root, path, 'Cargo.toml')))
      const name = textField(manifest, 'name')
      const version = textField(manifest, 'version')
      const purl = name === null || version === null ? null : purlOf('cargo', name, version)
      return name === null || version === null || purl === null ? [] : [{ purl, name, version, folder: path }]
    })
    return { packages, unread: [], searchOn: [] }
  },
}

function manifestOf(text: string | null): unknown {
  if (text === null) return null
  try {
    return parse(text)['package']
  } catch {
    return null
  }
}
