import { shapeCycloneDxTextproto } from '#inventory/cyclonedx-textproto-shape.ts'
import { readCycloneDx } from '#inventory/cyclonedx.ts'
import { defineReader } from '#inventory/reader.ts'

const id = 'cyclonedx-textproto'

export const reader = defineReader({
  id,
  label: 'CycloneDX Protocol Buffers text',
  explanation:
    'Reads components with those nested in them, their licenses, hashes and dependencies, from the text form of CycloneDX 1.3 to 1.7. The binary form is not read. Services are counted; pedigree, formulation and tools are not parts.',
  source: 'https://cyclonedx.org/docs/1.7/proto/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*(?:#|[a-z_]+\s*[:{<])/.test(head) && /^[ \t]*spec_version[ \t]*:[ \t]*["']\d/m.test(head),
  yieldsTo: [],
  read: (file) => readCycloneDx(shapeCycloneDxTextproto(id, file)),
})
