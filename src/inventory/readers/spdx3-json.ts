import { openJsonSbom } from '#inventory/json-sbom.ts'
import { defineReader } from '#inventory/reader.ts'
import { readSpdx3 } from '#inventory/spdx3.ts'

const id = 'spdx3-json'

export const reader = defineReader({
  id,
  label: 'SPDX 3 JSON-LD',
  explanation:
    'Reads software, AI and dataset packages, their licenses and hashes, and the relationships between them, from SPDX 3.0. Files and snippets are not parts.',
  source: 'https://spdx.github.io/spdx-spec/v3.0.1/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*\{/.test(head) && /"@context"\s*:[^{}]*"https?:\/\/spdx\.(?:org|github\.io)\/[^"]*\b3\.\d/.test(head),
  yieldsTo: [],
  read: (file) => readSpdx3(openJsonSbom(id, file, (record) => record['@context'] !== undefined)),
})
