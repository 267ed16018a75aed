import { defineReader } from '#inventory/reader.ts'
import { shapeSpdxXml } from '#inventory/spdx-xml-shape.ts'
import { readSpdx2 } from '#inventory/spdx2.ts'

const id = 'spdx-xml'

export const reader = defineReader({
  id,
  label: 'SPDX 2 XML',
  explanation:
    'Reads packages, their licenses, checksums and package URLs, and the relationships between them, from the XML form of SPDX 2.2 and 2.3. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*<(?:\?xml[^>]*>\s*<)?Document\b/.test(head) && /<(?:spdxVersion|SPDXID)>/.test(head),
  yieldsTo: [],
  read: (file) => readSpdx2(shapeSpdxXml(id, file)),
})
