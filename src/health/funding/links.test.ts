import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFilesAt } from '#sources/files-at.ts'
import { describeWithShared } from '#test/shared-data.ts'
import { fundingLinksOf, readFundingJson, readFundingYaml, registryFunding } from './links.ts'
import { safeAddress } from './safe-address.ts'

const urls = (texts: Readonly<Record<string, string>>, project: string | null = null) =>
  fundingLinksOf(texts, project).links.map(({ url }) => url)

describe('FUNDING.yml', () => {
  it('names a page for every documented key', () => {
    const text = `github: [wick, oil]
patreon: wick
open_collective: wick
ko_fi: wick
tidelift: npm/@lantern/wick
community_bridge: wick
lfx_crowdfunding: oil
liberapay: wick
issuehunt: wick
otechie: wick
polar: wick
buy_me_a_coffee: wick
thanks_dev: u/gh/wick
custom: ["https://wick.example/give", "pay.example/wick"]
`
    expect(urls({ '.github/FUNDING.yml': text })).toEqual([
      'https://github.com/sponsors/wick',
      'https://github.com/sponsors/oil',
      'https://www.patreon.com/wick',
      'https://opencollective.com/wick',
      'https://ko-fi.com/wick',
      'https://tidelift.com/funding/github/npm/@lantern/wick',
      'https://crowdfunding.lfx.linuxfoundation.org/projects/wick',
      'https://crowdfunding.lfx.linuxfoundation.org/projects/oil',
      'https://liberapay.com/wick',
      'https://issuehunt.io/r/wick',
      'https://otechie.com/wick',
      'https://polar.sh/wick',
      'https://www.buymeacoffee.com/wick',
      'https://thanks.dev/u/gh/wick',
      'https://wick.example/give',
      'https://pay.example/wick',
    ])
  })

  it('may leave everything out', () => {
    expect(readFundingYaml('github: # a name\npatreon:\ncustom: []\n', 'FUNDING.yml')).toEqual({
      links: [],
      issues: [],
    })
    expect(readFundingYaml('# nothing\n', 'FUNDING.yml')).toEqual({ links: [], issues: [] })
  })

  it('says what it could not take', () => {
    const { links, issues } = readFundingYaml('github: "a b"\nnever_heard_of: x\npolar: wick\n', 'FUNDING.yml')
    expect(links).toHaveLength(1)
    expect(issues).toEqual([
      { code: 'syntax', where: 'FUNDING.yml: github', detail: 'a b' },
      { code: 'syntax', where: 'FUNDING.yml: never_heard_of' },
    ])
    expect(readFundingYaml('a: [', 'FUNDING.yml').issues).toMatchObject([{ code: 'not-yaml' }])
  })

  it('of a vendored copy belongs to somebody else', () => {
    expect(urls({ 'vendor/oil/.github/FUNDING.yml': 'github: oil' })).toEqual([])
  })
})

describe('other statements', () => {
  it('are read from manifests, package files and registries, each page once', () => {
    const manifest = {
      version: 'v1.0.0',
      funding: {
        channels: [
          { guid: 'a', type: 'payment-provider', address: 'https://opencollective.com/wick/' },
          { guid: 'b', type: 'bank', address: 'Account 12345' },
        ],
      },
    }
    expect(
      urls({
        'funding.json': JSON.stringify(manifest),
        '.well-known/funding-manifest-urls': 'https://wick.example/funding.json\n',
        'package.json': JSON.stringify({
          funding: ['https://opencollective.com/wick', { type: 'x', url: 'https://a.example' }],
        }),
        'composer.json': JSON.stringify({ funding: [{ type: 'github', url: 'https://github.com/sponsors/wick' }] }),
      }),
    ).toEqual([
      'https://github.com/sponsors/wick',
      'https://opencollective.com/wick',
      'https://a.example',
      'https://wick.example/funding.json',
    ])
    expect(registryFunding(['http://wick.example/give'], 'pkg:npm/wick').links).toEqual([
      { url: 'http://wick.example/give', basis: 'registry-metadata' },
    ])
  })

  it('of Drips name the project', () => {
    const claim = '{"drips":{"ethereum":{"ownedBy":"0x00"}}}'
    expect(urls({ 'FUNDING.json': claim }, 'github.com/lantern/wick')).toEqual([
      'https://www.drips.network/app/projects/github/lantern/wick',
    ])
    expect(readFundingJson(claim, 'FUNDING.json', null)).toEqual({ links: [], issues: [] })
  })

  it('that are odd are issues', () => {
    expect(fundingLinksOf({ 'package.json': '{', 'funding.json': '{}' }, null).issues).toEqual([
      { code: 'missing-field', where: 'funding.json: funding.channels' },
      { code: 'not-json', where: 'package.json' },
    ])
  })
})

describe('hostile addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://a.example@evil.example',
    'https://user:word@a.example',
    'https://localhost/x',
    'http://127.0.0.1/x',
    'http://[::1]/x',
    'https://a.example/"onclick="x',
    'https://a.example/\u0000',
    'https://a.example/a b',
    '//a.example',
    '',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('%j is refused', (address) => {
    expect(safeAddress(address)).toBeUndefined()
    expect(registryFunding([address], 'somewhere').links).toEqual([])
    expect(readFundingYaml(`custom: ${JSON.stringify(address)}`, 'FUNDING.yml').links).toEqual([])
  })

  it('whatever comes out is a web page with nothing that ends an attribute', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://a.example/${text}`),
        ),
        (text) => {
          const address = safeAddress(text)
          return address === undefined || (/^https?:\/\/[^/@]+\.[^/@]+/.test(address) && !/[\s"'<>`\\]/.test(address))
        },
      ),
    )
  })
})

describeWithShared('shared funding files', 'public-sector-and-funding/funding-files.zip', (path) => {
  it('all name a page, and none is odd', () => {
    let read = 0
    for (const file of readFilesAt(path, () => true, 2 ** 20)) {
      if ('issue' in file) throw new Error(file.issue.code)
      const inArchive = file.name.slice(file.name.indexOf('/') + 1)
      const [repository = '', name = ''] = [inArchive.split('/')[0], inArchive.split('/').at(-1)]
      // As if each stood in its own repository: vendored copies too.
      const where = name === 'funding-manifest-urls' ? `.well-known/${name}` : name
      const found = fundingLinksOf(
        { [where]: new TextDecoder().decode(file.bytes) },
        `github.com/${repository.replace('__', '/').toLowerCase()}`,
      )
      expect(found.issues, file.name).toEqual([])
      expect(found.links.length, file.name).toBeGreaterThan(0)
      read += 1
    }
    expect(read).toBe(24)
  })
})
