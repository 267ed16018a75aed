/**
 * Where a project takes money, by what it states itself: FUNDING.yml of GitHub, funding.json (fundingjson.org 1.0.0 and the
 * form of Drips), the list of such manifests, `funding` of package.json and composer.json, and what registries repeat.
 * Addresses come from strangers: only plain web pages are taken.
 */

import { parseDocument } from 'yaml'
import type { FundingLink } from '#domain/assessment/health.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { ProjectId } from '#domain/project.ts'
import { safeAddress } from './safe-address.ts'

export type FundingLinks = { readonly links: readonly FundingLink[]; readonly issues: readonly Issue[] }

/** Keys of FUNDING.yml and the page that a value of theirs names. Source: GitHub Docs, displaying a sponsor button. */
const pages: Readonly<Record<string, (name: string) => string>> = {
  github: (name) => `https://github.com/sponsors/${name}`,
  patreon: (name) => `https://www.patreon.com/${name}`,
  open_collective: (name) => `https://opencollective.com/${name}`,
  ko_fi: (name) => `https://ko-fi.com/${name}`,
  tidelift: (name) => `https://tidelift.com/funding/github/${name}`,
  community_bridge: (name) => `https://crowdfunding.lfx.linuxfoundation.org/projects/${name}`,
  lfx_crowdfunding: (name) => `https://crowdfunding.lfx.linuxfoundation.org/projects/${name}`,
  liberapay: (name) => `https://liberapay.com/${name}`,
  issuehunt: (name) => `https://issuehunt.io/r/${name}`,
  otechie: (name) => `https://otechie.com/${name}`,
  polar: (name) => `https://polar.sh/${name}`,
  buy_me_a_coffee: (name) => `https://www.buymeacoffee.com/${name}`,
  thanks_dev: (name) => `https://thanks.dev/${name.includes('/') ? name : `u/gh/${name}`}`,
}

/** Characters; a page of addresses is short, and parsing what is no YAML takes time with the square of its length. */
const longestYaml = 20_000

/** @param texts files of a repository by path; those that say nothing about money are passed over */
export function fundingLinksOf(texts: Readonly<Record<string, string>>, project: ProjectId | null): FundingLinks {
  const all: FundingLinks[] = Object.keys(texts)
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .flatMap((path) => {
      const text = texts[path] ?? ''
      // GitHub shows the file at the top, in `.github` and in `docs`; deeper ones belong to vendored copies.
      if (/^(?:\.github\/|docs\/)?funding\.ya?ml$/i.test(path)) return [readFundingYaml(text, path)]
      if (/^(?:\.github\/|\.well-known\/)?funding\.json$/i.test(path)) return [readFundingJson(text, path, project)]
      if (/^\.well-known\/funding-manifest-urls$/i.test(path)) return [readManifestAddresses(text, path)]
      if (path === 'package.json' || path === 'composer.json') return [readPackageFunding(text, path)]
      return []
    })
  return merged(all)
}

/** What a registry states, as links. */
export function registryFunding(addresses: readonly string[], where: string): FundingLinks {
  return linksOf(addresses, where, 'registry-metadata')
}

/** Each address once; the first statement wins. */
export function merged(all: readonly FundingLinks[]): FundingLinks {
  const links = new Map<string, FundingLink>()
  for (const link of all.flatMap((each) => each.links)) if (!links.has(link.url)) links.set(link.url, link)
  return { links: [...links.values()], issues: all.flatMap(({ issues }) => issues) }
}

export function readFundingYaml(text: string, path: string): FundingLinks {
  if (text.length > longestYaml) return nothing(issue('too-large', path))
  let content: unknown
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
    if (document.errors.length > 0) return nothing(issue('not-yaml', path))
    content = document.toJS({ maxAliasCount: 20 })
  } catch {
    return nothing(issue('not-yaml', path))
  }
  if (content === null || content === undefined) return { links: [], issues: [] }
  if (!isObject(content)) return nothing(issue('wrong-type', path))
  return merged(
    Object.entries(content).map(([key, value]) => {
      const where = `${path}: ${key}`
      const stated = textsOf(value)
      if (key === 'custom') return linksOf(stated, where, 'funding-file')
      const page = pages[key]
      if (page === undefined) return stated.length === 0 ? { links: [], issues: [] } : nothing(issue('syntax', where))
      const names = stated.map((name) => name.trim().replace(/^@/, ''))
      const good = names.filter((name) => /^[\w.-]+(?:\/[@\w.-]+)*$/.test(name))
      const odd = names.filter((name) => !good.includes(name)).map((name) => issue('syntax', where, name))
      const found = linksOf(good.map(page), where, 'funding-file')
      return { links: found.links, issues: [...odd, ...found.issues] }
    }),
  )
}

/** Channels of a manifest that are pages, or the page of Drips for a project of GitHub that claims it. */
export function readFundingJson(text: string, path: string, project: ProjectId | null): FundingLinks {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return nothing(issue('not-json', path))
  }
  if (!isObject(content)) return nothing(issue('wrong-type', path))
  if (isObject(content['drips'])) {
    const [, name] = /^github\.com\/(.+)$/.exec(project ?? '') ?? []
    const pagesOfDrips = name === undefined ? [] : [`https://www.drips.network/app/projects/github/${name}`]
    return linksOf(pagesOfDrips, path, 'funding-file')
  }
  const funding = content['funding']
  const channels = isObject(funding) ? funding['channels'] : undefined
  if (!Array.isArray(channels)) return nothing(issue('missing-field', `${path}: funding.channels`))
  const addresses = channels.flatMap((channel: unknown) =>
    isObject(channel) && typeof channel['address'] === 'string' && isPage(channel['address'])
      ? [channel['address']]
      : [],
  )
  return linksOf(addresses, path, 'funding-file')
}

/** One address of a manifest a line. */
export function readManifestAddresses(text: string, path: string): FundingLinks {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return linksOf(lines, path, 'funding-file')
}

/** `funding` as an address, as `{ type, url }`, or as a list of either. */
export function readPackageFunding(text: string, path: string): FundingLinks {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return nothing(issue('not-json', path))
  }
  const stated = isObject(content) ? content['funding'] : undefined
  const list: readonly unknown[] = Array.isArray(stated) ? stated : stated === undefined ? [] : [stated]
  const addresses = list.flatMap((each) => {
    const address = isObject(each) ? each['url'] : each
    return typeof address === 'string' ? [address] : []
  })
  return linksOf(addresses, `${path}: funding`, 'funding-file')
}

function linksOf(addresses: readonly string[], where: string, basis: FundingLink['basis']): FundingLinks {
  const links: FundingLink[] = []
  const issues: Issue[] = []
  for (const address of addresses) {
    const url = safeAddress(address)
    if (url === undefined) issues.push(issue('syntax', where, address))
    else links.push({ url, basis })
  }
  return { links, issues }
}

/** Account numbers and postal addresses of channels are no pages and no mistakes. */
function isPage(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address.trim())
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  return Array.isArray(value) ? value.flatMap((each: unknown) => textsOf(each)) : []
}

function nothing(one: Issue): FundingLinks {
  return { links: [], issues: [one] }
}

function depth(path: string): number {
  return path.split('/').length
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
