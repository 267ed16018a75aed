import type { FoundPackage, InstalledLayout } from '#sources/installed-layout.ts'
import { purlOf, under } from '#sources/installed-layout.ts'

/** Bundler's `vendor/bundle/ruby/VERSION/gems/NAME-VERSION[-PLATFORM]`. */
export const bundler: InstalledLayout = {
  id: 'bundler',
  find: (_, folder, entries) => {
    if (!/(^|\/)bundle\/j?ruby\/[^/]+\/gems$/.test(folder)) return null
    const packages = entries.flatMap((entry): FoundPackage[] => {
      const match = /^(.+?)-(\d[0-9A-Za-z.]*)(-[a-z].*)?$/.exec(entry.name)
      const [, name, version] = match ?? []
      if (!entry.isDirectory() || name === undefined || version === undefined) return []
      const purl = purlOf('gem', name, version)
      return purl === null ? [] : [{ purl, name, version, folder: under(folder, entry.name) }]
    })
    return { packages, unread: [], searchOn: [] }
  },
}
