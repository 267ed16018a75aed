/**
 * Builds the portal into `dist/web` with hashed file names. With `--if-needed` only when it is missing or older than what
 * it is made of, so that `npm start` is quick the second time. Nothing is fetched.
 */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import react from '@vitejs/plugin-react'
import { notInPortal } from '#text/portal-words.ts'

const root = join(import.meta.dirname, '..')
export const webFolder = join(root, 'dist', 'web')

export async function buildWeb(): Promise<void> {
  await build({
    root: join(root, 'src', 'web'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), withoutOtherWords],
    build: {
      outDir: webFolder,
      emptyOutDir: true,
      target: 'es2024',
      sourcemap: false,
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
              {
                name: 'tanstack',
                test: /node_modules[\\/]@tanstack[\\/](?:react-router|router-core|history|react-query|query-core)[\\/]/,
              },
            ],
          },
        },
      },
    },
  })
}

/** Leaves out the sections of the words that no page shows; that none does is a matter of types. */
const withoutOtherWords: Plugin = {
  name: 'headwater-portal-words',
  enforce: 'pre',
  resolveId: (source, importer) => {
    const section = /^\.\/([a-z-]+)\.(?:en|ja|de)\.ts$/.exec(source)?.[1] ?? ''
    const isOfWords = importer !== undefined && /[\\/]text[\\/](?:en|ja|de)\.ts$/.test(importer)
    return isOfWords && Object.hasOwn(notInPortal, section) ? `\0left-out:${source.slice(2)}` : undefined
  },
  load: (id) => {
    if (!id.startsWith('\0left-out:')) return undefined
    const text = readFileSync(join(root, 'src', 'text', id.slice('\0left-out:'.length)), 'utf8')
    return [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => `export const ${name} = {}\n`).join('')
  },
}

function isStale(): boolean {
  const built = join(webFolder, 'index.html')
  if (!existsSync(built)) return true
  const at = statSync(built).mtimeMs
  const made = ['web', 'text', 'charts', 'api'].flatMap((area) => {
    const folder = join(root, 'src', area)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  })
  return [...made, join(root, 'package-lock.json'), import.meta.filename].some((path) => statSync(path).mtimeMs > at)
}

export async function buildWebIfStale(): Promise<void> {
  if (isStale()) await buildWeb()
}

if (import.meta.main) await (process.argv.includes('--if-needed') ? buildWebIfStale() : buildWeb())
