import { join, posix } from 'node:path'
import type { FoundPackage, InstalledLayout } from '#sources/installed-layout.ts'
import { purlOf, smallJson, textField, under } from '#sources/installed-layout.ts'

/** `vendor/composer/installed.json` of Composer 1 (a list) and 2 (`packages`, each with its `install-path`). */
export const composerVendor: InstalledLayout = {
  id: 'composer-vendor',
  find: (root, folder, entries) => {
    if (!entries.some((entry) => entry.isDirectory() && entry.name === 'composer')) return null
    const place = 'composer/installed.json'
    const parsed = smallJson(join(root, folder, place))
    if (parsed === null) return null
    const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { packages?: unknown }).packages
    if (!Array.isArray(list))
      return { packages: [], unread: [{ path: under(folder, place), code: 'wrong-type' }], searchOn: [] }
    const packages = list.flatMap((entry: unknown): FoundPackage[] => {
      const name = textField(entry, 'name')
      const version = textField(entry, 'version')
      const purl = name === null || version === null ? null : purlOf('composer', name, version)
      if (name === null || version === null || purl === null) return []
      const path = posix.join('composer', textField(entry, 'install-path') ?? `../${name}`)
      // A package that was installed elsewhere, or is the project itself, is not below `vendor`.
      if (path.startsWith('..') || path === '.' || posix.isAbsolute(path)) return []
      return [{ purl, name, version, folder: under(folder, path), without: ['vendor'] }]
    })
    return { packages, unread: [], searchOn: [] }
  },
}
