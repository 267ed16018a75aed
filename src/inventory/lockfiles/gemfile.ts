import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { gemRequests } from '#inventory/text/gemfile.ts'
import { gitAddress } from '#inventory/text/npm-request.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'gemfile',
  label: 'Bundler manifest',
  explanation:
    'Reads the gems that a Gemfile names, where no Gemfile.lock stands beside it. A Gemfile is a program; it is looked at line by line and never run.',
  source: 'Bundler documentation: Gemfile',
  kind: 'manifest',
  recognisesName: named('Gemfile', 'gems.rb'),
  recognisesContent: () => true,
  yieldsTo: ['Gemfile.lock', 'gems.locked'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gemfile', 'Gemfile')
  for (const { name, version, scope, line, isLocal, git } of gemRequests(openText(file, into))) {
    const at = lines(line)
    if (isLocal) {
      into.refuse(at, 'local-source')
      continue
    }
    const exact = version !== undefined && /^=?\s*\d[\w.-]*$/.test(version) ? version.replace(/^=\s*/, '') : null
    const address = git === undefined ? undefined : (gitAddress(git) ?? git)
    const index = into.take({
      ref: name,
      at,
      ecosystem: 'RubyGems',
      name,
      version: exact,
      range: exact === null && version !== undefined && version !== '' ? version : undefined,
      scope,
      vcsUrl: address === undefined ? undefined : vcsUrl(address),
      sourceUrl: address === undefined ? undefined : repositoryUrl(address),
    })
    into.root(index, scope)
  }
  return into.finish()
}
