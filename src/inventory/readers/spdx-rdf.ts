import { defineReader } from '#inventory/reader.ts'
import { shapeSpdxRdf } from '#inventory/spdx-rdf-shape.ts'
import { readSpdx2 } from '#inventory/spdx2.ts'

const id = 'spdx-rdf'

export const reader = defineReader({
  id,
  label: 'SPDX 2 RDF/XML',
  explanation:
    'Reads packages, their licenses, checksums and package URLs, and the relationships between them, from SPDX 1.1 to 2.3. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*</.test(head) && /<(?:[\w.-]+:)?RDF\b/.test(head) && /["']http:\/\/spdx\.org\/rdf\/terms#["']/.test(head),
  yieldsTo: [],
  read: (file) => readSpdx2(shapeSpdxRdf(id, file)),
})
