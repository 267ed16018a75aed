import { describe, expect, it } from 'vitest'
import { prepare } from './context.ts'
import { bollard, sampleInput, samplePortfolio, said, tidewheel } from './portfolio.sample.ts'
import { searchExisting, wordsOf } from './search.ts'

describe('words', () => {
  it('fold the ways to write a name', () => {
    for (const text of ['date-picker', 'DatePicker', 'date_picker', '@city/Date pickers'])
      expect(wordsOf(text)).toEqual(expect.arrayContaining(['date', 'picker']))
    expect(wordsOf('glass')).toEqual(['glass'])
  })
})

describe('a search', () => {
  const search = (need: string, declarations = [said(bollard, 'keywords', 'mooring, calendar')]) =>
    searchExisting(prepare(sampleInput(samplePortfolio({ declarations }))), need).map(({ subject, fit, foundIn }) => [
      subject,
      fit,
      foundIn,
    ])

  it('looks into names, also such as are written together, projects and keywords', () => {
    expect(search('wheel')).toEqual([[tidewheel, 1, ['name']]])
    expect(search('calendars')).toEqual([[bollard, 1, ['keyword']]])
    expect(search('tide')).toEqual([[tidewheel, 1, ['name']]])
  })

  it('puts a fuller fit first and leaves out what has less than half of the words', () => {
    expect(search('mooring wheel calendar').map(([subject]) => subject)).toEqual([bollard])
    expect(search('mooring bollard tide').map(([subject]) => subject)).toEqual([bollard])
  })

  it('finds nothing for words that say nothing', () => {
    expect(search('a new library for the')).toEqual([])
    expect(search('')).toEqual([])
  })

  it('does not take short words for beginnings of others', () => {
    expect(search('tid')).toEqual([])
  })
})
