/**
 * Makes the package that is installed: Node does not strip types below `node_modules`, so it holds JavaScript, and its
 * manifest maps `#area/*.ts` to the JavaScript beside it, since the compiler leaves such imports as they are.
 *
 *   node tools/pack.ts [FOLDER]     writes headwater-VERSION.tgz into the folder (default: the current one)
 */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')

type Manifest = {
  readonly name: string
  readonly version: string
  readonly imports: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** Areas that the program does not need to run. */
const left = new Set(['#tools/*', '#test/*'])
const kept = ['name', 'version', 'description', 'license', 'type', 'dependencies', 'engines'] as const
/** Read at run time, or asked for by licenses. */
const folders = ['content', 'LICENSES', 'docs']
const files = ['LICENSE', 'README.md', 'SECURITY.md']

/** @returns the path of the package */
export function pack(to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-pack-'))
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
    compile(folder)
    for (const name of [...folders, ...files])
      if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true })
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin', 'headwater.js'), starter, { mode: 0o755 })
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(installed(manifest), null, 2)}\n`)
    mkdirSync(to, { recursive: true })
    const output = execFileSync('npm', ['pack', '--silent', '--offline', '--pack-destination', resolve(to)], {
      cwd: folder,
      encoding: 'utf8',
    })
    return join(resolve(to), output.trim().split('\n').at(-1) ?? '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compile(folder: string): void {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: Record<string, unknown>
  }
  // Beside its own manifest and packages, so that the compiler finds `#area` imports and types as it does here.
  const place = join(folder, 'build')
  mkdirSync(place)
  cpSync(join(root, 'package.json'), join(place, 'package.json'))
  cpSync(join(root, 'src'), join(place, 'src'), {
    recursive: true,
    filter: (path) => !/\.(?:test|sample)\.tsx?$/.test(path),
  })
  // The portal is bundled on its own and not compiled file by file.
  rmSync(join(place, 'src', 'web'), { recursive: true, force: true })
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  const { allowImportingTsExtensions: _, noEmit: __, ...options } = compilerOptions
  // Types are checked by `npm run check`; here the compiler would object to imports that the manifest maps.
  const settings = {
    ...options,
    noCheck: true,
    rewriteRelativeImportExtensions: true,
    rootDir: 'src',
    outDir: join(folder, 'dist'),
  }
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings, include: ['src'] }))
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', place], {
    stdio: 'inherit',
  })
  rmSync(place, { recursive: true })
}

function installed(manifest: Manifest): object {
  const areas = Object.entries(manifest.imports).filter(([name]) => !left.has(name))
  return {
    ...Object.fromEntries(kept.map((field) => [field, manifest[field]])),
    bin: { headwater: 'bin/headwater.js' },
    imports: Object.fromEntries(
      areas.map(([name, target]) => [
        name.replace(/\*$/, '*.ts'),
        target.replace(/^\.\/src\//, './dist/').replace(/\*$/, '*.js'),
      ]),
    ),
  }
}

const starter = `#!/usr/bin/env node
import module from 'node:module'

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache()
  await import('../dist/cli/main.js')
} else {
  process.stderr.write(\`Headwater needs Node 24; this is \${process.version}.\\n\`)
  process.exitCode = 2
}
`

if (process.argv[1] === import.meta.filename) {
  const path = pack(process.argv[2] ?? '.')
  process.stdout.write(`${path}\n`)
}
