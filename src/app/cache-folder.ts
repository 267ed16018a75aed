import { join } from 'node:path'

/** A folder of derived or fetched things below the home folder; deleting it loses time, nothing else. */
export function cacheFolder(home: string, name: string): string {
  return join(home, 'cache', name)
}
