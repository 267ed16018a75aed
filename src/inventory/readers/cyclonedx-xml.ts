import { readCycloneDx } from '#inventory/cyclonedx.ts'
import { shapeCycloneDxXml } from '#inventory/cyclonedx-xml-shape.ts'
import { defineReader } from '#inventory/reader.ts'

const id = 'cyclonedx-xml'

export const reader = defineReader({
  id,
  label: 'CycloneDX XML',
  explanation:
    'Reads components with those nested in them, their licenses, hashes and dependencies, from CycloneDX 1.0 to 1.7. Services are counted; pedigree, formulation and tools are not parts. Entities of a document type are not expanded.',
  source: 'https://cyclonedx.org/docs/1.7/xml/',
  kind: 'sbom',
  recognisesName: () => true,
  recognisesContent: (head) =>
    /^\s*</.test(head) &&
    /<(?:[\w.-]+:)?bom\b[^>]*\sxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/cyclonedx\.org\/schema\/bom\//.test(head),
  yieldsTo: [],
  read: (file) => readCycloneDx(shapeCycloneDxXml(id, file)),
})
