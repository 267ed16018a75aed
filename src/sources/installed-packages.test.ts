import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findInstalledPackages } from './installed-packages.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, content: string | object = 'x\n'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

function found(limits = {}) {
  return findInstalledPackages(root, limits).packages.map((one) => [
    one.purl,
    ...[...one.files()].map(({ path }) => path),
  ])
}

it('finds npm packages with scopes and nested ones, each with its own files', () => {
  write('app/node_modules/a/package.json', { name: 'a', version: '1.0.0' })
  write('app/node_modules/a/lib/index.js')
  write('app/node_modules/a/node_modules/b/package.json', { name: 'b', version: '2.0.0' })
  write('app/node_modules/a/node_modules/b/b.js')
  write('app/node_modules/@city/forms/package.json', { name: '@city/forms', version: '3.1.0' })
  write('app/node_modules/.bin/tool')
  write('app/node_modules/.pnpm/c@1.0.0/node_modules/c/package.json', { name: 'c', version: '1.0.0' })
  expect(found()).toEqual([
    ['pkg:npm/%40city/forms@3.1.0', 'package.json'],
    ['pkg:npm/a@1.0.0', 'package.json', 'lib/index.js'],
    ['pkg:npm/b@2.0.0', 'b.js', 'package.json'],
    ['pkg:npm/c@1.0.0', 'package.json'],
  ])
})

it('finds vendored Go modules, one inside the folder of another, and those that were replaced', () => {
  write(
    'vendor/modules.txt',
    '# example.com/a v1.2.0\n## explicit; go 1.20\nexample.com/a\n# example.com/a/sub v0.1.0\nexample.com/a/sub\n# example.com/old v1.0.0 => example.com/new v1.1.0\n# example.com/own v1.0.0 => ./own\n# ../evil v1.0.0\n',
  )
  write('vendor/example.com/a/a.go')
  write('vendor/example.com/a/sub/sub.go')
  write('vendor/example.com/old/old.go')
  expect(found()).toEqual([
    ['pkg:golang/example.com/a/sub@v0.1.0', 'sub.go'],
    ['pkg:golang/example.com/a@v1.2.0', 'a.go'],
    ['pkg:golang/example.com/new@v1.1.0', 'old.go'],
  ])
})

it('finds Composer, Cargo, Bundler and Python packages', () => {
  write('php/vendor/composer/installed.json', {
    packages: [
      { name: 'monolog/monolog', version: '3.5.0', 'install-path': '../monolog/monolog' },
      { name: 'evil/evil', version: '1.0.0', 'install-path': '../../../outside' },
    ],
  })
  write('php/vendor/monolog/monolog/src/Logger.php')
  write('rust/vendor/libc/.cargo-checksum.json', {})
  write('rust/vendor/libc/Cargo.toml', '[package]\nname = "libc"\nversion = "0.2.150"\n')
  write('ruby/vendor/bundle/ruby/3.2.0/gems/nokogiri-1.16.0-x86_64-linux/lib/nokogiri.rb')
  write(
    'py/lib/python3.12/site-packages/Flask_Login-0.6.3.dist-info/METADATA',
    'Name: Flask-Login\nVersion: 0.6.3\n\nVersion: 9\n',
  )
  write(
    'py/lib/python3.12/site-packages/Flask_Login-0.6.3.dist-info/RECORD',
    'flask_login/__init__.py,sha256=x,1\n../../../bin/tool,,\n"flask_login/a,b.py",,\nFlask_Login-0.6.3.dist-info/METADATA,,\n',
  )
  write('py/lib/python3.12/site-packages/flask_login/__init__.py')
  write('py/lib/python3.12/site-packages/flask_login/a,b.py')
  expect(found()).toEqual([
    ['pkg:cargo/libc@0.2.150', '.cargo-checksum.json', 'Cargo.toml'],
    ['pkg:composer/monolog/monolog@3.5.0', 'src/Logger.php'],
    ['pkg:gem/nokogiri@1.16.0', 'lib/nokogiri.rb'],
    ['pkg:pypi/flask-login@0.6.3', 'flask_login/__init__.py', 'flask_login/a,b.py'],
  ])
})

it('follows no link, neither to a package nor to a file', () => {
  write('elsewhere/package.json', { name: 'linked', version: '1.0.0' })
  write('node_modules/a/package.json', { name: 'a', version: '1.0.0' })
  symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules/linked'))
  symlinkSync('/etc/hosts', join(root, 'node_modules/a/hosts.js'))
  symlinkSync(root, join(root, 'node_modules/a/circle'))
  expect(found()).toEqual([['pkg:npm/a@1.0.0', 'package.json']])
})

it('says which package it could not read, and goes on', () => {
  write('node_modules/broken/package.json', '{"name": ')
  write('node_modules/nameless/package.json', { version: '1.0.0' })
  write('node_modules/good/package.json', { name: 'good', version: '1.0.0' })
  const { packages, unread } = findInstalledPackages(root)
  expect(packages.map(({ name }) => name)).toEqual(['good'])
  expect(unread).toEqual([
    { path: 'node_modules/broken/package.json', code: 'unreadable' },
    { path: 'node_modules/nameless/package.json', code: 'missing-field' },
  ])
})

it('keeps to its limits, and says when they ended the search', () => {
  write('node_modules/a/package.json', { name: 'a', version: '1.0.0' })
  write('node_modules/a/large.js', 'x'.repeat(1000))
  write('node_modules/a/small.js', 'x')
  const { packages } = findInstalledPackages(root, { fileBytes: 500 })
  const files = [...(packages[0]?.files() ?? [])]
  expect(files.map(({ path, read }) => [path, read() === null])).toEqual([
    ['large.js', true],
    ['package.json', false],
    ['small.js', false],
  ])
  expect(found({ files: 1 })).toEqual([['pkg:npm/a@1.0.0', 'large.js']])
  for (let index = 0; index < 20; index++) write(`deep/${index}/file`)
  expect(findInstalledPackages(root, { folders: 5 }).isCutShort).toBe(true)
  expect(findInstalledPackages(root).isCutShort).toBe(false)
})
