/**
 * The commands of a shell script, as far as installs and downloads show in them: words between separators, quotes taken
 * off, words with a variable left out. No shell is understood beyond that: loops, functions and here-documents only end words.
 */

export type ShellCommand = {
  readonly words: readonly string[]
  /** Counted from 1 within the script. */
  readonly line: number
  /** It reads what the command before it writes. */
  readonly isPiped: boolean
  /** A command in `<(…)` among its words. */
  readonly substituted: readonly string[] | null
  /** The file its output goes to. */
  readonly output: string | null
}

const keywords = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time'])

/** Nobody writes commands in commands deeper than this by hand; a hostile file would go on until the stack ends. */
const deepest = 4

export function shellCommands(script: string, depth = 0): readonly ShellCommand[] {
  const commands: ShellCommand[] = []
  let words: Word[] = []
  let start = 1
  let isPiped = false
  let substituted: readonly string[] | null = null
  const end = (pipes: boolean, nextLine: number): void => {
    const command = commandOf(words, start, isPiped, substituted)
    if (command !== undefined) commands.push(command)
    // A line break behind a pipe goes on with it.
    isPiped = pipes || (isPiped && words.length === 0)
    words = []
    substituted = null
    start = nextLine
  }
  for (const token of tokens(script)) {
    if (token.kind === 'substitution') {
      substituted = depth < deepest ? (shellCommands(token.text, depth + 1)[0]?.words ?? null) : null
      continue
    }
    if (token.kind === 'separator') {
      end(token.text === '|', token.line)
      continue
    }
    if (words.length === 0) start = token.line
    words.push(token)
  }
  end(false, 0)
  return commands
}

type Word = { readonly kind: 'word'; readonly text: string; readonly line: number; readonly isPlain: boolean }
type Token =
  | Word
  | { readonly kind: 'separator'; readonly text: string; readonly line: number }
  | { readonly kind: 'substitution'; readonly text: string; readonly line: number }

function commandOf(
  all: readonly Word[],
  line: number,
  isPiped: boolean,
  substituted: readonly string[] | null,
): ShellCommand | undefined {
  const words: string[] = []
  let output: string | null = null
  for (const [at, word] of all.entries()) {
    if (word.text === '>' || all[at - 1]?.text === '>') {
      if (word.text !== '>' && word.isPlain) output = word.text
      continue
    }
    if (!word.isPlain || word.text === 'sudo') continue
    if (words.length === 0 && (keywords.has(word.text) || /^\w+=/.test(word.text))) continue
    words.push(word.text)
  }
  return words.length === 0 ? undefined : { words, line, isPiped, substituted, output }
}

function* tokens(script: string): Generator<Token> {
  let line = 1
  let at = 0
  let text = ''
  let isPlain = true
  let hasWord = false
  let wordLine = 1
  const heredocs: string[] = []
  const word = function* (): Generator<Token> {
    if (hasWord) yield { kind: 'word', text, line: wordLine, isPlain }
    text = ''
    isPlain = true
    hasWord = false
  }
  const take = (piece: string): void => {
    if (!hasWord) wordLine = line
    hasWord = true
    text += piece
  }
  while (at < script.length) {
    const char = script[at] ?? ''
    if (char === '\\') {
      if (script[at + 1] === '\n') line += 1
      else take(script[at + 1] ?? '')
      at += 2
    } else if (char === "'" || char === '"') {
      const close = closing(script, at, char)
      const inside = script.slice(at + 1, close)
      if (char === '"' && /[$`]/.test(inside)) isPlain = false
      take(inside)
      line += inside.split('\n').length - 1
      at = close + 1
    } else if (script.startsWith('<(', at)) {
      const close = script.indexOf(')', at)
      const inside = script.slice(at + 2, close === -1 ? undefined : close)
      yield* word()
      yield { kind: 'substitution', text: inside, line }
      at += inside.length + 3
    } else if (script.startsWith('<<', at) && !script.startsWith('<<<', at)) {
      const opened = /^<<-?\s*['"]?(\w+)['"]?/.exec(script.slice(at, at + 80))
      if (opened?.[1] !== undefined) heredocs.push(opened[1])
      at += opened?.[0].length ?? 2
    } else if (char === '#' && !hasWord) {
      while (at < script.length && script[at] !== '\n') at += 1
    } else if (char === '\n' || char === ';' || char === '&' || char === '|' || char === '(' || char === ')') {
      yield* word()
      const isPipe = char === '|' && script[at + 1] !== '|'
      const isDouble = script[at + 1] === char && (char === '&' || char === '|')
      if (char === '\n') line += 1
      yield { kind: 'separator', text: isPipe ? '|' : char, line }
      at += isDouble ? 2 : 1
      for (const name of char === '\n' ? heredocs.splice(0) : []) {
        const past = pastHeredoc(script, at, name)
        line += script.slice(at, past).split('\n').length - 1
        at = past
      }
    } else if (/\s/.test(char)) {
      yield* word()
      at += 1
    } else if (char === '>') {
      yield* word()
      if (script[at + 1] !== '>' && script[at + 1] !== '&') yield { kind: 'word', text: '>', line, isPlain: true }
      at += script[at + 1] === '>' || script[at + 1] === '&' ? 2 : 1
    } else {
      if (char === '$' || char === '`') isPlain = false
      take(char)
      at += 1
    }
  }
  yield* word()
}

function closing(script: string, open: number, quote: string): number {
  for (let at = open + 1; at < script.length; at += 1) {
    if (quote === '"' && script[at] === '\\') at += 1
    else if (script[at] === quote) return at
  }
  return script.length
}

function pastHeredoc(script: string, from: number, name: string): number {
  const rest = new RegExp(`^\\t*${name}$`, 'm').exec(script.slice(from))
  return rest === null ? script.length : from + rest.index + rest[0].length
}
