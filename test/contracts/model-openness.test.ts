/** Descriptions of real AI models, classed by us and by a second, plain reading of the framework's rules. */

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { listedLicense } from '#licensing/license-list.ts'
import { mofClass } from '#licensing/model-class.ts'
import { readModelDescription, type ModelDescription } from '#licensing/model-description.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { describeWithShared } from '#test/shared-data.ts'

const needed: readonly (readonly [1 | 2 | 3, readonly string[]])[] = [
  [3, ['Model architecture', 'Model parameters (Final)', 'Evaluation results', 'Model card', 'Data card']],
  [2, ['Training code', 'Inference code', 'Evaluation code', 'Evaluation data']],
  [1, ['Datasets', 'Data preprocessing code', 'Model parameters (Intermediate)', 'Research paper']],
]

/** Names whose license the framework looks up among those of documents or of data; all others are code. */
const documents = /results|card|report|paper|outputs/
const data = /^Datasets|parameters|Evaluation data|metadata/

function plainClass({ components, licenses }: ModelDescription, alsoOpen: readonly string[]): number {
  const open = new Set(
    components
      .filter(({ name, license }) => {
        const ofKind = documents.test(name) ? licenses.document : data.test(name) ? licenses.data : licenses.code
        const id = license ?? ofKind ?? licenses.distribution ?? ''
        const listed = listedLicense(id)
        return alsoOpen.includes(id) || listed?.isOsiApproved === true || listed?.isFsfLibre === true
      })
      .map(({ name }) => name),
  )
  if (!open.has('Technical report') && !open.has('Research paper')) return 0
  let reached = 0
  for (const [level, names] of needed) {
    if (!names.every((name) => open.has(name))) break
    reached = level
  }
  return reached
}

describeWithShared('descriptions of AI models', 'ai-models/model-openness.zip', (path) => {
  const files = unzipSync(readFileSync(path), { filter: ({ name }) => name.endsWith('.yml') })
  const models = Object.values(files).map((bytes) => readModelDescription(parse(strFromU8(bytes))))
  const tables = loadLicenseTables()

  it('are all read', () => {
    expect(models.length).toBe(273)
    expect(models.filter((model) => model === undefined)).toEqual([])
  })

  it('get the class that a plain reading of the rules gives', () => {
    const read = models.filter((model) => model !== undefined)
    const ours = read.map((model) => [model.name, mofClass(model, tables).class ?? 0])
    expect(ours).toEqual(read.map((model) => [model.name, plainClass(model, tables.modelFramework.alsoOpen)]))
    const count = (wanted: number) => ours.filter(([, reached]) => reached === wanted).length
    expect([count(1), count(2), count(3), count(0)]).toEqual([14, 1, 16, 242])
  })
})
