import { describe, expect, it } from 'vitest'
import { maturityFunctions, type LocalList, type LocalText } from '#domain/maturity-model.ts'
import { loadMaturityModel } from './maturity-content.ts'

const model = loadMaturityModel()

describe('the maturity model', () => {
  it('has every text in every language', () => {
    expect(model.untranslated).toEqual([])
  })

  it('is translated, not copied: texts of several words differ between the languages', () => {
    const copied = textsIn(model).filter(
      ({ en, de, ja }) => en.split(' ').length > 3 && (en === de || en === ja || de === ja),
    )
    expect(copied).toEqual([])
  })

  it('holds the five levels, five stages and 42 indicators of the four groups, besides the health of the program', () => {
    expect(model.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4])
    expect(model.stages.map(({ stage }) => stage)).toEqual([0, 1, 2, 3, 4])
    const count = (group: string) => model.indicators.filter(({ id }) => new RegExp(`^${group}\\d+$`).test(id)).length
    expect(['IC', 'IP', 'IB', 'IL'].map(count)).toEqual([15, 8, 9, 10])
    expect(model.indicators.filter(({ level }) => level === null).map(({ id }) => id)).toEqual(
      Array.from({ length: count('PH') }, (_, index) => `PH${index + 1}`),
    )
  })

  it('has the gates of the model: use is known, lists, usage policy, contribution policy, strategy', () => {
    const gates = model.indicators.filter(({ isGate, level }) => isGate && level !== null).map(({ id }) => id)
    expect(gates).toEqual(['IC1', 'IC2', 'IC6', 'IB1', 'IL1'])
  })

  it('assigns indicators to functions by their group', () => {
    const functionsOf = (group: string) =>
      new Set(model.indicators.filter(({ id }) => id.startsWith(group)).map((one) => one.function))
    expect(functionsOf('IC')).toEqual(new Set(['consume']))
    expect(functionsOf('IP')).toEqual(new Set(['participate']))
    expect(functionsOf('IB')).toEqual(new Set(['contribute']))
    expect(functionsOf('IL')).toEqual(new Set(['create', 'govern']))
    expect(functionsOf('PH')).toEqual(new Set(['govern']))
    expect(new Set(model.indicators.map((one) => one.function))).toEqual(new Set(maturityFunctions))
  })

  it('asks about every indicator, each question at least once', () => {
    const asked = new Set(model.questions.flatMap(({ indicators }) => indicators))
    expect(model.indicators.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([])
  })

  it('has stage cards with benefits, role and source [row 70]', () => {
    for (const { benefits, role, source, sourceLicense } of model.stages) {
      expect(new Set([benefits.en.length, benefits.de.length, benefits.ja.length]).size).toBe(1)
      expect(new Set([role.en.length, role.de.length, role.ja.length]).size).toBe(1)
      expect(role.en.length).toBeGreaterThan(0)
      expect([source, sourceLicense]).toEqual(['PIC-BENEFITS', 'CC-BY-4.0'])
    }
  })

  it('handles four types of activity on each level', () => {
    expect(model.handling.map(({ level, type }) => `${level} ${type}`)).toEqual(
      [0, 1, 2, 3, 4].flatMap((level) => model.activityTypes.map(({ id }) => `${level} ${id}`)),
    )
  })

  it('holds the frameworks as far as ids and titles are given, and names what is not', () => {
    const counts = Object.fromEntries(model.frameworks.map(({ id, items }) => [id, items.length]))
    expect(counts).toEqual({ ISO5230: 25, ISO18974: 25, GGI: 25, FINOS: 29, TODO: 16 })
    const gaps = model.frameworks.flatMap(({ items }) => items.filter(({ gap }) => gap !== null).map(({ id }) => id))
    expect(gaps).toContain('FINOS-2-items')
    for (const { items } of model.frameworks) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      for (const { records, indicators, gap } of items)
        expect(records.length + indicators.length > 0 !== (gap !== null)).toBe(true)
    }
  })

  it('uses every kind of record: an indicator needs it, or an item of a framework', () => {
    const used = new Set([
      ...model.indicators.flatMap(({ needs }) => needs.map(({ kind }) => kind)),
      ...model.frameworks.flatMap(({ items }) => items.flatMap(({ records }) => records)),
    ])
    expect(model.recordKinds.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
  })
})

/** Every text of a model, lists by their entries. */
function textsIn(value: unknown): readonly LocalText[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'ja' in value) {
    const { en, de, ja } = value as LocalText | LocalList
    if (typeof en === 'string') return [value as LocalText]
    return en.map((text, index) => ({ en: text, de: de[index] ?? '', ja: ja[index] ?? '' }))
  }
  return Object.values(value).flatMap(textsIn)
}
