import { defineReader } from '#inventory/reader.ts'
import { shapeSpdxTagValue } from '#inventory/spdx-tag-value-shape.ts'
import { readSpdx2 } from '#inventory/spdx2.ts'

const id = 'spdx-tag-value'

export const reader = defineReader({
  id,
  label: 'SPDX 2 tag-value',
  explanation:
    'Reads packages, their licenses, checksums and package URLs, and the relationships between them, from SPDX 2.0 to 2.3. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) => /^\s*[#A-Z]/.test(head) && /^[ \t]*SPDXVersion:[ \t]*SPDX-/im.test(head),
  yieldsTo: [],
  read: (file) => readSpdx2(shapeSpdxTagValue(id, file)),
})
