import { defineReader } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import type { GoSum } from '#inventory/text/go-sum-file.ts'
import { parseGoSum } from '#inventory/text/go-sum-file.ts'
import { base64Hash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'

export const reader = defineReader({
  id: 'go-sum',
  label: 'Go sums alone',
  explanation:
    'Reads the modules of which go.sum holds a hash of the content, where no go.mod stands beside it. Directness is unknown.',
  source: 'Go Modules Reference: go.sum files',
  kind: 'lockfile',
  recognisesName: (path) => fileName(path) === 'go.sum',
  recognisesContent: () => true,
  yieldsTo: ['go.mod'],
  read: (file) => {
    const into = new Collector('go-sum', 'go.sum')
    const text = openText(file, into)
    const seen = new Set<string>()
    for (const sum of parseGoSum(text, (line, odd) => into.odd('syntax', lines(line), odd))) {
      const key = `${sum.path}@${sum.version}`
      if (!seen.has(key)) takeSum(sum, lines(sum.line), into)
      seen.add(key)
    }
    for (const part of into.parts) part.directness = 'unknown'
    return into.finish()
  },
})

/** Takes a module that only go.sum names. */
export function takeSum(sum: GoSum, at: string, into: Collector): number {
  return into.take({
    ref: `${sum.path}@${sum.version}`,
    at,
    ecosystem: 'Go',
    name: sum.path,
    version: sum.version,
    directness: 'transitive',
    hashes: base64Hash('SHA-256', sum.hash),
  })
}
