import { writeSpdx3 } from '#inventory/write/spdx3.ts'
import { defineTarget } from '#inventory/write/target.ts'

export const target = defineTarget({
  id: 'spdx-3.0',
  label: 'SPDX 3.0.1 JSON-LD',
  explanation:
    'Packages of the software profile, package URLs, declared and concluded licenses, hashes, organizations as suppliers, repositories, scopes as relationships. Licenses found in files cannot be told from declared ones and are not written.',
  source: 'https://spdx.github.io/spdx-spec/v3.0.1/',
  write: writeSpdx3,
})
