import { describe, expect, it } from 'vitest'
import { talkAudiences, valueKinds } from '#domain/motivators.ts'
import { loadMotivatorContent } from './motivator-content.ts'

const content = loadMotivatorContent()

describe('the packs of benefits and motivators', () => {
  it('hold every benefit by level, activity and stakeholder [row 69]', () => {
    const counts = ['VU', 'VA', 'VB', 'VC', 'VG'].map(
      (group) => content.benefits.filter(({ id }) => id.startsWith(group)).length,
    )
    expect(counts).toEqual([10, 7, 9, 6, 3])
    expect(content.benefits.find(({ id }) => id === 'VU1')).toMatchObject({
      from: 0,
      activities: ['use'],
      stakeholders: ['engineering', 'product', 'executives'],
      shownBy: ['value/usage-replacement', 'value/reuse-share'],
      source: 'PIC-BENEFITS',
      sourceLicense: 'CC-BY-4.0',
    })
  })

  it('hold a guide for each audience, and the row that the picture lacks', () => {
    expect(content.guides.map(({ audience }) => audience)).toEqual(talkAudiences)
    expect(content.guides.map(({ questions }) => questions.length)).toEqual([8, 8, 8, 5, 4])
    expect(content.kinds.map(({ id }) => id)).toEqual(valueKinds)
    expect(content.catalog.filter(({ kind }) => kind === 'risk-and-duty')).toHaveLength(5)
  })

  it('transcribe the picture: seven rows, boxes that span columns [row 74]', () => {
    const { rows, boxes, isProposal } = content.template
    expect(rows).toHaveLength(7)
    expect(rows).not.toContain('risk-and-duty')
    expect(isProposal).toBe(true)
    expect(boxes).toHaveLength(27)
    const spanning = boxes.filter(({ from, to }) => to > from).map(({ motivator }) => motivator)
    expect(spanning).toContain('network-expansion')
    expect(spanning).toContain('not-falling-behind')
    expect(new Set(boxes.filter(({ kind }) => kind === 'brand').map(({ from }) => from))).toEqual(new Set([4]))
  })

  it('say everything in three languages that differ', () => {
    const texts = [
      ...content.benefits.map(({ label }) => label),
      ...content.catalog.map(({ label }) => label),
      ...content.kinds.map(({ label }) => label),
      ...content.guides.flatMap(({ label, questions }) => [label, ...questions.map(({ text }) => text)]),
      content.template.note,
    ]
    expect(texts.length).toBeGreaterThan(110)
    expect(
      texts.filter(({ en, de, ja }) => en === de || en === ja || !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja)),
    ).toEqual([])
  })
})
