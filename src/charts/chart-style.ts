/**
 * The colors of `State` and of the drawings as classes over the tokens of the page. A page that shows a drawing defines
 * `--ink`, `--muted`, `--ground`, `--card`, `--brand`, `--good`, `--watch`, `--act`, `--given` and `--line`.
 */
export const chartStyle = `
.chart { display: block; width: 100%; height: auto; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums; }
.chart text { fill: var(--ink); }
.chart .c-muted { fill: var(--muted); }
.chart .c-halo { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
.chart .c-strong { font-weight: 600; }
.chart .c-plain { fill: var(--brand); }
.chart .c-good { fill: var(--good); }
.chart .c-watch { fill: var(--watch); }
.chart .c-act { fill: var(--act); }
.chart .c-act-soft { fill: color-mix(in srgb, var(--act) 62%, var(--card)); }
.chart .c-watch-soft { fill: color-mix(in srgb, var(--watch) 62%, var(--card)); }
.chart .c-band { fill: color-mix(in srgb, var(--brand) 30%, var(--card)); }
.chart .c-given { fill: color-mix(in srgb, var(--given) 34%, var(--card)); }
.chart .c-given-tick { stroke: var(--given); stroke-width: 3; }
.chart .c-zero { stroke: var(--ink); stroke-width: 1.5; }
.chart .c-help { fill: color-mix(in srgb, var(--act) 8%, var(--card)); }
.chart .c-dot { font-size: 11px; paint-order: stroke; stroke: var(--ground); stroke-width: 2px; }
.chart text.c-dot-good { fill: var(--good); } .chart text.c-dot-watch { fill: var(--watch); } .chart text.c-dot-act { fill: var(--act); }
.chart text.c-dot-plain { fill: var(--brand); } .chart text.c-dot-unknown { fill: var(--muted); }
.chart .c-tick { stroke: var(--brand); stroke-width: 3; }
.chart .c-axis { stroke: var(--line); stroke-width: 1; }
.chart .c-grid { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 3; }
.chart .c-hatch-line { stroke: var(--line); stroke-width: 1.5; fill: none; }
.chart .c-hatch-ground { fill: var(--card); }
.chart .c-edge { stroke: var(--line); stroke-width: 1; }
.chart .c-stream { fill-opacity: 0.26; transition: fill-opacity 120ms; }
.chart .c-stream.c-act, .chart .c-stream.c-watch { fill-opacity: 0.42; }
.chart .c-flow:hover .c-stream { fill-opacity: 0.66; }
@media (prefers-color-scheme: dark) { .chart .c-stream { fill-opacity: 0.34; } }
@media (prefers-reduced-motion: reduce) { .chart .c-stream { transition: none; } }
`
