/** The invariants of ARCHITECTURE.md, checked on the sources themselves. */

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycle, importsOf, type SourceText } from './import-graph.ts'

const root = join(import.meta.dirname, '..')

const pureAreas = [
  'inventory',
  'vulnerabilities',
  'licensing',
  'health',
  'value',
  'contribution',
  'maturity',
  'motivators',
  'advice',
  'governance',
  'public-sector',
]

/** Area → areas it may import besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ecosystems: ['domain'],
  measure: ['domain', 'ecosystems'],
  charts: ['domain'],
  ...Object.fromEntries(pureAreas.map((area) => [area, ['domain', 'ecosystems']])),
  report: ['domain', 'text', 'charts'],
  text: ['domain'],
  sources: ['domain', 'ecosystems'],
  store: ['domain'],
  app: ['domain', 'ecosystems', ...pureAreas, 'measure', 'report', 'text', 'sources', 'store'],
  api: ['domain'],
  server: ['domain', 'app', 'api', 'text'],
  cli: ['domain', 'app', 'api', 'text', 'server'],
  web: ['api', 'text', 'charts'],
}

const sources: readonly SourceText[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') || path.endsWith('.tsx'))
  .sort()
  .map((path) => ({ path: `src/${path.replaceAll('\\', '/')}`, text: readFileSync(join(root, 'src', path), 'utf8') }))
const production = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

function areaOf(path: string): string {
  return path.split('/')[1] ?? ''
}

describe('the house', () => {
  it('has only rooms that are drawn', () => {
    const areas = new Set(production.map(({ path }) => areaOf(path)))
    expect([...areas].filter((area) => !(area in allowed))).toEqual([])
  })

  it('lists no room among the import names that does not exist', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }
    const missing = Object.values(manifest.imports).filter(
      (target) => !existsSync(join(root, target.replace('/*', ''))),
    )
    expect(missing).toEqual([])
  })

  it('imports in the drawn direction only', () => {
    const wrong = production.flatMap((source) =>
      importsOf(source).flatMap((target) => {
        if (!target.startsWith('#')) return []
        const from = areaOf(source.path)
        const to = target.slice(1).split('/')[0] ?? ''
        return to === from || allowed[from]?.includes(to) ? [] : [`${source.path} → ${target}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('never climbs: no import starts with ../', () => {
    const climbing = sources.flatMap((source) =>
      importsOf(source)
        .filter((target) => target.startsWith('..'))
        .map((target) => `${source.path} → ${target}`),
    )
    expect(climbing).toEqual([])
  })

  it('keeps pure areas free of input and output', () => {
    const pure = new Set(['domain', 'ecosystems', 'measure', 'charts', 'report', 'text', ...pureAreas])
    const impure = production
      .filter(({ path }) => pure.has(areaOf(path)))
      .flatMap((source) => [
        ...importsOf(source)
          .filter((target) => target.startsWith('node:'))
          .map((target) => `${source.path} → ${target}`),
        ...forbiddenCalls
          .filter((call) => call.pattern.test(source.text))
          .map((call) => `${source.path} calls ${call.name}`),
      ])
    expect(impure).toEqual([])
  })

  it('reaches the network from one file', () => {
    const network = production
      .filter(
        (source) =>
          importsOf(source).some((target) =>
            ['undici', 'node:http', 'node:https', 'node:net', 'node:tls', 'node:dgram'].includes(target),
          ) || /(?<![.\w])fetch\(/.test(source.text),
      )
      .map(({ path }) => path)
    // In the browser there is one more: the portal asks its own server, from one file too.
    expect(network).toEqual(['src/sources/http.ts', 'src/web/api.ts'])
  })

  it('lets the portal ask no other server than its own', () => {
    const portal = production.filter(({ path }) => areaOf(path) === 'web')
    expect(portal.length).toBeGreaterThan(0)
    expect(
      portal.filter(({ text }) => /https?:\/\/(?!www\.w3\.org|owasp\.org)/.test(text)).map(({ path }) => path),
    ).toEqual([])
  })

  it('starts processes from sources only', () => {
    const starting = production
      .filter((source) => importsOf(source).includes('node:child_process') && areaOf(source.path) !== 'sources')
      .map(({ path }) => path)
    expect(starting).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(findCycle(production)).toBeUndefined()
  })

  it('would see a circle (canary)', () => {
    const planted = [
      { path: 'src/domain/a.ts', text: "import { b } from './b.ts'" },
      { path: 'src/domain/b.ts', text: "export { c } from '#domain/c.ts'" },
      { path: 'src/domain/c.ts', text: "const a = await import('./a.ts')" },
    ]
    expect(findCycle(planted)).toEqual(['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts', 'src/domain/a.ts'])
  })

  it('names files in kebab-case', () => {
    expect(production.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })

  it('has fresh generated files', () => {
    expect(() =>
      execFileSync(process.execPath, [join(root, 'tools', 'generate.ts'), '--check'], { stdio: 'pipe' }),
    ).not.toThrow()
  })

  it('names no package registry and no path of a machine', () => {
    const registry = new RegExp(
      [
        ['registry', 'npmjs'],
        ['registry', 'yarnpkg'],
        ['pypi', 'org'],
        ['pythonhosted', 'org'],
        ['static\\.crates', 'io'],
        ['index\\.crates', 'io'],
        ['proxy\\.golang', 'org'],
        ['repo\\d?\\.maven', ''],
      ]
        .map((parts) => parts.join('\\.'))
        .join('|'),
    )
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(root, path)))
    const named = files.filter((path) => registry.test(readFileSync(join(root, path), 'utf8')))
    expect(named.map((path) => relative('.', path))).toEqual([])
  })
})

const forbiddenCalls = [
  { name: 'Date.now', pattern: /\bDate\.now\(/ },
  { name: 'new Date()', pattern: /new Date\(\)/ },
  { name: 'Math.random', pattern: /\bMath\.random\(/ },
  { name: 'fetch', pattern: /(?<![.\w])fetch\(/ },
  { name: 'process', pattern: /(?<![.\w])process\.(?:env|cwd|exit|stdout|stderr|argv)/ },
]
