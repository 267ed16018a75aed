import { describe, expect, it } from 'vitest'
import { locatorFault } from './external-locator.ts'

const cpe = (type: string, locator: string) => locatorFault('SECURITY', type, locator, false)

describe('locators of external references', () => {
  it.each([
    ['SECURITY', 'cpe23Type', 'cpe:2.3:o:canonical:ubuntu_linux:10.04:-:lts:*:*:*:*:*'],
    ['SECURITY', 'cpe23Type', 'cpe:2.3:a:acme:a\\:b\\+c:1.0:*:*:en-US:*:*:*:*'],
    ['SECURITY', 'cpe23Type', 'cpe:2.3:a:acme:tool:1.?:*:*:*:*:*:*:*'],
    ['SECURITY', 'cpe22Type', 'cpe:/o:canonical:ubuntu_linux:10.04:-:lts'],
    ['SECURITY', 'advisory', 'https://example.org/advisories/1'],
    [
      'PACKAGE-MANAGER',
      'purl',
      'pkg:docker/debian@sha256:2f04d3d33b6027bb74ecc81397abe780649ec89f1a2af18d7022737d0482cefe',
    ],
    ['PACKAGE_MANAGER', 'http://spdx.org/rdf/references/purl', 'pkg:npm/%40angular/core@1.2.3'],
    ['PACKAGE-MANAGER', 'maven-central', 'org.apache.tomcat:tomcat:9.0.0.M4'],
    ['PACKAGE-MANAGER', 'npm', 'http-server@0.3.0'],
    ['PERSISTENT-ID', 'swh', 'swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2'],
    ['OTHER', 'LocationRef-acmeforge', 'acmecorp/acmenator/4.1.3-alpha'],
  ])('%s %s %s', (category, type, locator) => {
    expect(locatorFault(category, type, locator, false)).toBeUndefined()
  })

  it.each([
    ['cpe23Type', 'cpe:2.3:a:nginx:nginx:1.21.1'],
    ['cpe23Type', 'cpe:2.3:a:docker:docker:v20.10.12+incompatible:*:*:*:*:*:*:*'],
    ['cpe23Type', 'cpe:2.3:x:acme:tool:1:*:*:*:*:*:*:*'],
    ['cpe22Type', 'cpe:2.3:a:acme:tool:1:*:*:*:*:*:*:*'],
    ['advisory', 'example.org/advisories/1'],
    ['purl', 'pkg:npm/lodash@4.17.21'],
  ])('%s: %s is none', (type, locator) => {
    expect(cpe(type, locator)).toBeDefined()
  })

  it('have no blanks, and those of SPDX 2.3 are unknown before', () => {
    expect(locatorFault('OTHER', 'x', 'two words', false)).toBeDefined()
    expect(locatorFault('SECURITY', 'fix', 'https://example.org/1', true)).toMatch('not known before')
  })

  it('are told from hostile ones in no time', () => {
    expect(cpe('cpe23Type', `cpe:2.3:a:${'a?'.repeat(50_000)}!`)).toBeDefined()
    expect(cpe('cpe23Type', `cpe:2.3:a${':a\\'.repeat(50_000)}`)).toBeDefined()
  })
})
