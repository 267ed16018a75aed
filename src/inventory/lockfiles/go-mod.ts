import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import type { GoRequirement } from '#inventory/text/go-module-file.ts'
import { parseGoMod } from '#inventory/text/go-module-file.ts'
import type { GoSum } from '#inventory/text/go-sum-file.ts'
import { parseGoSum } from '#inventory/text/go-sum-file.ts'
import { base64Hash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { inFile, lines } from '#inventory/text/place.ts'
import { takeSum } from './go-sum.ts'

export const reader = defineReader({
  id: 'go-mod',
  label: 'Go module with its sums',
  explanation:
    'Reads go.mod and the go.sum beside it as one: the modules required, replaced ones as their replacement, and those of which go.sum holds a hash of the content. Modules replaced by a folder are refused.',
  source: 'Go Modules Reference: go.mod files, go.sum files',
  kind: 'lockfile',
  recognisesName: (path) => fileName(path) === 'go.mod',
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('go-mod', 'go.mod')
  const module = parseGoMod(openText(file, into), (line, text) => into.odd('syntax', lines(line), text))
  into.specVersion = module.goVersion
  if (module.path !== null) into.subject = { name: module.path, version: null, purl: null }
  else if (file.bytes.length > 0) into.odd('missing-field', lines(1), 'module')
  const sums = new Map<string, GoSum>()
  const sumFile = file.sibling('go.sum')
  if (sumFile !== undefined) {
    const oddSum = (line: number, text: string) => into.odd('syntax', inFile('go.sum', lines(line)), text)
    for (const sum of parseGoSum(sumFile.text(), oddSum)) sums.set(`${sum.path}@${sum.version}`, sum)
  }
  const seen = new Set<string>()
  for (const required of module.requirements) {
    const used = module.replacementOf(required)
    const at = lines(used.line)
    if (used.version === null) into.refuse(at, 'local-source')
    else {
      const key = `${used.path}@${used.version}`
      if (seen.has(key)) continue
      seen.add(key)
      take(used.path, used.version, at, required, sums.get(key), into)
    }
  }
  for (const [key, sum] of sums) {
    // Since Go 1.17 go.mod names every module needed to build; others are kept for what they require in turn.
    if (!seen.has(key)) takeSum(sum, inFile('go.sum', lines(sum.line)), into)
  }
  return into.finish()
}

function take(
  path: string,
  version: string,
  at: string,
  required: GoRequirement,
  sum: GoSum | undefined,
  into: Collector,
): void {
  const index = into.take({
    ref: `${path}@${version}`,
    at,
    ecosystem: 'Go',
    name: path,
    version,
    scope: 'runtime',
    directness: 'transitive',
    hashes: sum === undefined ? [] : base64Hash('SHA-256', sum.hash),
  })
  if (!required.isIndirect) into.root(index, 'runtime')
}
