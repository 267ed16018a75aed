import type { Release } from '#domain/upstream.ts'
import { filesOfTarGz, filesOfZip, withoutTopFolder } from '#sources/registry/archive.ts'
import { countAt, entriesAt, isRecord, listAt, recordAt, textAt } from '#sources/registry/extract.ts'
import { sha256Hash } from '#sources/registry/integrity.ts'
import { readPipConfig } from '#sources/registry/pip-config.ts'
import { pythonVersionOf, versionsInPage } from '#sources/registry/python-files.ts'
import { dayIn, inOrder, isPrerelease, statedRepository, webLinks } from '#sources/registry/releases.ts'
import { defineRegistry, type PublishedVersion, type RegistryReading } from '#sources/registry/registry.ts'
import { isMiss, type KeptAnswer } from '#sources/registry/session.ts'

const simpleType = 'application/vnd.pypi.simple.v1+json'

export const registry = defineRegistry({
  id: 'pypi',
  label: 'PyPI',
  explanation: 'The project document, or where an index has none, the page of the project in the simple index.',
  source: 'PyPI JSON API; simple repository API of the Python Packaging User Guide (PEP 503, 592, 691, 700, 792)',
  requestsPerHost: 4,
  betweenMs: 0,
  sizedBy: 'archive',
  followsToArchives: true,
  configure: readPipConfig,
  ask: async (session, { name }) => {
    // The index that pip is given ends in `/simple`; the JSON documents stand beside it, where there are any.
    if (session.base.endsWith('/simple')) {
      const document = await session.json(`../pypi/${name}/json`, documentShape)
      if (!isMiss(document) && Object.keys(recordAt(document, 'releases')).length > 0) return null
      session.startAgain()
    }
    const page = await session.json(`${name}/`, simpleShape, simpleType)
    if (!isMiss(page)) return null
    if (page.why !== 'nonsense') return page
    const html = await session.text(`${name}/`, versionsInPage)
    return isMiss(html) ? html : null
  },
  read: (answers, { name, package: purl }) => {
    const [answer] = answers
    if (answer === undefined) return null
    if (answer.text !== undefined) return readPage(answer.text, purl)
    if (!isRecord(answer.json)) return null
    const { info } = answer.json
    if (isRecord(info)) return sameName(textAt(info, 'name'), name) ? readDocument(answer, purl) : null
    return sameName(textAt(answer.json, 'name'), name) ? readSimple(answer, purl) : null
  },
  filesOf: async (address, bytes) => {
    const name = address.split(/[?#]/)[0] ?? ''
    if (name.endsWith('.whl')) return filesOfZip(bytes)
    if (name.endsWith('.zip')) return withoutTopFolder(filesOfZip(bytes))
    return name.endsWith('.tar.gz') ? withoutTopFolder(await filesOfTarGz(bytes)) : null
  },
})

const documentShape = {
  info: { name: true, version: true, license: true, license_expression: true, classifiers: true, project_urls: 'any' },
  ownership: { roles: 'count' },
  releases: {
    '*': [
      {
        filename: true,
        packagetype: true,
        size: true,
        upload_time_iso_8601: true,
        yanked: true,
        url: true,
        digests: { sha256: true },
      },
    ],
  },
} as const

const simpleShape = {
  name: true,
  versions: true,
  'project-status': { status: true, reason: true },
  files: [{ filename: true, size: true, 'upload-time': true, yanked: true, url: true, hashes: { sha256: true } }],
} as const

type IndexFile = {
  readonly name: string
  readonly on: string | null
  readonly isYanked: boolean
  readonly bytes: number | null
  readonly address: string | null
  readonly sha256: string | null
  readonly at: string
}

function readDocument({ json }: KeptAnswer, purl: string): RegistryReading {
  const info = recordAt(json, 'info')
  const files = Object.entries(recordAt(json, 'releases')).map(([version, list]) => {
    const of = (Array.isArray(list) ? list : []).map((file: unknown, index): IndexFile => ({
      name: textAt(file, 'filename') ?? '',
      on: dayIn(textAt(file, 'upload_time_iso_8601')),
      isYanked: isRecord(file) && file['yanked'] === true,
      bytes: countAt(file, 'size'),
      address: textAt(file, 'url'),
      sha256: textAt(recordAt(file, 'digests'), 'sha256'),
      at: `/answers/0/json/releases/${version}/${index}/size`,
    }))
    return [version, of] as const
  })
  const license = textAt(info, 'license_expression')
  const urls = Object.entries(recordAt(info, 'project_urls')).map(([label, url]) => ({
    label: label.toLowerCase(),
    url: typeof url === 'string' ? url : null,
  }))
  const labeled = (pattern: RegExp) => urls.filter(({ label }) => pattern.test(label)).map(({ url }) => url)
  const isInactive = listAt(info, 'classifiers').includes('Development Status :: 7 - Inactive')
  const publishers = entriesAt(recordAt(json, 'ownership'), 'roles')
  return {
    facts: {
      package: purl,
      releases: inOrder(
        files.map(([version, of]) => ({
          ...releaseOf(version, of, isInactive ? 'Development Status :: 7 - Inactive' : null),
          // The document's own statement is about the newest version.
          license: version === textAt(info, 'version') ? license : null,
        })),
      ),
      publishers,
      repository: statedRepository(...labeled(/source|repo|code|git/), ...labeled(/home/)),
      fundingLinks: webLinks(labeled(/fund|sponsor|donat/)),
    },
    at: '/answers/0/json/releases',
    lacks: ['license', ...(publishers === null ? (['publishers'] as const) : [])],
    published: (version) => publishedOf(version, files.find(([known]) => known === version)?.[1] ?? []),
  }
}

function readSimple({ json }: KeptAnswer, purl: string): RegistryReading {
  const byVersion = new Map<string, IndexFile[]>()
  // Without PEP 700 the versions are in the file names alone.
  for (const version of listAt(json, 'versions')) if (typeof version === 'string') byVersion.set(version, [])
  for (const [index, file] of listAt(json, 'files').entries()) {
    const name = textAt(file, 'filename') ?? ''
    const version = pythonVersionOf(name)
    if (version === null) continue
    const yanked = isRecord(file) ? file['yanked'] : false
    const of: IndexFile = {
      name,
      on: dayIn(textAt(file, 'upload-time')),
      isYanked: yanked === true || typeof yanked === 'string',
      bytes: countAt(file, 'size'),
      address: textAt(file, 'url'),
      sha256: textAt(recordAt(file, 'hashes'), 'sha256'),
      at: `/answers/0/json/files/${index}/size`,
    }
    byVersion.set(version, [...(byVersion.get(version) ?? []), of])
  }
  const status = recordAt(json, 'project-status')
  const state = textAt(status, 'status')
  const deprecation =
    state === 'deprecated' || state === 'archived' ? [state, textAt(status, 'reason')].filter(Boolean).join(': ') : null
  const releases = [...byVersion].map(([version, files]) => releaseOf(version, files, deprecation))
  const hasDays = releases.some(({ on }) => on !== null)
  return {
    facts: { package: purl, releases: inOrder(releases), publishers: null, repository: null, fundingLinks: [] },
    at: '/answers/0/json/files',
    lacks: ['license', 'publishers', 'repository', ...(hasDays ? [] : (['release-dates', 'published-size'] as const))],
    published: (version) => publishedOf(version, byVersion.get(version) ?? []),
  }
}

/** A page in HTML names files and nothing else about them. */
function readPage(text: string, purl: string): RegistryReading | null {
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines.length === 0) return null
  const yanked = new Map<string, boolean>()
  for (const line of lines) {
    const [version = '', mark] = line.split(' ')
    yanked.set(version, (yanked.get(version) ?? true) && mark === 'yanked')
  }
  const releases = [...yanked].map(([version, isWithdrawn]) => ({ ...releaseOf(version, [], null), isWithdrawn }))
  return {
    facts: { package: purl, releases, publishers: null, repository: null, fundingLinks: [] },
    at: '/answers/0/text',
    lacks: ['license', 'publishers', 'repository', 'release-dates', 'published-size'],
    published: () => null,
  }
}

/** Published on the day of its first file; withdrawn when every file is. */
function releaseOf(version: string, files: readonly IndexFile[], deprecation: string | null): Release {
  const days = files.flatMap(({ on }) => on ?? []).toSorted()
  return {
    version,
    on: days[0] ?? null,
    isPrerelease: isPrerelease('pypi', version),
    isWithdrawn: files.length > 0 && files.every(({ isYanked }) => isYanked),
    deprecation,
    license: null,
  }
}

/** A wheel for every machine is what is installed; else the source archive, since built wheels hold machine code. */
function publishedOf(version: string, files: readonly IndexFile[]): PublishedVersion | null {
  const chosen =
    files.find(({ name }) => name.endsWith('-none-any.whl')) ??
    files.find(({ name }) => /\.(?:tar\.gz|zip)$/.test(name)) ??
    files.find(({ name }) => name.endsWith('.whl'))
  if (chosen === undefined) return null
  const { bytes, at, address, sha256 } = chosen
  return {
    version,
    bytes,
    bytesAt: at,
    archive: address === null ? null : { address, hash: sha256Hash(sha256) },
    manifest: null,
  }
}

function sameName(a: string | null, b: string): boolean {
  const folded = (name: string) => name.toLowerCase().replaceAll(/[-_.]+/g, '-')
  return a !== null && folded(a) === folded(b)
}
