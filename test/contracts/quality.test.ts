/** The quality of SBOMs: what the profiles ask for, what is missed, and what nobody can tell. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { assert, property, subarray } from 'fast-check'
import { unpackTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { qualityOfFile, requestOf, stateOf } from '#app/quality-of-file.ts'
import type { ReadDocument } from '#domain/part.ts'
import { assessQuality, type QualityAssessment } from '#inventory/quality/assess.ts'
import { checks } from '#inventory/quality/checks.generated.ts'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { readSbomProfile, sbomProfileIds } from '#sources/sbom-profiles.ts'
import { describeWithShared } from '#test/shared-data.ts'
import { loadWords } from '#text/load-words.ts'
import { languages } from '#text/language.ts'

const root = join(import.meta.dirname, '..', '..')
const profiles = sbomProfileIds.map(readSbomProfile)

function read(value: unknown, name = 'sbom.json'): ReadDocument {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const document = readDocument(sourceFile(name, new TextEncoder().encode(text)))
  if (document === undefined) throw new Error('the document was not recognised')
  return document
}

function assess(document: ReadDocument, lockfile?: ReadDocument): QualityAssessment {
  return assessQuality({
    document,
    evidence: 'e1',
    profiles,
    lockfile: lockfile === undefined ? undefined : { document: lockfile, evidence: 'e2' },
    followsSchema: null,
  })
}

function missed(assessment: QualityAssessment, profile: string): string[] {
  const result = assessment.profiles.find((each) => each.profile.id === profile)
  return (result?.fields ?? []).filter((field) => stateOf(field) === 'missed').map(({ field }) => field.id)
}

const organization = { name: 'Tide Works', url: ['https://tide.example'], contact: [{ email: 'sbom@tide.example' }] }

function component(name: string) {
  return {
    'bom-ref': name,
    type: 'library',
    name,
    version: '1.2.0',
    purl: `pkg:npm/${name}@1.2.0`,
    manufacturer: organization,
    licenses: [
      { license: { id: 'MIT', acknowledgement: 'concluded' } },
      { license: { id: 'MIT', acknowledgement: 'declared' } },
    ],
    hashes: [{ alg: 'SHA-512', content: 'a'.repeat(128) }],
    externalReferences: [
      { type: 'source-distribution', url: 'https://tide.example/source' },
      { type: 'distribution', url: 'https://tide.example/file' },
    ],
    properties: ['filename', 'executable', 'archive', 'structured'].map((property) => {
      return { name: `bsi:component:${property}`, value: property }
    }),
  }
}

/** Everything that the three profiles ask for. */
const complete = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  version: 1,
  metadata: {
    timestamp: '2026-11-22T08:00:00Z',
    manufacturer: organization,
    lifecycles: [{ phase: 'build' }],
    tools: { components: [{ type: 'application', name: 'tide-gauge', version: '3.1' }] },
    component: { ...component('quay'), 'bom-ref': 'quay' },
  },
  components: [component('buoy'), component('anchor')],
  dependencies: [
    { ref: 'quay', dependsOn: ['buoy'] },
    { ref: 'buoy', dependsOn: ['anchor'] },
    { ref: 'anchor', dependsOn: [] },
  ],
  compositions: [{ aggregate: 'complete', dependencies: ['quay', 'buoy', 'anchor'] }],
}

