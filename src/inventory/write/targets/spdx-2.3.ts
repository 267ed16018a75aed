import { writeSpdx2 } from '#inventory/write/spdx2.ts'
import { defineTarget } from '#inventory/write/target.ts'

export const target = defineTarget({
  id: 'spdx-2.3',
  label: 'SPDX 2.3 JSON',
  explanation:
    'Packages, package URLs, one declared and one concluded license expression each, checksums, organizations as suppliers, repositories, scopes as relationship types. Free text becomes an extracted license; licenses found in files, and the kinds model, data, content and service, cannot be said.',
  source: 'https://spdx.github.io/spdx-spec/v2.3/',
  write: writeSpdx2,
})
