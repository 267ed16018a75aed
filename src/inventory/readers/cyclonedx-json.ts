import { readCycloneDx } from '#inventory/cyclonedx.ts'
import { openJsonSbom } from '#inventory/json-sbom.ts'
import { defineReader } from '#inventory/reader.ts'

const id = 'cyclonedx-json'

export const reader = defineReader({
  id,
  label: 'CycloneDX JSON',
  explanation:
    'Reads components with those nested in them, their licenses, hashes and dependencies, from CycloneDX 1.2 to 1.7. Services are counted; pedigree, formulation and tools are not parts.',
  source: 'https://cyclonedx.org/docs/1.7/json/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*\{/.test(head) &&
    (/"bomFormat"\s*:\s*"CycloneDX"/.test(head) ||
      /"\$schema"\s*:\s*"https?:\/\/cyclonedx\.org\/schema\/bom-/.test(head)),
  yieldsTo: [],
  read: (file) =>
    readCycloneDx(
      openJsonSbom(
        id,
        file,
        ({ bomFormat, specVersion, spdxVersion }) =>
          bomFormat === 'CycloneDX' || (specVersion !== undefined && spdxVersion === undefined),
      ),
    ),
})
