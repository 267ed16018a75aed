import { openJsonSbom } from '#inventory/json-sbom.ts'
import { defineReader } from '#inventory/reader.ts'
import { readSpdx2 } from '#inventory/spdx2.ts'

const id = 'spdx-json'

export const reader = defineReader({
  id,
  label: 'SPDX 2 JSON',
  explanation:
    'Reads packages, their licenses, checksums and package URLs, and the relationships between them, from SPDX 2.0 to 2.3. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) => /^\s*\{/.test(head) && /"spdxVersion"\s*:\s*"SPDX-/i.test(head),
  yieldsTo: [],
  read: (file) => readSpdx2(openJsonSbom(id, file, ({ spdxVersion }) => spdxVersion !== undefined)),
})
