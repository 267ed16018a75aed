/** The build's own list of the cargo manifest service: all parts with relations, which a `pom.xml` alone does not tell. */

import { closure, type Resolved } from './closure.ts'
import { document, library, relations, type Json } from './cyclonedx.ts'

const root = 'pkg:maven/example.harborcity/cargo-manifest@5.4.0'

export function cargoManifest(): Json {
  const parts = closure('cargo-manifest')
  return document({
    serialNumber: '5f0d6c1e-8c55-4c53-9d2c-3b1a6a1f9e01',
    metadata: {
      timestamp: '2026-11-20T05:30:00Z',
      lifecycles: [{ phase: 'build' }],
      tools: { components: [{ type: 'application', name: 'harbor-build', version: '12.1' }] },
      component: {
        type: 'application',
        'bom-ref': root,
        group: 'example.harborcity',
        name: 'cargo-manifest',
        version: '5.4.0',
        purl: root,
        licenses: [{ license: { id: 'EUPL-1.2' } }],
      },
      supplier: { name: 'City of Harbor City', url: ['https://www.harbor-city.example'] },
    },
    components: parts.map((part) => library(part, purlOf(part))),
    dependencies: relations(root, parts, purlOf),
    compositions: [{ aggregate: 'complete', assemblies: [root] }],
  })
}

function purlOf({ name, version }: Resolved): string {
  return `pkg:maven/${name.replace(':', '/')}@${version}`
}
