/** Files come from strangers: whatever they hold, an answer comes out, and soon. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingLinksOf } from '#health/funding/links.ts'
import { assessScorecard } from './assess.ts'
import { sampleFacts, sampleFiles } from './facts.sample.ts'
import { installsIn } from './installs.ts'
import { shellCommands } from './shell-commands.ts'

const paths = [
  '.github/workflows/build.yml',
  'Dockerfile',
  'SECURITY.md',
  'LICENSE',
  'build.sh',
  'FUNDING.yml',
  'funding.json',
  'package.json',
]
const pieces = fc.constantFrom(
  'on: push\n',
  'jobs:\n  a:\n    steps:\n',
  '      - run: ',
  'uses: ',
  '${{ ',
  ' }}',
  '<(',
  '`',
  '"',
  "'",
  '\\\n',
  '<<E\n',
  '| bash',
  'curl ',
  '&anchor',
  '*anchor',
  '\u0000',
  '\ud800',
  'FROM ',
  '@',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
)

function answersFor(content: string): void {
  const texts = Object.fromEntries(paths.map((path) => [path, content]))
  for (const { score } of assessScorecard(sampleFacts({ files: sampleFiles(texts) })).checks) {
    expect(score).toBeGreaterThanOrEqual(-1)
    expect(score).toBeLessThanOrEqual(10)
  }
  fundingLinksOf(texts, 'forge.example/lantern/wick')
}

describe('whatever a file holds', () => {
  it('there is an answer', () => {
    fc.assert(fc.property(text, answersFor), { numRuns: 400 })
  })

  it.each(['<(', '${{', '"', '$(', 'a.', 'bash -c "', '- ', '[', '{a: ', '&a *a ', '<<E\n', 'x@', 'https://', '\\\n'])(
    'also of much of %j, within seconds',
    (piece) => {
      const started = performance.now()
      for (const length of [20_000, 200_000]) answersFor(piece.repeat(Math.ceil(length / piece.length)))
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
})

describe('shell commands', () => {
  it('are told apart by separators, with quotes, pipes, redirections and lines', () => {
    const script = `# a comment
FOO=bar sudo npm ci && echo "a;b" > out.txt
cat <<EOF
npm install
EOF
curl -s 'https://a.example/x' |
  bash -s -- $ARGS; python -m pip install \\
  --require-hashes -r r.txt`
    expect(
      shellCommands(script).map(({ words, line, isPiped, output }) => [words.join(' '), line, isPiped, output]),
    ).toEqual([
      ['npm ci', 2, false, null],
      ['echo a;b', 2, false, 'out.txt'],
      ['cat', 3, false, null],
      ['curl -s https://a.example/x', 6, false, null],
      ['bash -s --', 7, true, null],
      ['python -m pip install --require-hashes -r r.txt', 7, false, null],
    ])
  })

  it.each([
    ['npm ci', ['npm true']],
    ['npm i wick', ['npm false']],
    [`npm install git+https://a.example/b.git#${'a'.repeat(40)}`, ['npm true']],
    ['pip install wick', ['pip false']],
    ['pip3 install --require-hashes -r r.txt', ['pip true']],
    ['pip install ./wick.whl', ['pip true']],
    ['pip install --no-deps -e .', ['pip true']],
    ['pip install -e .', ['pip false']],
    ['python3 -m pip install wick', ['pip false']],
    ['go install a.example/b/c@latest', ['go false']],
    ['go install a.example/b/c@v1.2.3', ['go true']],
    [`go get a.example/b/c@${'a'.repeat(40)}`, ['go true']],
    ['go install ./...', ['go true']],
    ['go build', []],
    ['choco install wick', ['choco false']],
    ['choco install wick --require-checksums', ['choco true']],
    ['dotnet add package Wick', ['nuget false']],
    ['dotnet add package Wick --version 1.2.3', ['nuget true']],
    ['nuget restore -LockedMode', ['nuget true']],
    ['wget -O x.sh https://a.example/x && sh x.sh', ['download-then-run false']],
    ['curl https://a.example/x > ./x && chmod +x x && ./x', ['download-then-run false']],
    ['bash <(curl -s https://a.example/x)', ['download-then-run false']],
    [`curl https://raw.githubusercontent.com/a/b/${'a'.repeat(40)}/x | sh`, []],
    ['bash -c "npm install"', ['npm false']],
    ['echo npm install', []],
  ])('%s takes %j', (script, expected) => {
    expect(installsIn(script, 'x', 1).map(({ kind, isPinned }) => `${kind} ${isPinned}`)).toEqual(expected)
  })
})
