/** Tables small enough to read in a test: a family of each kind. */

import type { LicenseFamily, LicenseTables } from '#domain/license-facts.ts'

const family = (
  id: string,
  reciprocity: LicenseFamily['reciprocity'],
  openness: LicenseFamily['openness'],
  licenses: readonly string[],
  more: Partial<LicenseFamily> = {},
): LicenseFamily => ({
  id,
  label: id,
  reciprocity,
  openness,
  network: reciprocity === 'network',
  assets: ['software'],
  patents: 'silent',
  duties: [],
  note: '',
  source: 'sample',
  sourceLicense: 'CC0-1.0',
  licenses,
  ...more,
})

export const sampleTables: LicenseTables = {
  version: 1,
  families: [
    family('notice', 'none', 'open', ['MIT', 'BSD-3-Clause'], { duties: ['keep-notices'] }),
    family('apache-like', 'none', 'open', ['Apache-2.0'], { duties: ['keep-notices', 'state-changes'] }),
    family('strong', 'strong', 'open', ['GPL-2.0-only', 'GPL-3.0-only'], { duties: ['offer-source'] }),
    family('network', 'network', 'open', ['AGPL-3.0-only'], { duties: ['offer-source'] }),
    family('noncommercial', 'restricted', 'use-restricted', ['CC-BY-NC-4.0'], { assets: ['content'] }),
    family('source-available', 'restricted', 'source-available', ['BUSL-1.1']),
    family('model-terms', 'restricted', 'use-restricted', ['LicenseRef-Llama'], { assets: ['model'] }),
    family('closed', 'restricted', 'closed', ['LicenseRef-Proprietary']),
  ],
  duties: [
    {
      id: 'keep-notices',
      label: 'Keep notices',
      text: '',
      when: 'delivery',
      source: 'sample',
      sourceLicense: 'CC0-1.0',
    },
  ],
  combiningExceptions: ['Classpath-exception-2.0'],
  modelFramework: {
    version: '1.0',
    components: [
      { name: 'Weights', kind: 'data', neededFor: 3, isRequired: true },
      { name: 'Technical report', kind: 'document', neededFor: 3, isRequired: true },
      { name: 'Training code', kind: 'code', neededFor: 2, isRequired: true },
      { name: 'Paper', kind: 'document', neededFor: 1, isRequired: true },
      { name: 'Samples', kind: 'document', neededFor: 3, isRequired: false },
    ],
    standIns: [{ component: 'Paper', standsInFor: 'Technical report' }],
    alsoOpen: ['CC-BY-3.0'],
    fitting: { code: ['MIT'], data: ['CC0-1.0'], document: ['CC-BY-4.0'] },
  },
}
