/** The signature picture: a calm flow from left to right, ecosystems → packages → products. */

import { shapes, type State } from './state.ts'
import { drawing, element, escapeMarkup, label, textWidth, type Drawing } from './svg.ts'
import type { Watershed, WatershedNode, WatershedStream } from './watershed-streams.ts'

/** Where things stand, in pixels. `wide` suits a page and paper, `narrow` a telephone. */
const shapesOf = {
  wide: {
    width: 1080,
    columns: [150, 500, 880],
    node: 10,
    height: 300,
    sourceSide: 'left',
    productSide: 'right',
    room: [138, 210, 188],
  },
  narrow: {
    width: 360,
    columns: [0, 122, 352],
    node: 8,
    height: 420,
    sourceSide: 'right',
    productSide: 'left',
    room: [100, 112, 88],
  },
} as const

/** Least height of a row with its label. */
const pitch = 17
const gap = 5

type Placed = WatershedNode & {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly ribbonScale: number
}

export function drawWatershed(id: string, name: string, watershed: Watershed, shape: keyof typeof shapesOf): Drawing {
  const place = shapesOf[shape]
  const columns = [watershed.sources, watershed.parts, watershed.products] as const
  const rows = Math.max(1, ...columns.map((nodes) => nodes.length))
  const total = Math.max(
    1,
    watershed.sources.reduce((sum, { weight }) => sum + weight, 0),
  )
  const scale = Math.max(90, place.height - rows * pitch) / total
  const height = Math.max(...columns.map((nodes) => columnHeight(nodes, scale)))
  const [sources, parts, products] = columns.map((nodes, index) =>
    placeColumn(nodes, place.columns[index] ?? 0, scale, height),
  ) as [Placed[], Placed[], Placed[]]

  const into = ribbons(watershed.inflow, sources, parts, place.node, scale)
  const outOf = ribbons(watershed.outflow, parts, products, place.node, scale)
  // A package and its streams form a group, so that pointing at one follows it both ways.
  const flows = parts.map((part, index) =>
    element(
      'g',
      { class: 'c-flow' },
      [
        ...watershed.inflow.flatMap((stream, at) => (stream.to === index ? [into[at] ?? ''] : [])),
        ...watershed.outflow.flatMap((stream, at) => (stream.from === index ? [outOf[at] ?? ''] : [])),
        nodeBox(part, place.node, id),
      ].join(''),
    ),
  )
  const content = [
    ...flows,
    ...[...sources, ...products].map((node) => nodeBox(node, place.node, id)),
    ...sources.map((node) => nodeLabel(node, place.sourceSide, place.node, place.room[0])),
    ...parts.map((node) => nodeLabel(node, 'right', place.node, place.room[1])),
    ...products.map((node) => nodeLabel(node, place.productSide, place.node, place.room[2])),
  ]
  return drawing(id, name, place.width, height, content.join(''))
}

function rowHeight(node: WatershedNode, scale: number): number {
  return Math.max(node.weight * scale + gap, pitch)
}

function columnHeight(nodes: readonly WatershedNode[], scale: number): number {
  return nodes.reduce((sum, node) => sum + rowHeight(node, scale), 0)
}

function placeColumn(nodes: readonly WatershedNode[], x: number, scale: number, height: number): Placed[] {
  const spare = nodes.length > 1 ? Math.min(24, (height - columnHeight(nodes, scale)) / (nodes.length - 1)) : 0
  let y = (height - columnHeight(nodes, scale) - spare * Math.max(0, nodes.length - 1)) / 2
  return nodes.map((node) => {
    const row = rowHeight(node, scale)
    const tall = Math.max(1.5, node.weight * scale)
    const placed = { ...node, x, y: y + (row - tall) / 2, height: tall, ribbonScale: scale }
    y += row + spare
    return placed
  })
}

/** One path per stream, in the order of `streams`; at both ends they are stacked in the order of the other side. */
function ribbons(
  streams: readonly WatershedStream[],
  left: readonly Placed[],
  right: readonly Placed[],
  node: number,
  scale: number,
): readonly string[] {
  const leaving = new Map<number, number>()
  const arriving = new Map<number, number>()
  const starts = streams.map(() => 0)
  const ends = streams.map(() => 0)
  const order = streams.map((_, index) => index)
  for (const index of order.toSorted((a, b) => (streams[a]?.to ?? 0) - (streams[b]?.to ?? 0))) {
    const { from, weight } = streams[index] as WatershedStream
    starts[index] = (left[from]?.y ?? 0) + (leaving.get(from) ?? 0)
    leaving.set(from, (leaving.get(from) ?? 0) + weight * scale)
  }
  for (const index of order.toSorted((a, b) => (streams[a]?.from ?? 0) - (streams[b]?.from ?? 0))) {
    const { to, weight } = streams[index] as WatershedStream
    ends[index] = (right[to]?.y ?? 0) + (arriving.get(to) ?? 0)
    arriving.set(to, (arriving.get(to) ?? 0) + weight * scale)
  }
  return streams.map(({ from, to, weight, state }, index) => {
    const x1 = (left[from]?.x ?? 0) + node
    const x2 = right[to]?.x ?? 0
    const middle = (x1 + x2) / 2
    const thick = Math.max(1.5, weight * scale)
    const [y1, y2] = [starts[index] ?? 0, ends[index] ?? 0]
    const points = (...numbers: number[]) => numbers.map((n) => Math.round(n * 10) / 10).join(' ')
    const path = `M${points(x1, y1)}C${points(middle, y1, middle, y2, x2, y2)}V${points(y2 + thick)}C${points(middle, y2 + thick, middle, y1 + thick, x1, y1 + thick)}Z`
    return element('path', { d: path, class: `c-stream ${colorClass(state)}` })
  })
}

function nodeBox({ x, y, height, state }: Placed, width: number, id: string): string {
  const fill = state === 'unknown' ? { fill: `url(#${id}-hatch)`, class: 'c-edge' } : { class: colorClass(state) }
  return element('rect', { x, y, width, height, rx: 1, ...fill })
}

function nodeLabel(node: Placed, side: 'left' | 'right', width: number, room: number): string {
  const x = side === 'right' ? node.x + width + 6 : node.x - 6
  const attributes = {
    x,
    y: node.y + node.height / 2,
    'dominant-baseline': 'central',
    'text-anchor': side === 'right' ? 'start' : 'end',
  }
  const isMarked = node.state === 'act' || node.state === 'watch' || node.state === 'unknown'
  if (!isMarked) return label(node.label, { ...attributes, class: 'c-halo' }, room)
  const mark = element(
    'tspan',
    { class: node.state === 'unknown' ? 'c-muted' : colorClass(node.state) },
    shapes[node.state],
  )
  const text = label(node.label, { ...attributes, class: 'c-halo' }, room - textWidth(`${shapes[node.state]} `))
  return text.replace('>', `>${mark}${escapeMarkup(' ')}`)
}

function colorClass(state: State): string {
  return state === 'unknown' ? 'c-muted' : `c-${state}`
}
