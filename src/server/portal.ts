/** The built portal: its files, and its page for every address that the portal itself knows. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { portalHeaders } from './security-headers.ts'

/** Where `npm run build` puts it. */
export const builtPortal = join(import.meta.dirname, '..', '..', 'dist', 'web')

export type Portal = { readonly page: Buffer }

/** @returns null when no portal was built */
export async function servePortal(server: FastifyInstance, folder: string): Promise<Portal | null> {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return null
  await server.register(files, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      for (const [name, value] of Object.entries(portalHeaders)) reply.header(name, value)
      // Names of built files carry a hash of their content.
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return { page: readFileSync(index) }
}
