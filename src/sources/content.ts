/**
 * Data packs: the knowledge that ships as YAML in `content/`, read once at the edge and passed in as values. Every pack has
 * an id and a version; its entries name their source and the license of that source.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail } from '#domain/problem.ts'
import { openYaml } from './yaml-file.ts'

const folder = join(import.meta.dirname, '..', '..', 'content')

/** The fields of every pack: give them to the schema of one. */
export const packFields = { pack: z.string(), version: z.int().positive() }

/** The fields of every entry. */
export const entryFields = { id: z.string(), source: z.string(), 'source-license': z.string() }

/**
 * Reads a pack of the repository.
 * @param path below `content/`, for example `licenses/families.yaml`
 * Throws `config-invalid` with the line when the file does not follow the schema: packs may be edited by hand.
 */
export function readContent<T>(path: string, schema: z.ZodType<T>): T {
  const name = `content/${path}`
  const opened = openYaml(contentBytes(path, name), name, schema)
  return opened.ok ? opened.value : fail(opened.problem)
}

function contentBytes(path: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, path))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    return fail(
      reason === 'ENOENT' ? { code: 'path-missing', path: name } : { code: 'path-unreadable', path: name, reason },
    )
  }
}
