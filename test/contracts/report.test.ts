/** What holds for every section, block and format of a report, whatever is known and in whatever language. */

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Block, Cell, Text } from '#report/block.ts'
import { figuresOf } from '#report/block.ts'
import { renderHtml } from '#report/html.ts'
import { htmlScript, htmlScriptHash } from '#report/html-script.ts'
import { renderMarkdown } from '#report/markdown.ts'
import type { Section } from '#report/section.ts'
import { sections } from '#report/sections.generated.ts'
import { renderSummary } from '#report/terminal.ts'
import { displayWidth } from '#report/text-width.ts'
import { languages } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import { largeReport, sampleReport, situations } from '#test/report-samples.ts'

const cases = languages.flatMap((language) =>
  (Object.keys(situations) as (keyof typeof situations)[]).map((situation) => ({ language, situation })),
)
const plain = { color: false, width: 100 }
/** A span of code ends only with as many backticks as it began with. */
const codeSpan = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g
const hostile = '<script>alert(1)</script>"\'`&|\u001B[31m\u202E](javascript:x)'

describe.each(cases)('a report in $language with everything $situation', ({ language, situation }) => {
  const report = sampleReport(situations[situation], language)

  it('shows no number that is not a figure or a count of the rows of a table', async () => {
    const { sections: all, summary } = await report
    const blocks = [...all.flatMap((section) => section.blocks), ...summary]
    expect(ownTexts(blocks).filter((text) => /\p{Nd}/u.test(text))).toEqual([])
  })

  it('can show the working of every figure', async () => {
    const { sections: all, summary, explanations } = await report
    const shown = [...all.flatMap((section) => section.blocks), ...summary].flatMap((block) => figuresOf([block]))
    expect(shown.length).toBeGreaterThan(15)
    expect(shown.filter(({ id }) => !explanations.has(id))).toEqual([])
    const html = renderHtml(await report)
    for (const id of explanations.keys()) expect(html).toContain(`headwater explain ${escaped(id)}`)
    const targets = [...html.matchAll(/popovertarget="([^"]*)"/g)].map((match) => match[1])
    expect(targets.filter((target) => !html.includes(`id="${target}"`))).toEqual([])
  })

  it('gives the same bytes for the same input', async () => {
    const again = await sampleReport(situations[situation], language)
    expect(renderHtml(again)).toBe(renderHtml(await report))
    expect(renderMarkdown(again)).toBe(renderMarkdown(await report))
    expect(renderSummary(again, plain)).toBe(renderSummary(await report, plain))
  })

  it('uses every id of the page once', async () => {
    const ids = [...renderHtml(await report).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe('the unknown', () => {
  it('is never rendered as zero', async () => {
    const report = await sampleReport(situations.unknown, 'en')
    const unknown = new Set(
      [...report.explanations.values()].filter(({ view }) => !view.figure.known).map(({ view }) => escaped(view.id)),
    )
    expect(unknown.size).toBeGreaterThan(2)
    const shown = [...renderHtml(report).matchAll(/<button[^>]*data-figure="([^"]*)"[^>]*>(.*?)<\/button>/g)].filter(
      (match) => unknown.has(match[1] ?? ''),
    )
    expect(shown.length).toBeGreaterThan(3)
    for (const [, , text = ''] of shown)
      expect(text).toMatch(/^<span class="not-known">not (looked up|measured|assessed)/)
  })

  it('is said in words in the terminal and in Markdown', async () => {
    const report = await sampleReport(situations.unknown, 'en')
    expect(renderSummary(report, plain)).toMatch(/Known vulnerabilities\s+▨ not looked up: offline/)
    expect(renderSummary(report, plain)).toMatch(/Work to build it again\s+▨ not measured: offline/)
    expect(renderMarkdown(report)).toContain('▨ not looked up: offline')
  })

  it('asks for advisories first when nobody has looked', async () => {
    const summary = renderSummary(await sampleReport(situations.unknown, 'en'), plain)
    expect(summary).toMatch(/What to do next\s+1\. Bring in the public advisories.*headwater data import DIR/)
  })
})

describe('foreign text', () => {
  const report = sampleReport({ isLookedUp: true, isSized: true, hostile }, 'en')

  it('cannot mark up the page', async () => {
    const html = renderHtml(await report)
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain('\u001B')
    const attributes = [...html.matchAll(/ data-figure="([^"]*)"/g)]
    expect(attributes.length).toBeGreaterThan(10)
    for (const [, value = ''] of attributes) expect(value).not.toMatch(/[<>]/)
  })

  it('cannot mark up Markdown', async () => {
    const lines = renderMarkdown(await report).split('\n')
    expect(lines.filter((line) => /(?<!\\)<script/.test(line.replaceAll(codeSpan, '')))).toEqual([])
    const tables = lines.filter((line) => line.startsWith('| '))
    const cells = (line: string) => line.replaceAll(/\\[|]/g, '').split('|').length
    for (const [index, line] of lines.entries())
      if (line.startsWith('| ') && lines[index - 1]?.startsWith('| ') === true)
        expect(cells(line)).toBe(cells(lines[index - 1] ?? ''))
    expect(tables.length).toBeGreaterThan(20)
  })

  it('cannot steer the terminal', async () => {
    const summary = renderSummary(await report, plain)
    for (const control of ['\u001B', '\u202E']) expect(summary).not.toContain(control)
  })
})

describe('the page', () => {
  it('makes no request and allows only its own script', async () => {
    const html = renderHtml(await sampleReport(situations.known, 'en'))
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
    expect(html).not.toMatch(/url\((?!#)|@import/)
    expect(html).toContain(`script-src '${htmlScriptHash}'`)
    expect(htmlScriptHash).toBe(`sha256-${createHash('sha256').update(htmlScript).digest('base64')}`)
  })

  it('stays small with twenty thousand parts and five thousand findings', async () => {
    const report = await largeReport(20_000, 5_000)
    const html = renderHtml(report)
    expect(html.length).toBeLessThan(8_000_000)
    expect(html).toContain('4,750 more')
    expect(figuresOf(report.sections.flatMap(({ blocks }) => blocks)).length).toBeLessThan(500)
  })

  it('gives every chart a table twin with the same rows', async () => {
    const { sections: all } = await sampleReport(situations.known, 'en')
    const charts = flatten(all.flatMap(({ blocks }) => blocks)).flatMap((block) =>
      block.type === 'chart' ? [block] : [],
    )
    const rows = new Map(charts.map(({ id, twin }) => [id, twin.rows.length]))
    expect([...rows.keys()].toSorted()).toEqual([
      'depth',
      'give-and-take',
      'level-ladder',
      'risk-quadrant',
      'severity-by-product',
      'watershed',
    ])
    for (const id of ['depth', 'severity-by-product', 'watershed']) expect(rows.get(id)).toBeGreaterThan(3)
    // Two sides, and a dot for each project.
    expect(rows.get('give-and-take')).toBe(2)
    const dots = charts.find(({ id }) => id === 'risk-quadrant')?.picture.wide.match(/c-dot /g)
    expect(rows.get('risk-quadrant')).toBe(dots?.length)
  })
})

describe('the summary', () => {
  it('keeps within the width of the terminal', async () => {
    for (const language of languages) {
      const summary = renderSummary(await sampleReport(situations.known, language), { color: true, width: 80 })
      expect(summary.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([])
    }
  })

  it('draws bars and colors only when it may', async () => {
    const report = await sampleReport(situations.known, 'en')
    for (const drawn of ['█', '▏', '\u001B']) expect(renderSummary(report, plain)).not.toContain(drawn)
    expect(renderSummary(report, { color: true, width: 100 })).toMatch(/█/)
  })
})

describe('every section', () => {
  it.each((sections as readonly Section[]).map((section) => [section.id, section] as const))(
    '%s has words and a source',
    async (_, section) => {
      for (const language of languages) {
        const words = await loadWords(language)
        expect(section.label(words)).not.toBe('')
        expect(section.explanation(words)).not.toBe('')
      }
      expect(section.source).not.toBe('')
    },
  )
})

/** Our own words in blocks: everything but foreign text, figures and cells of numbers. */
function ownTexts(blocks: readonly Block[]): readonly string[] {
  return flatten(blocks).flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
        return [block.text]
      case 'paragraph':
        return own(block.content)
      case 'figures':
        return block.items.map(({ label }) => label)
      case 'band':
        return [block.label, ...own(block.note ?? [])]
      case 'answers':
        return block.items.flatMap(({ question, unit, sentences, states }) => [
          question,
          unit,
          ...sentences.flatMap(own),
          ...states.map(({ word }) => word),
        ])
      case 'table':
        return [
          block.caption,
          block.note ?? '',
          ...block.columns.map(({ label }) => label),
          ...block.rows.flatMap((row) => row.flatMap(ownCell)),
        ]
      case 'chart':
        return [block.label, block.explanation, ...block.legend.map(({ word }) => word)]
      case 'list':
        return block.items.flatMap(own)
      case 'callout':
        return [block.label, ...own(block.title), ...block.body.flatMap(own)]
      case 'columns':
      case 'details':
        return []
    }
  })
}

function flatten(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'columns') return block.columns.flatMap(flatten)
    if (block.type === 'details') return [block, ...flatten(block.blocks)]
    return block.type === 'chart' ? [block, block.twin] : [block]
  })
}

function own(content: Text): readonly string[] {
  return content.flatMap((inline) =>
    typeof inline === 'string' ? [inline] : inline.type === 'state' ? [inline.word] : [],
  )
}

function ownCell(cell: Cell): readonly string[] {
  return cell.type === 'text'
    ? own(cell.content)
    : cell.type === 'state'
      ? [cell.word]
      : cell.type === 'unknown'
        ? [cell.reason]
        : []
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}
