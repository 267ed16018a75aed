/**
 * A report as one self-contained HTML file: no request leaves it, it works without its script, prints on A4, follows the
 * reader's light or dark setting, and every figure opens its working.
 */

import { escapeMarkup } from '#charts/svg.ts'
import type { FigureView } from './block.ts'
import { blocksHtml } from './html-blocks.ts'
import { htmlScript, htmlScriptHash } from './html-script.ts'
import { htmlStyle } from './html-style.ts'
import { dateHtml, type HtmlContext } from './html-text.ts'
import { workingHtml } from './html-working.ts'
import type { RenderedSection, Report } from './report.ts'

const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${htmlScriptHash}'; base-uri 'none'; form-action 'none'`

export function renderHtml(report: Report): string {
  const context = contextOf(report)
  const { words, language, title } = report
  const { report: labels } = words
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Headwater">
<title>${escapeMarkup(title)}</title>
<style>${htmlStyle}</style>
</head>
<body data-filter="${escapeMarkup(labels.filter)}" data-sort="${escapeMarkup(labels.sort)}" data-csv="${escapeMarkup(labels.csv)}">
<a class="skip" href="#report">${escapeMarkup(labels.skip)}</a>
<header><div class="page"><p class="brand">Headwater</p><h1>${escapeMarkup(title)}</h1>
<p class="meta">${escapeMarkup(labels.asOf)} ${dateHtml(report.asOf, context)} · ${escapeMarkup(labels.generated)} <time datetime="${escapeMarkup(report.generatedAt)}">${escapeMarkup(report.formats.time(report.generatedAt))}</time></p></div></header>
<nav aria-label="${escapeMarkup(labels.contents)}"><ul class="page">${report.sections.map(({ id, label }) => `<li><a href="#${id}">${escapeMarkup(label)}</a></li>`).join('')}</ul></nav>
<main id="report" class="page" tabindex="-1">
${report.sections.map((section) => sectionHtml(section, context)).join('\n')}
</main>
<footer class="page"><p>${escapeMarkup(labels.madeWith)}</p></footer>
<aside aria-label="${escapeMarkup(labels.why)}">
${[...report.explanations.values()].map((explanation) => workingHtml(explanation, context)).join('\n')}
</aside>
<script>${htmlScript}</script>
</body>
</html>
`
}

function sectionHtml({ id, label, explanation, blocks }: RenderedSection, context: HtmlContext): string {
  const isFront = id === 'front'
  const head = `<h2 id="${id}-title"${isFront ? ' class="visually-hidden"' : ''}>${escapeMarkup(label)}</h2>`
  const text = isFront ? '' : `<p class="muted">${escapeMarkup(explanation)}</p>`
  return `<section id="${id}" aria-labelledby="${id}-title">${head}${text}\n${blocksHtml(blocks, context)}</section>`
}

function contextOf(report: Report): HtmlContext {
  const places = new Map([...report.explanations.keys()].map((id, index) => [id, `why-${index + 1}`]))
  return { ...report, workingId: ({ id }: FigureView) => places.get(id) ?? '' }
}
