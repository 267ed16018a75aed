/** Which versions, in use now or once, advisories speak about. */

import type { AdvisorySet, VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { Finding } from '#domain/finding.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import type { AffectedVersion, UpdateHistory } from '#domain/update-history.ts'
import { ecosystemOf } from '#ecosystems/names.ts'
import { writePurl } from '#ecosystems/purl-text.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import type { AdvisoryPack } from '#vulnerabilities/advisory-pack.ts'
import { assessVulnerabilities } from '#vulnerabilities/assess.ts'

/**
 * @param vulnerabilities of the portfolio as it is now
 * @param packs by ecosystem; those of ecosystems that only the past used may be among them
 * @returns null when no advisories were looked up
 */
export function affectedVersions(
  portfolio: Portfolio,
  vulnerabilities: VulnerabilityAssessment,
  histories: readonly UpdateHistory[],
  packs: ReadonlyMap<string, AdvisoryPack>,
  sets: readonly AdvisorySet[],
): readonly AffectedVersion[] | null {
  if (!vulnerabilities.total.figure.known && packs.size === 0) return null
  const past = pastParts(portfolio, histories)
  const once = past.length === 0 ? [] : assessVulnerabilities(onlyParts(portfolio, past), packs, sets).findings
  return [
    ...vulnerabilities.findings.flatMap((finding) => affectedBy(portfolio.parts, finding)),
    ...once.flatMap((finding) => affectedBy(past, finding)),
  ]
}

function affectedBy(parts: readonly Part[], finding: Finding): AffectedVersion[] {
  const { package: name = null, version = null } = parts[finding.part] ?? {}
  if (name === null || version === null) return []
  const { id, severity, published, fixed, advisories } = finding
  const evidence = advisories.map((one) => one.evidence)
  const disclosed = published?.slice(0, 10) ?? null
  return [{ package: name, version, advisory: id, severity, published: disclosed, evidence, fixed }]
}

/** Versions that a lockfile once held and that are not in use now. */
function pastParts({ parts }: Portfolio, histories: readonly UpdateHistory[]): readonly Part[] {
  const known = new Set(parts.map(({ package: name, version }) => `${name ?? ''}@${version ?? ''}`))
  const past: Part[] = []
  for (const { repositories } of histories)
    for (const { files } of repositories)
      for (const { changes: all } of files)
        for (const { changes } of all)
          for (const { package: name, to } of changes) {
            if (to === null || known.has(`${name}@${to}`)) continue
            known.add(`${name}@${to}`)
            const part = partOf(name, to)
            if (part !== undefined) past.push(part)
          }
  return past
}

function partOf(packageUrl: string, version: string): Part | undefined {
  const parsed = parsePurl(packageUrl)
  if (!parsed.ok) return undefined
  const purl = { ...parsed.purl, version }
  return {
    purl: writePurl(purl),
    package: packageUrl,
    ecosystem: ecosystemOf(purl),
    kind: 'software',
    name: purl.name,
    version,
    licenses: [],
  }
}

/** The same organization, using nothing: only what advisories say of the parts is asked. */
function onlyParts(portfolio: Portfolio, parts: readonly Part[]): Portfolio {
  return {
    ...portfolio,
    parts,
    documents: [],
    occurrences: {
      count: 0,
      part: new Int32Array(),
      document: new Int32Array(),
      scope: new Uint8Array(),
      directness: new Uint8Array(),
      depth: new Uint8Array(),
      at: [],
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
  }
}
