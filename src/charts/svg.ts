/**
 * The little of SVG that the pictures need. Colors are classes (`chart-style.ts`), so one drawing serves light, dark and
 * print; coordinates are rounded, so the same data gives the same bytes.
 */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** A finished picture. `height` is in the units of `width`, which are CSS pixels at natural size. */
export type Drawing = { readonly width: number; readonly height: number; readonly svg: string }

/** Safe between tags and inside quoted attributes, in SVG and in HTML. Control characters that XML forbids are replaced. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
}

export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeMarkup(value ?? '')}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Text at a point; what is cut off stays in the tooltip. */
export function label(text: string, attributes: Attributes, room = Infinity): string {
  const shown = truncated(text, room)
  const tooltip = shown === text ? '' : element('title', {}, escapeMarkup(text))
  return element('text', attributes, `${escapeMarkup(shown)}${tooltip}`)
}

/**
 * A drawing with its name for those who do not see it. `id` is unique in the page. The hatch is the face of the unknown;
 * use it with `fill="url(#ID-hatch)"`.
 */
export function drawing(id: string, name: string, width: number, height: number, content: string): Drawing {
  const lines = element('path', { d: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', class: 'c-hatch-line' })
  const pattern = element(
    'pattern',
    { id: `${id}-hatch`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 8, height: 8, class: 'c-hatch-ground' }) + lines,
  )
  const svg = element(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-name`,
    },
    element('title', { id: `${id}-name` }, escapeMarkup(name)) + element('defs', {}, pattern) + content,
  )
  return { width, height, svg }
}

const smallest = 1e-9

function rounded(value: number): string {
  const text = (Math.round((value + smallest) * 100) / 100).toString()
  return text === '-0' ? '0' : text
}

/** Width of a text in pixels at 12 px, estimated: East Asian characters are square, others about half as wide. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(character)
      ? 12
      : /[A-ZMWmw@%]/.test(character)
        ? 8.6
        : /[ilj.,:;'|!()[\]/ frt-]/.test(character)
          ? 4.2
          : 6.7
  return width
}

/** Coordinates and paths tell most at their end, other names at their beginning. */
function truncated(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const characters = Array.from(text)
  const isPath = /[:/]/.test(text)
  const shown = () => (isPath ? `…${characters.join('')}` : `${characters.join('').trimEnd()}…`)
  while (characters.length > 1 && textWidth(shown()) > room) {
    if (isPath) characters.shift()
    else characters.pop()
  }
  return shown()
}
