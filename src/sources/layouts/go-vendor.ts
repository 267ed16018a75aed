import { join } from 'node:path'
import type { InstalledLayout } from '#sources/installed-layout.ts'
import { purlOf, smallText, under } from '#sources/installed-layout.ts'

/**
 * `vendor/modules.txt` lists the modules as `# PATH VERSION [=> PATH [VERSION]]`. A replacement by a local folder is the
 * organization's own work. Modules may lie inside the folders of others.
 */
export const goVendor: InstalledLayout = {
  id: 'go-vendor',
  find: (root, folder, entries) => {
    if (!entries.some((entry) => entry.isFile() && entry.name === 'modules.txt')) return null
    const text = smallText(join(root, folder, 'modules.txt'))
    if (text === null)
      return { packages: [], unread: [{ path: `${folder}/modules.txt`, code: 'unreadable' }], searchOn: [] }
    const modules = text.split('\n').flatMap((line) => moduleOf(line) ?? [])
    const places = modules.map(({ place }) => place)
    const packages = modules.flatMap(({ place, name, version }) => {
      const purl = version === null ? null : purlOf('golang', name, version)
      if (purl === null || version === null) return []
      const without = places.flatMap((other) => (other.startsWith(`${place}/`) ? [other.slice(place.length + 1)] : []))
      return [{ purl, name, version, folder: under(folder, place), without }]
    })
    return { packages, unread: [], searchOn: [] }
  },
}

/** `place` is the folder below `vendor`; it keeps the replaced path. Null for lines about other things. */
function moduleOf(line: string): { place: string; name: string; version: string | null } | null {
  const match = /^# (\S+)(?: (v\S+))?(?: => (\S+)(?: (v\S+))?)?\s*$/.exec(line)
  const place = match?.[1]
  if (match === null || place === undefined || place.split('/').includes('..')) return null
  const [, , version, replacement, replacementVersion] = match
  if (replacement !== undefined) return { place, name: replacement, version: replacementVersion ?? null }
  return version === undefined ? null : { place, name: place, version }
}
