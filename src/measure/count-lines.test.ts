import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countLines } from './count-lines.ts'
import type { LanguageName } from './language-syntaxes.ts'
import { languageSyntaxes } from './language-syntaxes.ts'
import { languageOfFirstLine, languageOfPath } from './languages.ts'

/** Each line begins with `c` for code, `#` for comment, `_` for blank, then one space and the line itself. */
const cases: readonly (readonly [LanguageName, string])[] = [
  [
    'JavaScript',
    `# // a comment\nc const a = "// no comment" // one behind code\n_ \n# /* several\n#    lines */\nc b()`,
  ],
  ['JavaScript', 'c const pattern = /["`/*]/ // a quote in a pattern opens nothing\n# // comment\nc x = a / b / c'],
  ['JavaScript', 'c return /[/"]/.test(x)\n# // comment'],
  [
    'JavaScript',
    'c const t = `one\nc // not a comment\n_ \nc ${ inner({ a: `two` }) /* in code */ }\nc /* no comment */`\n# // comment',
  ],
  ['TypeScript', "c type A = 'it''s'\n# // comment\nc let b = 'a\\'b'\n# /** doc */"],
  ['JavaScript', 'c /* comment */ code()\n# /* only */ // comments'],
  ['C', 'c char c = \'"\'; /* begins\n# and ends */\nc #define X "/*"\n# // comment'],
  ['C++', 'c int n = 1\'000\'000; // digits\n# /* comment */\nc auto r = R"(\nc // raw\nc )";'],
  ['Java', 'c String s = """\nc   // text\nc   """;\n# // comment'],
  ['C#', 'c var s = @"C:\\";\n# // comment\nc var t = "a\\"b"; // x'],
  ['Go', "c s := `raw \\\nc // text`\nc r := '`'\n# // comment"],
  [
    'Rust',
    'c fn f<\'a>(x: &\'a str) -> char { \'"\' }\n# /* outer /* inner */ still */\nc let s = r#"a "quoted" // b"#;\n# // comment',
  ],
  ['Kotlin', '# /* a /* b */ c */\nc val x = """\nc // text\nc """'],
  ['Swift', 'c let s = #"a"b"#\n# // comment'],
  ['PHP', 'c <?php\n# # comment\n# // comment\nc $a = \'# no\';\nc $b = "x\nc // text";'],
  [
    'Python',
    '# """Module."""\nc import os\n_ \nc def f():\n#     """Doc\n_ \n#     more."""\nc     return """text\nc # no comment"""\n# # comment',
  ],
  ['Python', 'c call(\nc   """argument\nc   # text""",\nc )\nc x = r"\\"'],
  ['Ruby', '# =begin\n# text\n# =end\nc a = "#{b}" # comment\n# # comment'],
  ['Perl', 'c my $n = $#list;\n# =pod\n_ \n# text\n_ \n# =cut\nc print 1;\n# # comment'],
  ['Shell', "# #!/bin/sh\nc echo $# a#b\nc awk '\nc # text\nc '\n# # comment"],
  ['Haskell', "c f x' = x\n# {- a {- b -} c -}\n# -- comment"],
  ['Lua', 'c a = [[\nc -- text\nc ]]\n# --[[ several\n# lines ]]\n# -- comment'],
  ['OCaml', "c let x = '\"'\n# (* a (* b *) c *)"],
  ['Clojure', '# ; comment\nc (def s "; text")'],
  ['Erlang', 'c f() -> "%". % comment\n# % comment'],
  ['Fortran Free Form', "c print *, '! text'\n# ! comment"],
  ['CSS', 'c a { background: url("/*") }\n# /* comment */'],
  ['Batchfile', 'c @echo off\n# REM comment\n# :: comment'],
  ['Vim script', '# " comment\nc let a = "text"'],
  ['Julia', '# #= a\n# b =#\nc x = "#"'],
  ['PowerShell', "# <# a\n# b #>\nc $x = '#'"],
  ['Pascal', "# { comment }\n# (* comment *)\nc s := 'it''s // text';"],
  ['Visual Basic .NET', '# \' comment\nc s = "\' text"'],
]

describe('counting lines', () => {
  it.each(cases)('tells code from comments in %s (%#)', (language, marked) => {
    const lines = marked.split('\n')
    const text = lines.map((line) => line.slice(2)).join('\n')
    const of = (mark: string) => lines.filter((line) => line.startsWith(mark)).length
    expect(countLines(text, language)).toEqual({ code: of('c'), comment: of('#'), blank: of('_') })
  })

  it('counts the same with and without a last line break, with Windows line ends, and in UTF-16', () => {
    const text = '// comment\nconst a = 1\n\nconst b = 2'
    const expected = { code: 2, comment: 1, blank: 1 }
    expect(countLines(text, 'TypeScript')).toEqual(expected)
    expect(countLines(`${text}\n`, 'TypeScript')).toEqual(expected)
    expect(countLines(text.replaceAll('\n', '\r\n'), 'TypeScript')).toEqual(expected)
    expect(countLines(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'TypeScript')).toEqual(expected)
    expect(countLines(Buffer.from(`\uFEFF${text}`, 'utf8'), 'TypeScript')).toEqual(expected)
    expect(countLines('', 'TypeScript')).toEqual({ code: 0, comment: 0, blank: 0 })
  })

  it('ends, and accounts for every line, whatever the bytes are', () => {
    const language = fc.constantFrom(...(Object.keys(languageSyntaxes) as LanguageName[]))
    const fragment = fc.constantFrom(
      '"',
      "'",
      '`',
      '/*',
      '*/',
      '//',
      '#',
      '\n',
      '${',
      '}',
      '\\',
      '"""',
      '=begin',
      '{-',
      '(*',
      'a',
      ' ',
      '\t',
      'é',
    )
    fc.assert(
      fc.property(language, fc.array(fc.oneof(fragment, fc.string()), { maxLength: 60 }), (name, parts) => {
        const text = parts.join('')
        const { code, comment, blank } = countLines(text, name)
        const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
        expect(code + comment + blank).toBe(lines)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the language of a file', () => {
  it('comes from its name, or from the first line of a script', () => {
    expect(languageOfPath('src/a.test.TS')).toBe('TypeScript')
    expect(languageOfPath('a/Makefile')).toBe('Makefile')
    expect(languageOfPath('include/x.h')).toBe('C')
    for (const other of [
      'readme.md',
      'a.json',
      'a.html',
      'go.mod',
      'mix.lock',
      'LICENSE',
      'constructor',
      'a.constructor',
    ])
      expect(languageOfPath(other)).toBeUndefined()
    expect(languageOfFirstLine('#!/usr/bin/env -S node --harmony')).toBe('JavaScript')
    expect(languageOfFirstLine('#!/usr/bin/python3.11')).toBe('Python')
    expect(languageOfFirstLine('plain text')).toBeUndefined()
  })
})
