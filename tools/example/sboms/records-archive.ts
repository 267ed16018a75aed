/** What a scan of the records archive's container image found: installed Debian packages; licenses were not looked at. */

import { closure, type Resolved } from './closure.ts'
import { document, relations, type Component, type Json } from './cyclonedx.ts'

const root = 'pkg:oci/records-archive@sha256%3A2b9a7e0f7a1e0d8c9f4c1b6f0f8f6d2c3e5a4b7d8c9e0f1a2b3c4d5e6f708192'

export function recordsArchive(): Json {
  const parts = closure('records-archive')
  return document({
    serialNumber: 'b7b3a1de-0c7e-4a5d-b9f6-51cc5b0d3a03',
    metadata: {
      timestamp: '2026-11-15T02:00:00Z',
      lifecycles: [{ phase: 'operations' }],
      tools: { components: [{ type: 'application', name: 'harbor-scan', version: '3.4' }] },
      component: { type: 'container', 'bom-ref': root, name: 'records-archive', version: '2026-11-15', purl: root },
    },
    components: [
      {
        type: 'operating-system',
        'bom-ref': 'os:debian-12',
        name: 'debian',
        version: '12',
        description: 'Debian GNU/Linux 12 (bookworm)',
      },
      ...parts.map(installed),
    ],
    dependencies: relations(root, parts, purlOf),
    compositions: [{ aggregate: 'incomplete', assemblies: [root] }],
  })
}

function installed(part: Resolved): Component {
  const purl = purlOf(part)
  return { type: 'library', 'bom-ref': purl, name: part.name, version: part.version, purl }
}

function purlOf({ name, version, arch }: Resolved): string {
  return `pkg:deb/debian/${purlText(name)}@${purlText(version)}?arch=${arch ?? 'all'}&distro=debian-12`
}

/** Percent-encoding of package URLs: everything but letters, digits, `.`, `-`, `_`, `~` and the colon. */
function purlText(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':')
}
