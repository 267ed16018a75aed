import type { Release } from '#domain/upstream.ts'
import { filesOfZip } from '#sources/registry/archive.ts'
import { recordAt, textAt } from '#sources/registry/extract.ts'
import { readGoConfig } from '#sources/registry/go-config.ts'
import { isRetracted, moduleRemarks } from '#sources/registry/go-module-remarks.ts'
import { dayIn, inOrder, isPrerelease, statedRepository, worthAsking } from '#sources/registry/releases.ts'
import { defineRegistry, type Lack } from '#sources/registry/registry.ts'
import { isMiss, type KeptAnswer } from '#sources/registry/session.ts'

/** Each day costs a request; the versions in use and so many newer ones are asked. */
const mostDays = 30

export const registry = defineRegistry({
  id: 'golang',
  label: 'Go',
  explanation:
    'The list of versions, the day of each version in use and of the newest others, and what the newest says is retracted.',
  source: 'Go Modules Reference: GOPROXY protocol; `retract` directives; deprecation comments',
  requestsPerHost: 6,
  betweenMs: 0,
  sizedBy: 'archive',
  followsToArchives: false,
  configure: readGoConfig,
  ask: async (session, { name, versions }) => {
    const module = escaped(name)
    const list = await session.text(`${module}/@v/list`)
    if (isMiss(list)) return list
    const listed = list.split('\n').filter((line) => line !== '')
    const all = [...new Set([...listed, ...versions])]
    for (const version of worthAsking('golang', all, versions, mostDays))
      await session.json(`${module}/@v/${escaped(version)}.info`, infoShape)
    const newest = worthAsking('golang', all, [], 1).at(-1) ?? versions[0]
    if (newest !== undefined) await session.text(`${module}/@v/${escaped(newest)}.mod`, moduleRemarks)
    // The size of the archive of what is used, without the archive.
    for (const version of versions) await session.head(`${module}/@v/${escaped(version)}.zip`)
    return null
  },
  read: (answers, { name, package: purl, versions }) => {
    const [list] = answers
    if (list?.text === undefined || /<html/i.test(list.text)) return null
    const listed = list.text.split('\n').filter((line) => /^v\d/.test(line))
    const infos = answers.filter(({ json }) => textAt(json, 'Version') !== null)
    const days = new Map(infos.map(({ json }) => [textAt(json, 'Version'), dayIn(textAt(json, 'Time'))]))
    const remarks = answers.find(({ asked }) => asked.endsWith('.mod'))?.text ?? ''
    const all = [...new Set([...listed, ...versions.filter((version) => days.has(version))])]
    if (all.length === 0) return null
    // Of the newest version, since projects move. A module's path is a name and need not be the place of its source.
    const origins = infos.map(({ json }) => textAt(recordAt(json, 'Origin'), 'URL')).filter((url) => url !== null)
    const repository = statedRepository(origins.at(-1) ?? null)
    const deprecation = /^deprecated: (.*)$/m.exec(remarks)?.[1] ?? null
    const releases = all.map((version): Release => ({
      version,
      on: days.get(version) ?? null,
      isPrerelease: isPrerelease('golang', version) && !isPseudo(version),
      isWithdrawn: isRetracted(remarks, version),
      deprecation,
      license: null,
    }))
    const lacks: readonly Lack[] = ['license', 'publishers', ...(repository === null ? (['repository'] as const) : [])]
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: null,
        repository,
        fundingLinks: [],
      },
      at: '/answers/0/text',
      lacks: releases.some(({ on }) => on === null) ? [...lacks, 'release-dates'] : lacks,
      published: (version) => {
        const address = `${escaped(name)}/@v/${escaped(version)}.zip`
        const { answer, index } = headOf(answers, address)
        return {
          version,
          bytes: answer?.sizeBytes ?? null,
          bytesAt: index === -1 ? '' : `/answers/${index}/sizeBytes`,
          archive: { address, hash: null },
          manifest: null,
        }
      },
    }
  },
  filesOf: async (_, bytes) =>
    filesOfZip(bytes)?.map(({ path, bytes: content }) => ({
      // Every file lies in a folder named after the module and its version.
      path: path.replace(/^.*?@v[^/]*\//, ''),
      bytes: content,
    })) ?? null,
})

const infoShape = { Version: true, Time: true, Origin: { URL: true } } as const

/** Capital letters are written as `!` and the small one, for file systems that do not tell them apart. */
function escaped(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
}

/** A commit between versions, `v0.0.0-20200102030405-0123456789ab`: no prerelease that its makers announced. */
function isPseudo(version: string): boolean {
  return /[-.]\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(version)
}

function headOf(
  answers: readonly KeptAnswer[],
  address: string,
): { readonly answer: KeptAnswer | undefined; readonly index: number } {
  const index = answers.findIndex(({ asked }) => asked === address)
  return { answer: answers[index], index }
}
