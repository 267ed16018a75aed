/** How the page looks: the tokens of light, dark and paper, and a calm, dense layout on a grid of 8 px. */

import { chartStyle } from '#charts/chart-style.ts'
import { darkTokens, lightTokens, tokenDeclarations } from '#charts/tokens.ts'

const light = tokenDeclarations(lightTokens)
const dark = tokenDeclarations(darkTokens)
const hatch = `repeating-linear-gradient(135deg, color-mix(in srgb, var(--line) 26%, var(--card)) 0 1.5px, var(--card) 1.5px 6px)`

export const htmlStyle = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 56px; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; }
h1, h2, h3, p, dl, dd, ul, ol, pre, figure { margin: 0; padding: 0; }
h1 { font-size: 26px; line-height: 32px; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
:lang(ja) { word-break: auto-phrase; line-break: strict; }
h2 { font-size: 20px; line-height: 28px; font-weight: 650; letter-spacing: -0.005em; }
h3 { font-size: 15px; line-height: 20px; font-weight: 650; }
a { color: var(--brand); }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 12.5px; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin-top: 8px; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 6px; background: var(--ground); white-space: pre-wrap; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 16px; top: -48px; z-index: 3; padding: 8px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.skip:focus { top: 8px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.page { max-width: 1160px; margin: 0 auto; padding: 0 40px; }
header .page { padding-top: 32px; padding-bottom: 16px; }
.brand { color: var(--brand); font-weight: 650; letter-spacing: 0.02em; }
.meta { margin-top: 4px; color: var(--muted); }
nav { position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 1px solid var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 24px; padding-top: 4px; padding-bottom: 4px; list-style: none; }
nav a { display: block; padding: 6px 0; color: var(--muted); text-decoration: none; white-space: nowrap; }
nav a:hover { color: var(--brand); box-shadow: inset 0 -2px 0 var(--brand); }
main > section { padding: 32px 0; border-bottom: 1px solid var(--soft); }
main > section#front { padding-top: 28px; }
main > section#front > h2 + * { margin-top: 0; }
main > section > * + *, main .columns > div > * + * { margin-top: 24px; }
main > section > h2 + .muted { margin-top: 4px; max-width: 72ch; }
main p { max-width: 76ch; }
main ol { padding-left: 22px; }
.muted, .note, .unit, .label, .coverage { color: var(--muted); }
.note { margin-top: 8px; font-size: 13px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 32px 40px; align-items: start; }
.columns > div { min-width: 0; }
.label { font-size: 13px; }

.figure { display: inline; margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums; text-align: inherit; cursor: pointer; text-decoration: underline dotted var(--line) 1px; text-underline-offset: 0.22em; }
.figure:hover { color: var(--brand); text-decoration-color: var(--brand); }
.not-known { display: inline-block; padding: 0 6px; border: 1px solid color-mix(in srgb, var(--line) 45%, var(--card)); border-radius: 3px; background: ${hatch}; color: var(--ink); font-weight: 400; }
.figure .not-known { text-decoration: inherit; }
.state { white-space: nowrap; }
.shape { display: inline-block; width: 1.35em; font-size: 0.9em; }
.state.good .shape { color: var(--good); } .state.watch .shape { color: var(--watch); } .state.act .shape { color: var(--act); }
.state.unknown .shape { color: var(--muted); } .state.plain .shape { color: var(--brand); }

.answers { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
.answer { padding: 0 32px; overflow-wrap: anywhere; border-left: 1px solid var(--soft); }
.answer:nth-child(3n + 1) { padding-left: 0; border-left: 0; } .answer:nth-child(3n) { padding-right: 0; }
.answer:nth-child(n + 4) { margin-top: 28px; }
.answer h3 { color: var(--muted); font-size: 14px; font-weight: 500; }
.lead { margin: 6px 0 12px; font-size: 34px; line-height: 40px; font-weight: 650; letter-spacing: -0.02em; }
.lead .unit { display: block; font-size: 15px; line-height: 22px; font-weight: 400; letter-spacing: 0; }
.lead .not-known { font-size: 20px; line-height: 32px; padding: 2px 12px; letter-spacing: 0; }
.answer .chart { max-width: 340px; }
.answer .note.drawn { margin: 4px 0 10px; }
.answer .chart + p:not(.note) { margin-top: 10px; }
.states { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; list-style: none; }
.states .figure { font-weight: 650; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: 16px 24px; }
.figures dt { color: var(--muted); font-size: 13px; }
.figures dd:nth-of-type(1) { font-size: 20px; line-height: 28px; font-weight: 600; }
.figures .not-known { font-size: 14px; line-height: 20px; }
.figures dd .coverage { font-size: 12px; }
.coverage { font-variant-numeric: tabular-nums; }
.meter { width: 48px; height: 6px; margin-right: 8px; vertical-align: 1px; }
.meter .known { fill: var(--brand); } .meter .rest { fill: none; stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 2; }
.band .value { margin: 2px 0 8px; font-size: 20px; line-height: 28px; font-weight: 600; font-variant-numeric: tabular-nums; }
.band .value .unit { font-size: 14px; font-weight: 400; }
.band .chart { max-width: 440px; }

.picture .muted { margin-top: 4px; }
.picture > .wide, .picture > .narrow { margin-top: 16px; }
.columns .picture > .wide, #picture-severity-by-product > .wide { max-width: 560px; }
#picture-risk-quadrant > .wide { max-width: 760px; }
.picture > .narrow { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-top: 12px; list-style: none; color: var(--muted); font-size: 13px; }
.twin { margin-top: 8px; }
summary { width: max-content; max-width: 100%; color: var(--brand); cursor: pointer; padding: 2px 0; }
details[open] > summary { margin-bottom: 12px; }

.callout { padding: 12px 16px; border: 1px solid var(--soft); border-left: 4px solid var(--line); border-radius: 6px; background: var(--card); }
.callout.act { border-left-color: var(--act); } .callout.watch { border-left-color: var(--watch); } .callout.good { border-left-color: var(--good); } .callout.ask { border-left-color: var(--brand); }
.callout.unknown { border-left: 4px dashed var(--line); }
.callout h3 { margin: 2px 0 4px; overflow-wrap: anywhere; }
.callout h3 code { font-size: 14px; }
.columns .callout { height: 100%; }
#front .columns { align-items: stretch; }
#front .columns:has(> :nth-child(3)) { grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); }

.table { position: relative; min-width: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 4px; text-align: left; font-size: 15px; font-weight: 650; line-height: 28px; }
caption span { position: sticky; left: 0; }
.table:has(.tools) caption { padding-right: 150px; }
.table:has(.tools input) caption { padding-right: 310px; }
.tools { display: flex; gap: 8px; position: absolute; right: 0; top: 0; z-index: 1; }
.tools input { width: 160px; height: 28px; padding: 0 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit; font-size: 13px; }
.tools input::placeholder { color: var(--muted); opacity: 1; }
.tools button { height: 28px; padding: 0 10px; border: 1px solid var(--soft); border-radius: 6px; background: none; color: var(--brand); font: inherit; font-size: 13px; cursor: pointer; }
.tools button:hover { border-color: var(--brand); }
th { padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); color: var(--muted); font-size: 13px; font-weight: 500; text-align: left; vertical-align: bottom; }
td { padding: 7px 16px 7px 0; border-bottom: 1px solid var(--soft); vertical-align: top; min-width: 56px; }
th:last-child, td:last-child { padding-right: 0; }
tbody tr:hover { background: color-mix(in srgb, var(--brand) 5%, transparent); }
td.number { white-space: nowrap; }
.number { text-align: right; }
.number + :is(td, th):not(.number) { padding-left: 16px; }
table.small { max-width: 480px; }
.table:has(table.small) { max-width: 480px; }
.whole { white-space: nowrap; }
td code { overflow-wrap: normal; word-break: normal; }
table.large td:not(.number, .whole, :has(> code:only-child)) { min-width: 120px; }
table.large td:last-child:not(.number, .whole) { min-width: 200px; }
code.short { white-space: nowrap; }
dt .shape { width: 1.2em; }
.soft.act .state .shape { color: color-mix(in srgb, var(--act) 62%, var(--card)); } .soft.watch .state .shape { color: color-mix(in srgb, var(--watch) 62%, var(--card)); }
.sort { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; }
.sort:hover { color: var(--brand); }
th[aria-sort] .sort { color: var(--ink); font-weight: 650; }
th[aria-sort="ascending"] .sort::after { content: " ↑"; } th[aria-sort="descending"] .sort::after { content: " ↓"; }
.bar { width: 64px; height: 6px; vertical-align: 1px; }
.n { display: inline-block; min-width: 2.6em; }
.bar rect { fill: color-mix(in srgb, var(--brand) 55%, var(--card)); }

.working { position: fixed; inset: 0 0 0 auto; width: min(420px, 100vw); height: 100%; max-height: none; margin: 0; padding: 24px; overflow: auto; border: 0; border-left: 1px solid var(--line); background: var(--card); color: var(--ink); box-shadow: 0 0 24px rgb(0 0 0 / 0.18); }
.working h2 { font-size: 15px; line-height: 20px; color: var(--muted); font-weight: 500; }
.working .value { margin: 4px 0 16px; font-size: 26px; line-height: 32px; font-weight: 650; font-variant-numeric: tabular-nums; }
.working .value .unit { font-size: 14px; font-weight: 400; }
.working dt { margin-top: 12px; color: var(--muted); font-size: 13px; }
.working dd ul { list-style: none; } .working dd li { margin-top: 2px; }
.working dl { margin-bottom: 24px; }
.close { float: right; width: 32px; height: 32px; margin: -6px -8px 0 0; border: 0; border-radius: 6px; background: none; color: var(--muted); font-size: 22px; line-height: 1; cursor: pointer; }
.close:hover { color: var(--ink); }
footer { padding: 24px 0 48px; color: var(--muted); font-size: 13px; }
${chartStyle}
@media screen and (max-width: 860px) {
  .page { padding: 0 16px; }
  nav ul { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; }
  header .page { padding-top: 20px; }
  .answers { grid-template-columns: minmax(0, 1fr); }
  .answer, .answer:first-child, .answer:last-child { padding: 16px 0; border-left: 0; border-top: 1px solid var(--soft); }
  .answer:first-child { padding-top: 0; border-top: 0; }
  .answer .chart { max-width: 420px; }
  .picture > .wide { display: none; }
  .picture > .narrow { display: block; max-width: 520px; }
  .tools { position: static; flex-wrap: wrap; }
  .table:has(.tools) caption, .table:has(.tools input) caption { padding-right: 0; }
  table.middle { min-width: 460px; } table.large { min-width: 820px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; scroll-behavior: auto !important; } }
@media print {
  :root { color-scheme: light; ${light} --ground: #FFFFFF; }
  @page { size: A4; margin: 14mm 14mm 16mm; }
  body { font-size: 9.5pt; line-height: 13pt; }
  .page { max-width: none; padding: 0; }
  nav, .skip, .tools, .twin, .working, .close { display: none !important; }
  main > section { break-before: page; border: 0; padding: 0 0 8mm; }
  main > section#front { break-before: auto; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, .callout, .band, .picture, .answer { break-inside: avoid; }
  .answers { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  header .page { padding: 0 0 3mm; } main > section#front { padding-top: 2mm; }
  main > section > * + *, main .columns > div > * + * { margin-top: 4mm; }
  .answer { padding: 0 5mm; } .answer:nth-child(n + 4) { margin-top: 4mm; }
  .answer h3 { font-size: 9pt; line-height: 11pt; } .lead { margin: 1mm 0 1.5mm; font-size: 15pt; line-height: 18pt; white-space: nowrap; }
  .lead .unit { font-size: 9pt; line-height: 11pt; } .states { gap: 0 4mm; margin-top: 1mm; }
  .answer p:not(.lead), .callout p, .picture > .muted { font-size: 8.5pt; line-height: 11pt; } .answer .note { margin-top: 1mm; }
  .callout { padding: 2.5mm 4mm; } .callout h3 { font-size: 10pt; line-height: 13pt; }
  .chart { font-size: 14px; } .answer .chart { font-size: 12px; }
  .columns { grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 5mm; }
  #front .columns:has(> :nth-child(3)) { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .figures { grid-template-columns: repeat(auto-fill, minmax(130px, 1fr)); gap: 2mm 5mm; }
  .picture > .wide { display: block; } .picture > .narrow { display: none; }
  td, th { padding-top: 3px; padding-bottom: 3px; font-size: 8.5pt; }
  code { font-size: 8pt; }
  .not-known, .bar rect, .meter rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`
