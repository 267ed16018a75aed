/** Opens a SQLite file for reading without touching it: a copy of it in a folder that is gone afterwards. */

import { copyFileSync, mkdtempSync, rmSync, constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { databasePath } from '#store/sqlite-file.ts'
import { openStore, type Store } from '#store/store.ts'

/** @param use gets the store at the schema of this program, and the copy's folder. Problems: those of `openStore`. */
export async function openCopy<T>(path: string, use: (store: Store, folder: string) => Promise<T>): Promise<T> {
  // Beside the file: the place for temporary files is often small.
  const folder = mkdtempSync(join(dirname(path), '.headwater-'))
  try {
    copyFileSync(path, databasePath(folder), constants.COPYFILE_FICLONE)
    const store = await openStore({ home: folder })
    try {
      return await use(store, folder)
    } finally {
      await store.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
