import { describe, expect, it } from 'vitest'
import { ecosystemOf, normaliseName, packageNameOf, purlFor, purlTypeOf } from './names.ts'
import { parsePurl } from './purl.ts'

function osvOf(text: string): [string | null, string] {
  const parsed = parsePurl(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return [ecosystemOf(parsed.purl), packageNameOf(parsed.purl)]
}

describe('the OSV name of a package', () => {
  it.each([
    ['pkg:npm/%40babel/core@7', 'npm', '@babel/core'],
    ['pkg:pypi/django@4.2', 'PyPI', 'django'],
    ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1', 'Maven', 'org.apache.logging.log4j:log4j-core'],
    ['pkg:golang/github.com/gorilla/mux@v1.8.0', 'Go', 'github.com/gorilla/mux'],
    ['pkg:golang/stdlib@1.22.1', 'Go', 'stdlib'],
    ['pkg:cargo/rand@0.8', 'crates.io', 'rand'],
    ['pkg:composer/laravel/framework@10', 'Packagist', 'laravel/framework'],
    ['pkg:swift/github.com/apple/swift-nio@2', 'SwiftURL', 'github.com/apple/swift-nio'],
    ['pkg:github/actions/checkout@v4', 'GitHub Actions', 'actions/checkout'],
    ['pkg:vscode-extension/redhat/java@1', 'VSCode', 'redhat.java'],
    ['pkg:deb/debian/curl@7.88.1-10?distro=debian-12.5', 'Debian:12', 'curl'],
    ['pkg:deb/debian/libcurl4@7.88.1-10?distro=bookworm&upstream=curl', 'Debian:12', 'curl'],
    ['pkg:deb/ubuntu/dpkg@1.21.1?distro=jammy', 'Ubuntu:22.04:LTS', 'dpkg'],
    ['pkg:deb/ubuntu/dpkg@1.22?distro=ubuntu-24.10', 'Ubuntu:24.10', 'dpkg'],
    ['pkg:apk/alpine/busybox@1.36?distro=alpine-3.18.4', 'Alpine:v3.18', 'busybox'],
    ['pkg:apk/alpine/busybox@1.36?distro=3.18.4', 'Alpine:v3.18', 'busybox'],
    ['pkg:alpine/ssl_client@1.35?distro=alpine-3.16.0&upstream=busybox', 'Alpine:v3.16', 'busybox'],
    ['pkg:apk/wolfi/curl@8', 'Wolfi', 'curl'],
    ['pkg:rpm/redhat/PyYAML@5', 'Red Hat', 'PyYAML'],
    ['pkg:rpm/almalinux/bash@5?distro=almalinux-8.9', 'AlmaLinux:8', 'bash'],
    [
      'pkg:rpm/sles/libz1@1?distro=sles-15.4&upstream=zlib-1.2.11-150000.3.33.1.src.rpm',
      'SUSE:Linux Enterprise Server 15 SP4',
      'zlib',
    ],
    ['pkg:rpm/opensuse/bash@5?distro=opensuse-leap-15.5', 'openSUSE:Leap 15.5', 'bash'],
    ['pkg:generic/openssl@1.1.1', null, 'openssl'],
    ['pkg:deb/raspbian/curl@7', null, 'curl'],
  ])('%s is %s %s', (purl, ecosystem, name) => expect(osvOf(purl)).toEqual([ecosystem, name]))
})

describe('the package URL of an OSV name', () => {
  it.each([
    ['npm', '@babel/core', '7.0.0', 'pkg:npm/%40babel/core@7.0.0'],
    ['PyPI', 'Flask_SQLAlchemy', '3.0', 'pkg:pypi/flask-sqlalchemy@3.0'],
    ['Maven', 'org.slf4j:slf4j-api', null, 'pkg:maven/org.slf4j/slf4j-api'],
    ['Go', 'github.com/Masterminds/semver/v3', 'v3.2.1', 'pkg:golang/github.com/Masterminds/semver/v3@v3.2.1'],
    ['Packagist', 'Laravel/Framework', 'v10.0.0', 'pkg:composer/laravel/framework@v10.0.0'],
    ['SwiftURL', 'https://github.com/apple/swift-nio.git', '2.0.0', 'pkg:swift/github.com/apple/swift-nio@2.0.0'],
    ['Debian:12', 'curl', '7.88.1-10', 'pkg:deb/debian/curl@7.88.1-10'],
    ['Red Hat:rhel_aus:8.6::appstream', 'PyYAML', null, 'pkg:rpm/redhat/PyYAML'],
    ['VSCode', 'redhat.java', '1.0', 'pkg:vscode-extension/redhat/java@1.0'],
    ['Maven', 'no-group', null, null],
    ['OSS-Fuzz', 'openssl', null, null],
    ['npm', '', null, null],
  ])('%s %s %s is %s', (ecosystem, name, version, purl) => expect(purlFor(ecosystem, name, version)).toBe(purl))
})

describe('names that a registry takes for the same', () => {
  it.each([
    ['PyPI', 'Zope.Interface', 'zope_interface'],
    ['NuGet', 'Newtonsoft.Json', 'newtonsoft.json'],
    ['Packagist', 'Symfony/Yaml', 'symfony/yaml'],
    ['Go', 'github.com/Sirupsen/logrus', 'github.com/sirupsen/logrus'],
    ['SwiftURL', 'https://github.com/Apple/swift-nio.git', 'github.com/apple/swift-nio'],
  ])('in %s: %s and %s', (ecosystem, a, b) => expect(normaliseName(ecosystem, a)).toBe(normaliseName(ecosystem, b)))

  it('keep their case where it matters', () => {
    expect(normaliseName('Maven', 'Org.Example:X')).toBe('Org.Example:X')
    expect(normaliseName('npm', 'JSONStream')).not.toBe(normaliseName('npm', 'jsonstream'))
  })
})

it('knows the package URL type of an OSV ecosystem with a release', () => {
  expect([purlTypeOf('Alpine:v3.18'), purlTypeOf('crates.io'), purlTypeOf('OSS-Fuzz')]).toEqual(['apk', 'cargo', null])
})
