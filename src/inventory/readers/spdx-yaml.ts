import { defineReader } from '#inventory/reader.ts'
import { shapeSpdxYaml } from '#inventory/spdx-yaml-shape.ts'
import { readSpdx2 } from '#inventory/spdx2.ts'

const id = 'spdx-yaml'

export const reader = defineReader({
  id,
  label: 'SPDX 2 YAML',
  explanation:
    'Reads packages, their licenses, checksums and package URLs, and the relationships between them, from SPDX 2.2 and 2.3. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    !/^\s*[{<]/.test(head) && /^(?:[ ]{2,4})?["']?spdxVersion["']?[ ]*:[ ]*["']?SPDX-/m.test(head),
  yieldsTo: [],
  read: (file) => readSpdx2(shapeSpdxYaml(id, file)),
})
