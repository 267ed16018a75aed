/**
 * Where Maven would look: mirrors and active profiles of the user's and the machine's `settings.xml`, and the repository
 * that Maven's own super POM names where no mirror stands before it. Passwords that Maven encrypted are not used.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readZip } from '#sources/zip.ts'
import type { RegistryAccess } from './registry.ts'
import { accessTo, basic, baseOf, textOf, type Base, type Surroundings } from './surroundings.ts'
import { elementsAt, readXml, xmlText, type XmlElement } from './xml-tree.ts'

type Repository = { readonly id: string; readonly url: string }

export async function readMavenConfig(surroundings: Surroundings): Promise<RegistryAccess> {
  const { env, home } = surroundings
  const maven = env['MAVEN_HOME'] ?? env['M2_HOME'] ?? (await askForHome(surroundings))
  const settings = [join(home, '.m2', 'settings.xml'), ...(maven === null ? [] : [join(maven, 'conf', 'settings.xml')])]
    .map((path) => readXml(textOf(path) ?? ''))
    .filter((root) => root !== null)
  const central = maven === null ? null : superPomRepository(join(maven, 'lib'))
  const repositories = [...settings.flatMap(repositoriesOf), ...(central === null ? [] : [central])]
  const mirrors = settings.flatMap((root) => elementsAt(root, ['mirrors', 'mirror']))
  // A mirror of everything is configured even where nobody named what it mirrors.
  const asked = repositories.length > 0 ? repositories : [{ id: 'central', url: '' }]
  const bases = asked.flatMap((repository): Base[] => {
    const mirror = mirrors.find((one) => mirrorsRepository(xmlText(one, 'mirrorOf') ?? '', repository))
    if (xmlText(mirror ?? null, 'blocked') === 'true') return []
    const base = baseOf(mirror === undefined ? repository.url : xmlText(mirror, 'url'))
    if (base === null) return []
    const server = mirror === undefined ? repository.id : (xmlText(mirror, 'id') ?? '')
    return [{ base: base.base, authorization: authorizationOf(settings, server) ?? base.authorization }]
  })
  return accessTo(bases)
}

/** `*`, ids, `!id` for an exception, `external:*` for what is not on this machine. */
function mirrorsRepository(mirrorOf: string, { id, url }: Repository): boolean {
  const patterns = mirrorOf.split(',').map((pattern) => pattern.trim())
  if (patterns.includes(`!${id}`)) return false
  const isExternal = !/^(?:file:|https?:\/\/(?:localhost|127\.0\.0\.1)\b)/.test(url)
  return (
    patterns.includes(id) ||
    patterns.includes('*') ||
    (patterns.includes('external:*') && isExternal) ||
    (patterns.includes('external:http:*') && isExternal && url.startsWith('http:'))
  )
}

function repositoriesOf(settings: XmlElement): readonly Repository[] {
  const active = new Set(elementsAt(settings, ['activeProfiles', 'activeProfile']).map(({ text }) => text.trim()))
  return elementsAt(settings, ['profiles', 'profile'])
    .filter(
      (profile) =>
        active.has(xmlText(profile, 'id') ?? '') || xmlText(profile, 'activation', 'activeByDefault') === 'true',
    )
    .flatMap((profile) => elementsAt(profile, ['repositories', 'repository']))
    .flatMap((repository) => {
      const url = xmlText(repository, 'url')
      return url === null ? [] : [{ id: xmlText(repository, 'id') ?? '', url }]
    })
}

function authorizationOf(settings: readonly XmlElement[], id: string): string | null {
  const servers = settings.flatMap((root) => elementsAt(root, ['servers', 'server']))
  const server = servers.find((one) => xmlText(one, 'id') === id) ?? null
  const user = xmlText(server, 'username')
  const password = xmlText(server, 'password')
  return user === null || password === null || /^\{.*\}$/.test(password) ? null : basic(`${user}:${password}`)
}

async function askForHome({ run }: Surroundings): Promise<string | null> {
  return /^Maven home: (.+)$/m.exec((await run('mvn', ['--version'])) ?? '')?.[1]?.trim() ?? null
}

const superPom = 'org/apache/maven/model/pom-4.0.0.xml'

/** Every POM inherits from one that lies in Maven's own library. */
function superPomRepository(library: string): Repository | null {
  const jar = namesIn(library).find((name) => /^maven-model-builder-.*\.jar$/.test(name))
  if (jar === undefined) return null
  for (const entry of readZip(join(library, jar), (name) => name === superPom)) {
    if (!('bytes' in entry)) return null
    const root = readXml(Buffer.from(entry.bytes).toString('utf8'))
    const [repository] = elementsAt(root, ['repositories', 'repository'])
    const url = xmlText(repository ?? null, 'url')
    return url === null ? null : { id: xmlText(repository ?? null, 'id') ?? 'central', url }
  }
  return null
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return []
  }
}
