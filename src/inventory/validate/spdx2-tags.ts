/** The tags of SPDX 2 tag-value text and the JSON fields they stand for. Source: SPDX 2.3, clauses 6 to 12. */

export type Section = 'document' | 'package' | 'file' | 'snippet' | 'license' | 'relationship' | 'annotation' | 'review'

export type Tag = {
  readonly section: Section
  /** Name in JSON; with dots for a field inside a record; empty when the value is the record itself. */
  readonly field: string
  readonly isList?: boolean
  /** Begins a new record of its section. */
  readonly opens?: boolean
  /** From the text of the tag to the value in JSON; undefined when the text does not have the form. */
  readonly read?: (text: string) => unknown
}

function checksum(text: string): unknown {
  const match = /^([A-Za-z0-9-]+)\s*:\s*(\S+)$/.exec(text)
  return match === null ? undefined : { algorithm: match[1], checksumValue: match[2] }
}

function externalDocument(text: string): unknown {
  const match = /^(\S+)\s+(\S+)\s+([A-Za-z0-9-]+)\s*:\s*(\S+)$/.exec(text)
  if (match === null) return undefined
  const [, externalDocumentId, spdxDocument, algorithm, checksumValue] = match
  return { externalDocumentId, spdxDocument, checksum: { algorithm, checksumValue } }
}

/** `HASH`, `HASH (excludes: ./a, ./b)` or, as in the example of the specification, `HASH(./a)`. */
function verificationCode(text: string): unknown {
  const open = text.indexOf('(')
  if (open === -1) return { packageVerificationCodeValue: text }
  if (!text.endsWith(')')) return undefined
  const excluded = text.slice(open + 1, -1).trim()
  return {
    packageVerificationCodeValue: text.slice(0, open).trim(),
    packageVerificationCodeExcludedFiles: excluded
      .replace(/^excludes:/i, '')
      .split(',')
      .map((file) => file.trim()),
  }
}

function externalReference(text: string): unknown {
  const [referenceCategory, referenceType, ...locator] = text.split(/\s+/)
  return locator.length === 0 ? undefined : { referenceCategory, referenceType, referenceLocator: locator.join(' ') }
}

function relationship(text: string): unknown {
  const [spdxElementId, relationshipType, relatedSpdxElement, ...rest] = text.split(/\s+/)
  return relatedSpdxElement === undefined || rest.length > 0
    ? undefined
    : { spdxElementId, relationshipType, relatedSpdxElement }
}

function range(unit: 'offset' | 'lineNumber'): (text: string) => unknown {
  return (text) => {
    const match = /^(\d+)\s*:\s*(\d+)$/.exec(text)
    return match === null
      ? undefined
      : { startPointer: { [unit]: Number(match[1]) }, endPointer: { [unit]: Number(match[2]) } }
  }
}

function of(section: Section, fields: Readonly<Record<string, string | Omit<Tag, 'section'>>>): Record<string, Tag> {
  return Object.fromEntries(
    Object.entries(fields).map(([tag, rule]) => [
      tag,
      { section, ...(typeof rule === 'string' ? { field: rule } : rule) },
    ]),
  )
}

function list(field: string, read?: Tag['read']): Omit<Tag, 'section'> {
  return read === undefined ? { field, isList: true } : { field, isList: true, read }
}

export const tags: Readonly<Record<string, Tag>> = {
  ...of('document', {
    SPDXVersion: 'spdxVersion',
    DataLicense: 'dataLicense',
    DocumentName: 'name',
    DocumentNamespace: 'documentNamespace',
    DocumentComment: 'comment',
    ExternalDocumentRef: list('externalDocumentRefs', externalDocument),
    Creator: list('creationInfo.creators'),
    Created: 'creationInfo.created',
    CreatorComment: 'creationInfo.comment',
    LicenseListVersion: 'creationInfo.licenseListVersion',
  }),
  ...of('package', {
    PackageName: { field: 'name', opens: true },
    PackageVersion: 'versionInfo',
    PackageFileName: 'packageFileName',
    PackageSupplier: 'supplier',
    PackageOriginator: 'originator',
    PackageDownloadLocation: 'downloadLocation',
    FilesAnalyzed: 'filesAnalyzed',
    PackageVerificationCode: { field: 'packageVerificationCode', read: verificationCode },
    PackageChecksum: list('checksums', checksum),
    PackageHomePage: 'homepage',
    PackageSourceInfo: 'sourceInfo',
    PackageLicenseConcluded: 'licenseConcluded',
    PackageLicenseInfoFromFiles: list('licenseInfoFromFiles'),
    PackageLicenseDeclared: 'licenseDeclared',
    PackageLicenseComments: 'licenseComments',
    PackageCopyrightText: 'copyrightText',
    PackageSummary: 'summary',
    PackageDescription: 'description',
    PackageComment: 'comment',
    ExternalRef: list('externalRefs', externalReference),
    ExternalRefComment: 'externalRefs.comment',
    PackageAttributionText: list('attributionTexts'),
    PrimaryPackagePurpose: 'primaryPackagePurpose',
    BuiltDate: 'builtDate',
    ReleaseDate: 'releaseDate',
    ValidUntilDate: 'validUntilDate',
  }),
  ...of('file', {
    FileName: { field: 'fileName', opens: true },
    FileType: list('fileTypes'),
    FileChecksum: list('checksums', checksum),
    LicenseConcluded: 'licenseConcluded',
    LicenseInfoInFile: list('licenseInfoInFiles'),
    LicenseComments: 'licenseComments',
    FileCopyrightText: 'copyrightText',
    FileComment: 'comment',
    FileNotice: 'noticeText',
    FileContributor: list('fileContributors'),
    FileAttributionText: list('attributionTexts'),
    FileDependency: list('fileDependencies'),
    ArtifactOfProjectName: list('artifactOfs', (name) => ({ name })),
    ArtifactOfProjectHomePage: 'artifactOfs.homePage',
    ArtifactOfProjectURI: 'artifactOfs.projectUri',
  }),
  ...of('snippet', {
    SnippetSPDXID: { field: 'SPDXID', opens: true },
    SnippetSPDXIdentifier: { field: 'SPDXID', opens: true },
    SnippetFromFileSPDXID: 'snippetFromFile',
    SnippetFromFileSPDXIdentifier: 'snippetFromFile',
    SnippetByteRange: list('ranges', range('offset')),
    SnippetLineRange: list('ranges', range('lineNumber')),
    SnippetLicenseConcluded: 'licenseConcluded',
    LicenseInfoInSnippet: list('licenseInfoInSnippets'),
    SnippetLicenseComments: 'licenseComments',
    SnippetCopyrightText: 'copyrightText',
    SnippetComment: 'comment',
    SnippetName: 'name',
    SnippetAttributionText: list('attributionTexts'),
  }),
  ...of('license', {
    LicenseID: { field: 'licenseId', opens: true },
    ExtractedText: 'extractedText',
    LicenseName: 'name',
    LicenseCrossReference: list('seeAlsos'),
    LicenseComment: 'comment',
  }),
  ...of('relationship', {
    Relationship: { field: '', opens: true, read: relationship },
    RelationshipComment: 'comment',
  }),
  ...of('annotation', {
    Annotator: { field: 'annotator', opens: true },
    AnnotationDate: 'annotationDate',
    AnnotationType: 'annotationType',
    AnnotationComment: 'comment',
  }),
  ...of('review', {
    Reviewer: { field: 'reviewer', opens: true },
    ReviewDate: 'reviewDate',
    ReviewComment: 'comment',
  }),
}
