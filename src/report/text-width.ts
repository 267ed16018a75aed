/** Columns that a text takes in a terminal. Color codes take none, East Asian wide characters two. */

// oxlint-disable-next-line no-control-regex -- color codes begin with the escape character
const colorCode = /\u001B\[\d+m/g
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/

export function displayWidth(text: string): number {
  let width = 0
  for (const character of text.replace(colorCode, '')) width += wide.test(character) ? 2 : 1
  return width
}

export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + space : space + text
}

/** Cut at the width, with an ellipsis; a colored text loses its color when it is cut. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let shown = ''
  for (const character of text.replace(colorCode, '')) {
    if (displayWidth(shown) + displayWidth(character) > width - 1) break
    shown += character
  }
  return `${shown}…`
}

/** Lines that are not wider than `width`, broken at spaces, or between characters where a script has none. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<= )|(?<=[\u3000-\u9FFF])(?![\u3001\u3002」）])/)) {
    if (line !== '' && displayWidth(line) + displayWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}
