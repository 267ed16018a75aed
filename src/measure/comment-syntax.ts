/**
 * How languages write comments and strings: our own table of families, since linguist's data has none. A family says what
 * begins a comment or a string, and what ends it.
 */

export type TokenPlace =
  /** Anywhere in code. */
  | 'anywhere'
  /** Only as the first thing on a line. */
  | 'line-start'
  /** Only in the first column. */
  | 'column-one'
  /** Only after white space or at the start of a line: `#` inside a word of a shell is no comment. */
  | 'word-start'

export type BlockComment = {
  readonly begin: string
  readonly end: string
  readonly isNested?: boolean
  readonly place?: TokenPlace
}

export type StringForm = {
  readonly begin: string
  readonly end: string
  /** Ends with its line at the latest unless true: an apostrophe that opens nothing then does no harm. */
  readonly isMultiline?: boolean
  /** A backslash before the end does not escape it. */
  readonly isRaw?: boolean
  /** As a statement of its own it is documentation, and counts as comment. */
  readonly isDocumentation?: boolean
  /** `${ }` inside holds code again. */
  readonly hasExpressions?: boolean
  /** One character between apostrophes; an apostrophe that is none (a lifetime, a digit separator) opens nothing. */
  readonly isCharacter?: boolean
}

export type CommentSyntax = {
  readonly line: readonly (string | { readonly begin: string; readonly place: TokenPlace })[]
  readonly block: readonly BlockComment[]
  readonly strings: readonly StringForm[]
  /** `/` may begin a regular expression. */
  readonly hasRegularExpressions?: boolean
}

const double: StringForm = { begin: '"', end: '"' }
const single: StringForm = { begin: "'", end: "'" }
const character: StringForm = { begin: "'", end: "'", isCharacter: true }
const doubleLines: StringForm = { ...double, isMultiline: true }
const singleLines: StringForm = { ...single, isMultiline: true }
const tripleDouble: StringForm = { begin: '"""', end: '"""', isMultiline: true }
const tripleSingle: StringForm = { begin: "'''", end: "'''", isMultiline: true }
const rawBacktick: StringForm = { begin: '`', end: '`', isMultiline: true, isRaw: true }
const cBlock: BlockComment = { begin: '/*', end: '*/' }
const cBlockNested: BlockComment = { ...cBlock, isNested: true }
const documentation = (form: StringForm): StringForm => ({ ...form, isDocumentation: true })

