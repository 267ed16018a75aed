/**
 * Odd foreign data: a value in the result, with its place. Readers return what they could read and the issues; they
 * never throw on bad input.
 */

/** What the codes mean, in English. `headwater explain error CODE` prints it. */
export const issueCodes = {
  'empty-file': 'The file has no bytes.',
  'not-text': 'The file is not text in a known encoding.',
  'not-json': 'The file should be JSON and is not, or it ends in the middle.',
  'not-yaml': 'The file should be YAML and is not.',
  'not-toml': 'The file should be TOML and is not.',
  'not-xml': 'The file should be XML and is not, or it ends in the middle.',
  syntax: 'A line or value does not follow the format.',
  truncated: 'The file ends in the middle.',
  'trailing-data': 'There is text after the end of the document; it was not read.',
  'too-large': 'The file is larger than the limit for its kind and was not read.',
  'too-deep': 'The document is nested deeper than the limit.',
  'not-what-it-says': 'The content is not of the type that the name promises.',
  'unknown-format': 'No reader recognises this file.',
  'unknown-version': 'The format is known, this version of it is not; it was read as the nearest known one.',
  'unsupported-version': 'This version of the format cannot be read.',
  'missing-field': 'A field that the format requires is absent.',
  'wrong-type': 'A field has another type than the format says.',
  'duplicate-reference': 'Two entries carry the same reference.',
  'dangling-reference': 'A relation names an entry that is not in the document.',
  'part-without-name': 'An entry has no name, so it cannot be a part.',
  'part-without-version': 'An entry has no version; it is kept, and cannot be matched to advisories.',
  'part-without-purl': 'An entry has no package URL and none can be told from what it states.',
  'part-not-versioned': 'The version is a range or a variable that cannot be resolved here.',
  'invalid-purl': 'A package URL does not follow the specification.',
  'purl-disagrees': 'The package URL and the stated name or version differ.',
  'invalid-license': 'A license expression does not follow the SPDX grammar; it is kept as text.',
  'invalid-hash': 'A hash does not have the length of its algorithm.',
  'invalid-version': 'A version does not follow the rules of its ecosystem; ordering falls back to plain comparison.',
  'not-installed': 'The list names the package and says that it is not installed.',
  'local-source': 'The entry is a local path or the project itself, not a part from elsewhere.',
  'include-missing': 'A file that this file includes is not there.',
  'include-outside': 'A file that this file includes lies outside the folder; it was not read.',
  'parent-missing': 'The parent of this file is not in the folder, so inherited versions are unknown.',
  cycle: 'Entries refer to one another in a circle.',
  unreadable: 'The file or folder could not be opened.',
  'symlink-skipped': 'A link that leads outside the folder, or in a circle, was not followed.',
  'archive-entry': 'An entry of an archive is damaged or has an unsafe name; the rest was read.',
  'advisory-invalid': 'An advisory does not follow the OSV schema; it was not taken.',
  'range-unknown': 'An advisory states a range of a kind that cannot be evaluated.',
  'cvss-invalid': 'A CVSS vector does not follow its grammar.',
  'covered-by-lockfile': 'The manifest was not read because a lockfile beside or above it tells the same more exactly.',
  undeclared: 'Something was used that the organization did not declare; a default was taken.',
  'not-a-repository': 'The folder is no git repository.',
  'revision-unknown': 'The repository has no such branch, tag or commit.',
  'no-commits': 'The repository has no commits yet; nothing can be told from it.',
  'shallow-clone': 'The clone holds the newest part of the history only; what lies before is not counted.',
  'contents-missing': 'The clone lacks contents of some commits; their lines are not counted.',
  'project-unknown': 'Nothing tells which project the clone is of; what it tells is not kept.',
  'amount-negative': 'An amount of money or hours is negative or zero; the line was not taken.',
  'in-the-future': 'The day lies after the day of the assessment; the line was not taken.',
  'currency-without-rate':
    'The amount is in another currency and no rate says what it is worth; the line was not taken.',
  'function-twice': 'The function has an alternative already; a second one would count the same work twice.',
  'library-not-priced':
    'A library is not bought as such and has no list price. Its worth is what building it again would cost.',
  'price-unknown': 'No price of that id stands in the price book or among the prices of the organization.',
  'price-not-published': 'No price was found that could be cited. Bring your own under prices.',
  'decision-expired': 'A decision has run out and does not count any longer; decide again or replace it.',
  'metric-unknown': 'The metric does not say for how long the price is paid.',
} as const satisfies Record<string, string>

export type IssueCode = keyof typeof issueCodes

export type Issue = {
  readonly code: IssueCode
  /** A JSON pointer, `line 12`, or a path. */
  readonly where: string
  /** The odd value itself, shortened; never a sentence. */
  readonly detail?: string
}

export function issue(code: IssueCode, where: string, detail?: string): Issue {
  return detail === undefined ? { code, where } : { code, where, detail: shorten(detail) }
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
