import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-format',
  version: 1,
  of: 'document',
  needsFacts: false,
  label: 'Format and its version',
  question: 'Is the list written in a format that programs read, in a version that is accepted?',
  why: 'Older versions have no place for some of the fields.',
  source: 'CycloneDX specVersion; SPDX spdxVersion, specVersion',
  find: ({ format, specVersion }, _, { formats }) => {
    const least = formats?.[format]
    if (formats !== undefined && least === undefined) return null
    if (specVersion === null) return null
    return least === undefined || isAtLeast(specVersion, least) ? `${format} ${specVersion}` : null
  },
})

function isAtLeast(version: string, least: string): boolean {
  const have = version.split('.').map(Number)
  for (const [index, wanted] of least.split('.').map(Number).entries()) {
    const part = have[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}
