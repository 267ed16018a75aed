/**
 * The license compatibility matrix of OSADL (CC BY 4.0), from a copy that the user installed: a plain map of maps, or the list
 * form with explanations; compressed or not.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { compatibilities, type LicenseMatrix } from '#domain/license-matrix.ts'
import { fail } from '#domain/problem.ts'

const largestBytes = 64 * 1024 * 1024

/** `data/osadl-matrix.json` or `data/osadl-matrix.json.gz` of the home folder; undefined when neither is there. */
export function installedMatrix(home: string): LicenseMatrix | undefined {
  const path = ['osadl-matrix.json', 'osadl-matrix.json.gz']
    .map((name) => join(home, 'data', name))
    .find((candidate) => existsSync(candidate))
  return path === undefined ? undefined : readLicenseMatrix(path)
}

/** Throws `path-missing`, `path-unreadable`, or `config-invalid` when the file is no such matrix. */
export function readLicenseMatrix(path: string): LicenseMatrix {
  const parsed = matrixSchema.safeParse(readJson(path))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail({
      code: 'config-invalid',
      file: path,
      where: `/${issue?.path.join('/') ?? ''}`,
      what: 'the file is no license compatibility matrix',
    })
  }
  const { timestamp, rows } = parsed.data
  return { source: `OSADL matrix${timestamp === null ? '' : ` ${timestamp.slice(0, 10)}`}`, answers: rows }
}

function readJson(path: string): unknown {
  try {
    const bytes = readFileSync(path)
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
    return JSON.parse((isCompressed ? gunzipSync(bytes, { maxOutputLength: largestBytes }) : bytes).toString('utf8'))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'not JSON'
    return fail(reason === 'ENOENT' ? { code: 'path-missing', path } : { code: 'path-unreadable', path, reason })
  }
}

const answer = z.enum(compatibilities as [(typeof compatibilities)[number], ...(typeof compatibilities)[number][]])

const listForm = z
  .object({
    timestamp: z.string().optional(),
    licenses: z.array(
      z.object({ name: z.string(), compatibilities: z.array(z.object({ name: z.string(), compatibility: answer })) }),
    ),
  })
  .transform(({ timestamp = null, licenses }) => ({
    timestamp,
    rows: new Map(
      licenses.map((license) => [
        license.name,
        new Map(license.compatibilities.map(({ name, compatibility }) => [name, compatibility])),
      ]),
    ),
  }))

/** Two keys of the map are no licenses. */
const mapForm = z.record(z.string(), z.union([z.record(z.string(), answer), z.string()])).transform((map, context) => {
  const rows = new Map(
    Object.entries(map).flatMap(([name, row]) =>
      typeof row === 'string' ? [] : [[name, new Map(Object.entries(row))] as const],
    ),
  )
  if (rows.size === 0) context.addIssue({ code: 'custom', message: 'no license' })
  const timestamp = map['timestamp']
  return { timestamp: typeof timestamp === 'string' ? timestamp : null, rows }
})

const matrixSchema = z.union([listForm, mapForm])
