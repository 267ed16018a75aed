import { describe, expect, it } from 'vitest'
import { mofClass } from './model-class.ts'
import { readModelDescription } from './model-description.ts'
import { sampleTables } from './tables.sample.ts'

function classOf(components: Readonly<Record<string, string | null>>, licenses: Readonly<Record<string, string>> = {}) {
  const license = Object.fromEntries(Object.entries(licenses).map(([kind, name]) => [kind, { name }]))
  const list = Object.entries(components).map(([name, own]) => (own === null ? { name } : { name, license: own }))
  const description = readModelDescription({ release: { name: 'model', license, components: list } })
  if (description === undefined) throw new Error('no description')
  return mofClass(description, sampleTables)
}

describe('the openness class of a model', () => {
  it('needs the components of the classes above as well', () => {
    expect(classOf({ Weights: 'Apache-2.0', 'Technical report': 'CC-BY-4.0' }).class).toBe(3)
    const tooling = { Weights: 'Apache-2.0', 'Technical report': 'CC-BY-4.0', 'Training code': 'MIT' }
    expect(classOf(tooling).class).toBe(2)
    expect(classOf({ ...tooling, Paper: 'CC-BY-4.0' }).class).toBe(1)
    expect(classOf({ 'Training code': 'MIT', Paper: 'CC-BY-4.0' })).toMatchObject({
      class: null,
      lacks: { 3: ['Weights'] },
    })
  })

  it('lets the paper stand in for the technical report', () => {
    expect(classOf({ Weights: 'Apache-2.0', Paper: 'CC-BY-4.0' }).class).toBe(3)
    expect(classOf({ Weights: 'Apache-2.0', Paper: 'unlicensed' }).lacks[3]).toEqual(['Technical report'])
  })

  it('takes the license of the kind, then of the whole, where a component has none', () => {
    const components = { Weights: null, 'Technical report': null }
    expect(classOf(components, { distribution: 'Apache-2.0' }).class).toBe(3)
    expect(classOf(components, { distribution: 'Apache-2.0', data: 'CC-BY-NC-4.0' })).toMatchObject({
      class: null,
      lacks: { 3: ['Weights'] },
    })
  })

  it('keeps guesses of license names apart', () => {
    expect(classOf({ Weights: 'Apache 2', 'Technical report': 'CC-BY-4.0' })).toMatchObject({
      class: null,
      classWithGuesses: 3,
    })
  })

  it('tells an open license that is made for another kind of content', () => {
    const [weights] = classOf({ Weights: 'MIT', 'Technical report': 'CC-BY-4.0' }).components
    expect(weights).toMatchObject({ state: 'open', fits: false })
  })
})