export const commentSyntaxes = {
  c: {
    line: ['//'],
    block: [cBlock],
    strings: [{ begin: 'R"(', end: ')"', isMultiline: true, isRaw: true }, double, character],
  },
  java: { line: ['//'], block: [cBlock], strings: [tripleDouble, double, character] },
  csharp: {
    line: ['//'],
    block: [cBlock],
    strings: [
      { ...tripleDouble, isRaw: true },
      { begin: '@"', end: '"', isMultiline: true, isRaw: true },
      { begin: '$@"', end: '"', isMultiline: true, isRaw: true },
      double,
      character,
    ],
  },
  javascript: {
    line: ['//', { begin: '#!', place: 'column-one' }],
    block: [cBlock],
    strings: [double, single, { begin: '`', end: '`', isMultiline: true, hasExpressions: true }],
    hasRegularExpressions: true,
  },
  go: { line: ['//'], block: [cBlock], strings: [double, character, rawBacktick] },
  rust: {
    line: ['//'],
    block: [cBlockNested],
    strings: [
      { begin: 'r"', end: '"', isMultiline: true, isRaw: true },
      { begin: 'r#"', end: '"#', isMultiline: true, isRaw: true },
      { begin: 'r##"', end: '"##', isMultiline: true, isRaw: true },
      { begin: 'r###"', end: '"###', isMultiline: true, isRaw: true },
      doubleLines,
      character,
    ],
  },
  nested: { line: ['//'], block: [cBlockNested], strings: [tripleDouble, double, character] },
  swift: {
    line: ['//'],
    block: [cBlockNested],
    strings: [{ begin: '#"', end: '"#', isRaw: true }, tripleDouble, double],
  },
  dart: { line: ['//'], block: [cBlockNested], strings: [tripleDouble, tripleSingle, double, single] },
  groovy: { line: ['//'], block: [cBlock], strings: [tripleDouble, tripleSingle, double, single] },
  d: {
    line: ['//'],
    block: [cBlock, { begin: '/+', end: '+/', isNested: true }],
    strings: [{ begin: 'r"', end: '"', isMultiline: true, isRaw: true }, doubleLines, character, rawBacktick],
  },
  slashes: { line: ['//'], block: [], strings: [double, character] },
  php: { line: ['//', '#'], block: [cBlock], strings: [doubleLines, singleLines] },
  hcl: { line: ['//', '#'], block: [cBlock], strings: [double] },
  nix: {
    line: ['#'],
    block: [cBlock],
    strings: [{ begin: "''", end: "''", isMultiline: true, isRaw: true }, doubleLines],
  },
  css: { line: [], block: [cBlock], strings: [double, single] },
  scss: { line: ['//'], block: [cBlock], strings: [double, single] },
  component: {
    line: [{ begin: '//', place: 'line-start' }],
    block: [{ begin: '<!--', end: '-->' }, cBlock],
    strings: [],
  },
  python: {
    line: ['#'],
    block: [],
    strings: [
      documentation(tripleDouble),
      documentation(tripleSingle),
      documentation({ ...tripleDouble, begin: 'r"""' }),
      documentation({ ...tripleSingle, begin: "r'''" }),
      double,
      single,
    ],
  },
  ruby: {
    line: [{ begin: '#', place: 'word-start' }],
    block: [{ begin: '=begin', end: '\n=end', place: 'column-one' }],
    strings: [double, single],
  },
  perl: {
    line: [{ begin: '#', place: 'word-start' }],
    block: ['=pod', '=head', '=over', '=item', '=begin', '=for', '=encoding', '=back'].map((begin) => ({
      begin,
      end: '\n=cut',
      place: 'column-one' as const,
    })),
    strings: [double, single],
  },
  shell: {
    line: [{ begin: '#', place: 'word-start' }],
    block: [],
    strings: [doubleLines, { ...singleLines, isRaw: true }],
  },
  hash: { line: ['#'], block: [], strings: [double, single] },
  tcl: { line: [{ begin: '#', place: 'line-start' }, ';#'], block: [], strings: [double] },
  r: { line: ['#'], block: [], strings: [doubleLines, singleLines] },
  make: { line: ['#'], block: [], strings: [] },
  cmake: { line: ['#'], block: [{ begin: '#[[', end: ']]' }], strings: [doubleLines] },
  julia: {
    line: ['#'],
    block: [{ begin: '#=', end: '=#', isNested: true }],
    strings: [tripleDouble, double, character],
  },
  nim: { line: ['#'], block: [{ begin: '#[', end: ']#', isNested: true }], strings: [tripleDouble, double, character] },
  elixir: { line: ['#'], block: [], strings: [tripleDouble, doubleLines, tripleSingle] },
  coffeescript: {
    line: ['#'],
    block: [{ begin: '###', end: '###' }],
    strings: [tripleDouble, tripleSingle, doubleLines, singleLines],
  },
  powershell: { line: ['#'], block: [{ begin: '<#', end: '#>' }], strings: [double, single] },
  haskell: { line: ['--'], block: [{ begin: '{-', end: '-}', isNested: true }], strings: [double, character] },
  lua: {
    line: ['--'],
    block: [
      { begin: '--[[', end: ']]' },
      { begin: '--[=[', end: ']=]' },
      { begin: '--[==[', end: ']==]' },
    ],
    strings: [{ begin: '[[', end: ']]', isMultiline: true, isRaw: true }, double, single],
  },
  lean: { line: ['--'], block: [{ begin: '/-', end: '-/', isNested: true }], strings: [doubleLines] },
  dashes: { line: ['--'], block: [], strings: [double] },
  sql: { line: ['--'], block: [cBlock], strings: [singleLines] },
  applescript: { line: ['--', '#'], block: [{ begin: '(*', end: '*)', isNested: true }], strings: [double] },
  ml: { line: [], block: [{ begin: '(*', end: '*)', isNested: true }], strings: [doubleLines, character] },
  fsharp: { line: ['//'], block: [{ begin: '(*', end: '*)' }], strings: [tripleDouble, doubleLines, character] },
  pascal: {
    line: ['//'],
    block: [
      { begin: '{', end: '}' },
      { begin: '(*', end: '*)' },
    ],
    strings: [{ ...single, isRaw: true }],
  },
  modula: { line: [], block: [{ begin: '(*', end: '*)', isNested: true }], strings: [double, single] },
  lisp: { line: [';'], block: [{ begin: '#|', end: '|#', isNested: true }], strings: [doubleLines] },
  clojure: { line: [';'], block: [], strings: [doubleLines] },
  assembly: { line: [';', '# ', '//', { begin: '@', place: 'line-start' }], block: [cBlock], strings: [double] },
  semicolon: { line: [';'], block: [], strings: [double] },
  autohotkey: { line: [{ begin: ';', place: 'word-start' }], block: [cBlock], strings: [double] },
  erlang: { line: ['%'], block: [], strings: [doubleLines] },
  prolog: { line: ['%'], block: [cBlock], strings: [double, single] },
  matlab: {
    line: ['%', { begin: '...', place: 'line-start' }],
    block: [{ begin: '%{', end: '%}', place: 'line-start' }],
    strings: [double],
  },
  basic: {
    line: ["'", { begin: 'REM ', place: 'line-start' }, { begin: 'Rem ', place: 'line-start' }],
    block: [],
    strings: [{ ...double, isRaw: true }],
  },
  fortran: {
    line: [
      '!',
      { begin: 'C ', place: 'column-one' },
      { begin: 'c ', place: 'column-one' },
      { begin: '*', place: 'column-one' },
    ],
    block: [],
    strings: [
      { ...double, isRaw: true },
      { ...single, isRaw: true },
    ],
  },
  cobol: { line: ['*>', { begin: '*', place: 'line-start' }], block: [], strings: [double, single] },
  batch: {
    line: [
      { begin: 'REM', place: 'line-start' },
      { begin: 'rem', place: 'line-start' },
      { begin: '@REM', place: 'line-start' },
      { begin: '@rem', place: 'line-start' },
      { begin: '::', place: 'line-start' },
    ],
    block: [],
    strings: [],
  },
  vim: {
    line: [
      { begin: '"', place: 'line-start' },
      { begin: '#', place: 'line-start' },
    ],
    block: [],
    strings: [single],
  },
} as const satisfies Record<string, CommentSyntax>

export type CommentSyntaxId = keyof typeof commentSyntaxes
