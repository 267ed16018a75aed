/**
 * The records of SPDX 2 and their fields: what each is called in JSON, which values it takes, and from or up to which
 * version. Source: the SPDX specification 2.3, clauses 6 to 12, and 2.2.2 for what was mandatory before.
 */

import {
  absoluteUri,
  actor,
  actorOrNone,
  anyText,
  boolean,
  checksumAlgorithms,
  created,
  documentReference,
  downloadLocation,
  element,
  elementOrNone,
  enumeration,
  integer,
  licenseExpression,
  licenseListVersion,
  licenseReference,
  locationOrNone,
  ownId,
  sha1,
  type Value,
} from './spdx2-values.ts'

export type Field = {
  readonly value: Value | RecordRule
  /** `one` or `some` values; `one-until-2.2` and `some-until-2.2` were mandatory up to SPDX 2.2 only. */
  readonly required?: 'one' | 'some' | 'one-until-2.2' | 'some-until-2.2'
  readonly isList?: boolean
  /** Not known before SPDX 2.3. */
  readonly isNew?: boolean
}

export type RecordRule = { readonly name: string; readonly fields: Readonly<Record<string, Field>> }

const text: Field = { value: anyText }
const texts: Field = { value: anyText, isList: true }
const oldFieldsRequired = 'one-until-2.2'

const annotation: RecordRule = {
  name: 'annotation',
  fields: {
    annotationDate: { value: created, required: 'one' },
    annotationType: { value: enumeration(['OTHER', 'REVIEW']), required: 'one' },
    annotator: { value: actor, required: 'one' },
    comment: { value: anyText, required: 'one' },
  },
}

const checksum: RecordRule = {
  name: 'checksum',
  fields: {
    algorithm: { value: enumeration(checksumAlgorithms), required: 'one' },
    checksumValue: { value: anyText, required: 'one' },
  },
}

const externalReference: RecordRule = {
  name: 'externalRef',
  fields: {
    comment: text,
    // The underscored spellings are those of the RDF vocabulary, which the JSON of 2.2 took over.
    referenceCategory: {
      value: enumeration(['OTHER', 'PERSISTENT-ID', 'SECURITY', 'PACKAGE-MANAGER', 'PACKAGE_MANAGER', 'PERSISTENT_ID']),
      required: 'one',
    },
    referenceLocator: { value: anyText, required: 'one' },
    referenceType: { value: anyText, required: 'one' },
  },
}

const pointer: RecordRule = {
  name: 'pointer',
  fields: {
    reference: { value: element, required: 'one' },
    offset: { value: integer },
    lineNumber: { value: integer },
  },
}

const licensing: Readonly<Record<string, Field>> = {
  licenseConcluded: { value: licenseExpression, required: oldFieldsRequired },
  licenseComments: text,
  copyrightText: { value: anyText, required: oldFieldsRequired },
  comment: text,
  attributionTexts: texts,
  annotations: { value: annotation, isList: true },
}

const packageRule: RecordRule = {
  name: 'package',
  fields: {
    ...licensing,
    SPDXID: { value: ownId, required: 'one' },
    name: { value: anyText, required: 'one' },
    downloadLocation: { value: downloadLocation, required: 'one' },
    versionInfo: text,
    packageFileName: text,
    supplier: { value: actorOrNone },
    originator: { value: actorOrNone },
    filesAnalyzed: { value: boolean },
    packageVerificationCode: {
      value: {
        name: 'packageVerificationCode',
        fields: {
          packageVerificationCodeValue: { value: sha1, required: 'one' },
          packageVerificationCodeExcludedFiles: texts,
        },
      },
    },
    checksums: { value: checksum, isList: true },
    homepage: { value: locationOrNone },
    sourceInfo: text,
    licenseDeclared: { value: licenseExpression, required: oldFieldsRequired },
    licenseInfoFromFiles: { value: licenseExpression, isList: true },
    summary: text,
    description: text,
    externalRefs: { value: externalReference, isList: true },
    hasFiles: { value: element, isList: true },
    primaryPackagePurpose: {
      value: enumeration([
        'APPLICATION',
        'ARCHIVE',
        'CONTAINER',
        'DEVICE',
        'FILE',
        'FIRMWARE',
        'FRAMEWORK',
        'INSTALL',
        'LIBRARY',
        'OPERATING-SYSTEM',
        'OPERATING_SYSTEM',
        'OTHER',
        'SOURCE',
      ]),
      isNew: true,
    },
    builtDate: { value: created, isNew: true },
    releaseDate: { value: created, isNew: true },
    validUntilDate: { value: created, isNew: true },
  },
}

const fileRule: RecordRule = {
  name: 'file',
  fields: {
    ...licensing,
    SPDXID: { value: ownId, required: 'one' },
    fileName: { value: anyText, required: 'one' },
    checksums: { value: checksum, isList: true, required: 'some' },
    fileTypes: {
      value: enumeration([
        'APPLICATION',
        'ARCHIVE',
        'AUDIO',
        'BINARY',
        'DOCUMENTATION',
        'IMAGE',
        'OTHER',
        'SOURCE',
        'SPDX',
        'TEXT',
        'VIDEO',
      ]),
      isList: true,
    },
    licenseInfoInFiles: { value: licenseExpression, isList: true, required: 'some-until-2.2' },
    noticeText: text,
    fileContributors: texts,
    fileDependencies: texts,
    artifactOfs: {
      value: { name: 'artifactOf', fields: { name: text, homePage: text, projectUri: text } },
      isList: true,
    },
  },
}

