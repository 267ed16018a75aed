/** What `sbom diff` prints for a person. */

import type { DiffEdge, DiffPart, DocumentDiff } from '#app/diff-files.ts'
import type { Words } from '#text/words.ts'
import { alignedTable, type Cell } from './table.ts'

/** Relations are many and follow from the rest; all of them stand in the JSON. */
const mostEdges = 50

export function diffText(diff: DocumentDiff, words: Words): string {
  const labels = words.conversion.diff
  const none = labels.notStated
  const edges = [...diff.edges.added.map(edgeRow('+')), ...diff.edges.removed.map(edgeRow('-'))]
  const sections = [
    section(
      labels.added,
      diff.added.map((part) => ['+', nameOf(part), part.version ?? none]),
    ),
    section(
      labels.removed,
      diff.removed.map((part) => ['-', nameOf(part), part.version ?? none]),
    ),
    section(
      labels.versionChanged,
      diff.versionChanged.map(({ part, before, after, direction }) => [
        nameOf(part),
        `${before ?? none} → ${after ?? none}`,
        direction === null ? '' : labels.directions[direction],
      ]),
    ),
    section(
      labels.licenseChanged,
      diff.licenseChanged.map(({ part, before, after }) => [nameOf(part), `${list(before)} → ${list(after)}`]),
    ),
    section(
      labels.scopeChanged,
      diff.scopeChanged.map(({ part, before, after }) => [
        nameOf(part),
        `${words.scopes[before]} → ${words.scopes[after]}`,
      ]),
    ),
    section(
      labels.contentChanged,
      diff.contentChanged.map(({ part, before, after }) => [nameOf(part), `${list(before)} → ${list(after)}`]),
    ),
    section(labels.edges, edges.slice(0, mostEdges)),
    ...(edges.length > mostEdges ? [`  ${labels.more(edges.length - mostEdges)}\n`] : []),
  ].filter((text) => text !== '')
  return [...sections, `${labels.unchanged(diff.unchanged)}\n`].join('\n')

  function list(values: readonly string[]): string {
    return values.length === 0 ? none : values.join(', ')
  }

  function edgeRow(sign: string): (edge: DiffEdge) => readonly Cell[] {
    return ([from, to]) => [sign, `${from ?? labels.subject} → ${to}`]
  }
}

function section(title: string, rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const table = alignedTable([], rows).replaceAll(/^(?=.)/gm, '  ')
  return `${title} (${rows.length})\n${table}`
}

/** The package URL without its version, which stands beside it. */
function nameOf({ purl, name }: DiffPart): string {
  return purl === null ? name : purl.replace(/@[^@/?#]*(?=$|[?#])/, '')
}
