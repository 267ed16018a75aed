import { join } from 'node:path'
import type { Unread } from '#domain/portfolio.ts'
import type { FoundPackage, InstalledLayout } from '#sources/installed-layout.ts'
import { entriesOf, purlOf, smallJson, textField, under } from '#sources/installed-layout.ts'

/** Folders in which pnpm and Yarn keep the real packages; the visible ones are links to them. */
const stores = new Set(['.pnpm', '.store'])

/** `node_modules/NAME` and `node_modules/@SCOPE/NAME`, each with its `package.json`; nested ones are searched on. */
export const nodeModules: InstalledLayout = {
  id: 'node-modules',
  find: (root, folder, entries) => {
    if (folder !== 'node_modules' && !folder.endsWith('/node_modules')) return null
    const packages: FoundPackage[] = []
    const unread: Unread[] = []
    const searchOn: string[] = []
    const take = (path: string) => {
      const manifest = smallJson(join(root, path, 'package.json'))
      const name = textField(manifest, 'name')
      const version = textField(manifest, 'version')
      const purl = name === null || version === null ? null : purlOf('npm', name, version)
      if (name === null || version === null || purl === null)
        unread.push({ path: `${path}/package.json`, code: manifest === null ? 'unreadable' : 'missing-field' })
      else packages.push({ purl, name, version, folder: path })
      if ((entriesOf(join(root, path)) ?? []).some((entry) => entry.isDirectory() && entry.name === 'node_modules'))
        searchOn.push(`${path}/node_modules`)
    }
    for (const entry of entries) {
      if (!entry.isDirectory()) continue
      const path = under(folder, entry.name)
      if (stores.has(entry.name)) searchOn.push(path)
      else if (entry.name.startsWith('@'))
        for (const scoped of entriesOf(join(root, path)) ?? []) {
          if (scoped.isDirectory()) take(under(path, scoped.name))
        }
      else if (!entry.name.startsWith('.')) take(path)
    }
    return { packages, unread, searchOn }
  },
}
