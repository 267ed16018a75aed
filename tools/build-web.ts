/**
 * Builds the portal into `dist/web` with hashed file names. With `--if-needed` only when it is missing or older than what
 * it is made of, so that `npm start` is quick the second time. Nothing is fetched.
 */

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import react from '@vitejs/plugin-react'

const root = join(import.meta.dirname, '..')
export const webFolder = join(root, 'dist', 'web')

export async function buildWeb(): Promise<void> {
  await build({
    root: join(root, 'src', 'web'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
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

if (import.meta.main && (!process.argv.includes('--if-needed') || isStale())) await buildWeb()