const snippetRule: RecordRule = {
  name: 'snippet',
  fields: {
    ...licensing,
    SPDXID: { value: ownId, required: 'one' },
    snippetFromFile: { value: element, required: 'one' },
    ranges: {
      value: {
        name: 'range',
        fields: { startPointer: { value: pointer, required: 'one' }, endPointer: { value: pointer, required: 'one' } },
      },
      isList: true,
      required: 'some',
    },
    licenseInfoInSnippets: { value: licenseExpression, isList: true },
    name: text,
  },
}

const extractedLicense: RecordRule = {
  name: 'extracted license',
  fields: {
    licenseId: { value: licenseReference, required: 'one' },
    extractedText: { value: anyText, required: 'one' },
    name: text,
    comment: text,
    seeAlsos: texts,
    crossRefs: {
      value: {
        name: 'crossRef',
        fields: {
          url: { value: anyText, required: 'one' },
          isLive: { value: boolean },
          isValid: { value: boolean },
          isWayBackLink: { value: boolean },
          match: text,
          order: { value: integer },
          timestamp: text,
        },
      },
      isList: true,
    },
  },
}

export const relationshipTypes = [
  'AMENDS',
  'ANCESTOR_OF',
  'BUILD_DEPENDENCY_OF',
  'BUILD_TOOL_OF',
  'CONTAINED_BY',
  'CONTAINS',
  'COPY_OF',
  'DATA_FILE_OF',
  'DEPENDENCY_MANIFEST_OF',
  'DEPENDENCY_OF',
  'DEPENDS_ON',
  'DESCENDANT_OF',
  'DESCRIBED_BY',
  'DESCRIBES',
  'DEV_DEPENDENCY_OF',
  'DEV_TOOL_OF',
  'DISTRIBUTION_ARTIFACT',
  'DOCUMENTATION_OF',
  'DYNAMIC_LINK',
  'EXAMPLE_OF',
  'EXPANDED_FROM_ARCHIVE',
  'FILE_ADDED',
  'FILE_DELETED',
  'FILE_MODIFIED',
  'GENERATED_FROM',
  'GENERATES',
  'HAS_PREREQUISITE',
  'METAFILE_OF',
  'OPTIONAL_COMPONENT_OF',
  'OPTIONAL_DEPENDENCY_OF',
  'OTHER',
  'PACKAGE_OF',
  'PATCH_APPLIED',
  'PATCH_FOR',
  'PREREQUISITE_FOR',
  'PROVIDED_DEPENDENCY_OF',
  'REQUIREMENT_DESCRIPTION_FOR',
  'RUNTIME_DEPENDENCY_OF',
  'SPECIFICATION_FOR',
  'STATIC_LINK',
  'TEST_CASE_OF',
  'TEST_DEPENDENCY_OF',
  'TEST_OF',
  'TEST_TOOL_OF',
  'VARIANT_OF',
] as const

export const documentRule: RecordRule = {
  name: 'document',
  fields: {
    SPDXID: { value: enumeration(['SPDXRef-DOCUMENT']), required: 'one' },
    spdxVersion: { value: anyText, required: 'one' },
    name: { value: anyText, required: 'one' },
    dataLicense: { value: enumeration(['CC0-1.0']), required: 'one' },
    documentNamespace: { value: absoluteUri, required: 'one' },
    comment: text,
    creationInfo: {
      value: {
        name: 'creationInfo',
        fields: {
          created: { value: created, required: 'one' },
          creators: { value: actor, isList: true, required: 'some' },
          licenseListVersion: { value: licenseListVersion },
          comment: text,
        },
      },
      required: 'one',
    },
    externalDocumentRefs: {
      value: {
        name: 'externalDocumentRef',
        fields: {
          externalDocumentId: { value: documentReference, required: 'one' },
          spdxDocument: { value: absoluteUri, required: 'one' },
          checksum: { value: checksum, required: 'one' },
        },
      },
      isList: true,
    },
    hasExtractedLicensingInfos: { value: extractedLicense, isList: true },
    annotations: { value: annotation, isList: true },
    revieweds: {
      value: {
        name: 'review',
        fields: { reviewDate: { value: created, required: 'one' }, reviewer: { value: actor }, comment: text },
      },
      isList: true,
    },
    documentDescribes: { value: element, isList: true },
    packages: { value: packageRule, isList: true },
    files: { value: fileRule, isList: true },
    snippets: { value: snippetRule, isList: true },
    relationships: {
      value: {
        name: 'relationship',
        fields: {
          spdxElementId: { value: element, required: 'one' },
          relatedSpdxElement: { value: elementOrNone, required: 'one' },
          relationshipType: { value: enumeration(relationshipTypes), required: 'one' },
          comment: text,
        },
      },
      isList: true,
    },
  },
}