describe('the registered checks', () => {
  it('bear the names of their files, and have words in every language', async () => {
    const files = readdirSync(join(root, 'src', 'inventory', 'quality', 'checks')).map((file) =>
      file.replace(/\.ts$/, ''),
    )
    expect(checks.map(({ id }) => id)).toEqual(files.sort())
    for (const language of languages) {
      const { quality } = await loadWords(language)
      expect(Object.keys(quality.checks).sort()).toEqual(files)
    }
  })

  it('are known to every shipped profile, each field once', () => {
    const known = new Set<string>(checks.map(({ id }) => id))
    for (const { fields, id } of profiles) {
      expect(fields.filter(({ check }) => !known.has(check))).toEqual([])
      expect(new Set(fields.map((field) => field.id)).size, id).toBe(fields.length)
    }
  })

  it('are each asked for by some profile, or look at the product described', () => {
    const asked = new Set(profiles.flatMap(({ fields }) => fields.map(({ check }) => check)))
    expect(checks.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual(['document-subject'])
  })
})

describe('a document with everything', () => {
  const assessment = assess(read(complete))

  it('meets all three profiles, and nothing is left to ask for', () => {
    expect(assessment.profiles.map(({ profile, isMet }) => [profile.id, isMet.figure])).toEqual(
      sbomProfileIds.map((id) => [id, expect.objectContaining({ known: true, value: true })]),
    )
    expect(assessment.gaps).toEqual([])
  })

  it('misses exactly the field that is taken out of a part', () => {
    const without = (...keys: readonly string[]): ReadDocument => {
      const cut = Object.fromEntries(Object.entries(component('buoy')).filter(([key]) => !keys.includes(key)))
      return read({ ...complete, components: [cut, component('anchor')] })
    }
    expect(missed(assess(without('version', 'purl')), 'ntia-2021')).toEqual(['part-version', 'part-identifier'])
    expect(missed(assess(without('hashes')), 'cisa-2025-draft')).toEqual(['part-hash'])
    expect(missed(assess(without('licenses')), 'bsi-tr-03183-2')).toEqual(['part-license'])
    expect(missed(assess(without('properties')), 'bsi-tr-03183-2')).toEqual([
      'part-filename',
      'part-executable',
      'part-archive',
      'part-structured',
    ])
    expect(missed(assess(without('manufacturer')), 'ntia-2021')).toEqual(['part-supplier'])
  })

  it('misses exactly the field that is taken out of the document', () => {
    const metadata = (cut: object): ReadDocument => read({ ...complete, metadata: { ...complete.metadata, ...cut } })
    expect(missed(assess(metadata({ timestamp: '22 November' })), 'ntia-2021')).toEqual(['document-timestamp'])
    expect(missed(assess(metadata({ lifecycles: [] })), 'cisa-2025-draft')).toEqual(['document-lifecycle'])
    expect(missed(assess(metadata({ tools: undefined })), 'cisa-2025-draft')).toEqual(['document-tool'])
    const unreachable = { manufacturer: { name: 'Tide Works' } }
    expect(missed(assess(metadata(unreachable)), 'bsi-tr-03183-2')).toEqual(['document-author'])
    expect(missed(assess(metadata(unreachable)), 'ntia-2021')).toEqual([])
    const inside = read({ ...complete, vulnerabilities: [{ id: 'CVE-2026-0001' }] })
    expect(missed(assess(inside), 'bsi-tr-03183-2')).toEqual(['document-without-vulnerabilities'])
    expect(missed(assess(read({ ...complete, specVersion: '1.5' })), 'bsi-tr-03183-2')).toContain('document-format')
  })

  it('never covers more when a part says less', () => {
    const keys = Object.keys(component('buoy')).filter((key) => key !== 'name' && key !== 'bom-ref')
    assert(
      property(subarray(keys), (kept) => {
        const cut = Object.fromEntries(
          Object.entries(component('buoy')).filter(
            ([key]) => kept.includes(key) || key === 'name' || key === 'bom-ref',
          ),
        )
        const less = assess(read({ ...complete, components: [cut, component('anchor')] }))
        for (const [index, { fields }] of less.profiles.entries()) {
          for (const [position, { coverage, outcome, field }] of fields.entries()) {
            const before = assessment.profiles[index]?.fields[position]?.coverage.known ?? 0
            expect(coverage.known).toBeLessThanOrEqual(before)
            expect(coverage.known).toBeLessThanOrEqual(coverage.of)
            const isMet = outcome.figure.known && outcome.figure.value === 'met'
            if (field.need === 'required') expect(isMet).toBe(coverage.known === coverage.of)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('what cannot be told', () => {
  it('is unknown, and not missed, where the form of the format is read without it', () => {
    const samples = join(root, 'test', 'samples', 'sboms')
    const document = readDocument(sourceFile('a.rdf', readFileSync(join(samples, 'spdx-2.3.rdf'))))
    if (document === undefined) throw new Error('the sample was not recognised')
    const ntia = assess(document).profiles[0]
    const states = Object.fromEntries(ntia?.fields.map((field) => [field.field.id, stateOf(field)]) ?? [])
    expect(states).toMatchObject({ 'document-author': 'unknown', 'document-timestamp': 'unknown', 'part-name': 'met' })
    expect(assess(document).sbomqs.score).toBeNull()
  })

  it('is not missed where a field is asked for only if there is such a thing', () => {
    const cut = Object.fromEntries(Object.entries(component('buoy')).filter(([key]) => key !== 'externalReferences'))
    const bsi = assess(read({ ...complete, components: [cut, component('anchor')] })).profiles[2]
    expect(bsi?.fields.filter(({ field }) => field.id === 'part-source-url').map(stateOf)).toEqual(['in-part'])
    expect(bsi?.isMet.figure).toMatchObject({ known: true, value: true })
  })

  it('is whether identifiers resolve, until a registry was asked', () => {
    const document = read(complete)
    expect(assess(document).purls.resolved.figure.figure).toMatchObject({ known: false, why: 'not-collected' })
    const resolved = new Map([['pkg:npm/buoy@1.2.0', false]])
    const asked = assessQuality({ document, evidence: 'e', profiles, followsSchema: null, resolved })
    expect(asked.purls.resolved.figure.figure).toMatchObject({ known: true, value: 0 })
    expect(asked.purls.resolved.coverage).toEqual({ known: 1, of: 2, unit: 'parts' })
  })
})

describe('package URLs', () => {
  it('are counted as valid, and as exact when their kind is known and they have a version', () => {
    const purls = ['pkg:npm/a@1.0.0', 'pkg:npm/b', 'pkg:nowhere/c@1', 'npm:d@1', undefined]
    const components = purls.map((purl, index) => ({ type: 'library', name: `part${index}`, purl }))
    const { purls: quality } = assess(read({ bomFormat: 'CycloneDX', specVersion: '1.6', components }))
    expect([quality.valid.known, quality.exact.known, quality.valid.of]).toEqual([3, 1, 5])
    expect(quality.examples.map(({ why }) => why)).toEqual(['no-version', 'unknown-type', 'invalid', 'none'])
  })
})

describe('agreement with a lockfile', () => {
  it('counts the versions in both, what is missing and what is too many', () => {
    const lock = read(
      {
        name: 'quay',
        lockfileVersion: 3,
        packages: {
          '': { name: 'quay' },
          'node_modules/buoy': { version: '1.2.0' },
          'node_modules/sextant': { version: '2.0.0' },
        },
      },
      'package-lock.json',
    )
    const sbom = read({ ...complete, components: [...complete.components, { type: 'library', name: 'gulls' }] })
    const agreement = assess(sbom, lock).agreement
    expect(agreement).toMatchObject({
      both: 1,
      onlyInSbom: ['pkg:npm/anchor@1.2.0'],
      onlyInLockfile: ['pkg:npm/sextant@2.0.0'],
      notCompared: 1,
    })
    expect(agreement?.precision.figure).toMatchObject({ known: true, value: 0.5 })
    expect(agreement?.recall.figure).toMatchObject({ known: true, value: 0.5 })
  })
})

describe("a supplier's SBOM of the example", () => {
  it('gets a sheet and sentences to send, in three languages', async () => {
    const path = join(root, 'examples/harbor-city/suppliers/saltmarsh-analytics/arrival-notice-reader-2.2.0.cdx.json')
    const { assessment } = await qualityOfFile(path, { profile: 'ntia-2021' })
    expect(assessment.profiles.map(({ required }) => required.figure.figure)).toMatchObject([{ value: 7 }])
    const [gap] = assessment.gaps
    if (gap === undefined) throw new Error('there should be a gap')
    const sentences = await Promise.all(languages.map(async (language) => requestOf(gap, await loadWords(language))))
    expect(sentences).toEqual([
      'Please add the supplier or maker, with a mail or web address for 39 of 40 parts, for example annotated-types 0.8.0.',
      '部品 40 件のうち 39 件(例: annotated-types 0.8.0)に、供給者または作成者とそのメールまたはウェブのアドレスを記載してください。',
      'Bitte ergänzen Sie den Lieferanten oder Hersteller mit E-Mail- oder Webadresse bei 39 von 40 Teilen, zum Beispiel bei annotated-types 0.8.0.',
    ])
  })
})

describe('all forms of one document', () => {
  it('say the same about it', () => {
    const xml = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79" version="1">
<metadata><timestamp>2026-11-22T08:00:00Z</timestamp><lifecycles><lifecycle><phase>build</phase></lifecycle></lifecycles>
<tools><components><component type="application"><name>tide-gauge</name><version>3.1</version></component></components></tools>
<authors><author><name>A. Person</name><email>sbom@tide.example</email></author></authors></metadata>
<components><component type="library" bom-ref="buoy"><supplier><name>Tide Works</name></supplier><name>buoy</name><version>1.2.0</version>
<cpe>cpe:2.3:a:tide:buoy:1.2.0:*:*:*:*:*:*:*</cpe><properties><property name="bsi:component:filename">buoy.js</property></properties></component></components>
<dependencies><dependency ref="buoy"/></dependencies>
<compositions><composition><aggregate>incomplete</aggregate><dependencies><dependency ref="buoy"/></dependencies></composition></compositions></bom>`
    const json = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: complete.serialNumber,
      metadata: {
        timestamp: complete.metadata.timestamp,
        lifecycles: complete.metadata.lifecycles,
        tools: complete.metadata.tools,
        authors: [{ name: 'A. Person', email: 'sbom@tide.example' }],
      },
      components: [
        {
          type: 'library',
          'bom-ref': 'buoy',
          supplier: { name: 'Tide Works' },
          name: 'buoy',
          version: '1.2.0',
          cpe: 'cpe:2.3:a:tide:buoy:1.2.0:*:*:*:*:*:*:*',
          properties: [{ name: 'bsi:component:filename', value: 'buoy.js' }],
        },
      ],
      dependencies: [{ ref: 'buoy' }],
      compositions: [{ aggregate: 'incomplete', dependencies: ['buoy'] }],
    }
    expect(read(xml, 'a.xml').about).toEqual(read(json).about)
    expect(read(json).about?.parts).toEqual([
      {
        supplier: { kind: 'organization', contact: null },
        identifiers: [{ kind: 'cpe', value: 'cpe:2.3:a:tide:buoy:1.2.0:*:*:*:*:*:*:*' }],
        filename: 'buoy.js',
        purpose: 'library',
        completeness: 'incomplete',
        saysWhatItUses: true,
      },
    ])
  })

  it('say the same in SPDX tag-value and JSON', () => {
    const tags = `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: quay
DocumentNamespace: https://tide.example/quay
Creator: Tool: tide-gauge-3.1
Creator: Organization: Tide Works (sbom@tide.example)
Created: 2026-11-22T08:00:00Z
PackageName: buoy
SPDXID: SPDXRef-buoy
PackageVersion: 1.2.0
PackageFileName: buoy.js
PackageOriginator: Person: A. Person
PackageDownloadLocation: https://tide.example/buoy.js
ExternalRef: SECURITY cpe23Type cpe:2.3:a:tide:buoy:1.2.0:*:*:*:*:*:*:*
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-buoy
Relationship: SPDXRef-buoy DEPENDS_ON NONE
`
    const json = {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      documentNamespace: 'https://tide.example/quay',
      creationInfo: {
        created: '2026-11-22T08:00:00Z',
        creators: ['Tool: tide-gauge-3.1', 'Organization: Tide Works (sbom@tide.example)'],
      },
      packages: [
        {
          name: 'buoy',
          SPDXID: 'SPDXRef-buoy',
          versionInfo: '1.2.0',
          packageFileName: 'buoy.js',
          originator: 'Person: A. Person',
          downloadLocation: 'https://tide.example/buoy.js',
          externalRefs: [
            {
              referenceCategory: 'SECURITY',
              referenceType: 'cpe23Type',
              referenceLocator: 'cpe:2.3:a:tide:buoy:1.2.0:*:*:*:*:*:*:*',
            },
          ],
        },
      ],
      relationships: [
        { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-buoy' },
        { spdxElementId: 'SPDXRef-buoy', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'NONE' },
      ],
    }
    const about = read(tags, 'a.spdx').about
    expect(about).toEqual(read(json).about)
    expect(about).toMatchObject({
      authors: [{ kind: 'organization', contact: 'email' }],
      tools: [{ name: 'tide-gauge', version: '3.1' }],
      parts: [{ manufacturer: { kind: 'person', contact: null }, completeness: 'complete', saysWhatItUses: true }],
    })
    // Nobody's name is kept.
    expect(JSON.stringify(about)).not.toContain('A. Person')
  })
})

describeWithShared('real SBOMs', 'sboms/sboms.tar.gz', (path) => {
  it('are all judged, with as many facts as parts and no field covered beyond them', async () => {
    let judged = 0
    for (const { header, data } of await unpackTar(gunzipSync(readFileSync(path)))) {
      // The largest are read by the suite of readers; here it is about every field of many dialects.
      if (data === undefined || data.length > 400_000) continue
      const document = readDocument(sourceFile(header.name, data))
      if (document === undefined) continue
      judged += 1
      const { profiles: results, purls, sbomqs } = assess(document)
      if (document.about !== undefined) expect(document.about.parts).toHaveLength(document.parts.length)
      for (const { fields } of results) {
        for (const { coverage } of fields) expect(coverage.known).toBeLessThanOrEqual(coverage.of)
      }
      expect(purls.exact.known).toBeLessThanOrEqual(purls.valid.known)
      if (sbomqs.score !== null) expect(sbomqs.score >= 0 && sbomqs.score <= 10).toBe(true)
    }
    expect(judged).toBeGreaterThan(1000)
  }, 120_000)
})
