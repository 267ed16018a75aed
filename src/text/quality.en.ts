/** Words about the quality of an SBOM, in English. `checks` has an entry for each field check of the inventory. */

import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)
const parts = (n: number): string => `${count(n)} ${plural(n, { one: 'part', other: 'parts' })}`

export const quality = {
  options: {
    profile: 'judge by one profile only: ntia-2021, cisa-2025-draft or bsi-tr-03183-2',
    lockfile: 'compare with a lockfile of the same product',
  },
  file: 'File',
  about: 'About',
  noSubject: 'it does not say which product it is about',
  format: 'Format',
  parts: 'Parts listed',
  field: 'Field',
  meaning: 'What it is',
  need: 'Asked for',
  state: 'Result',
  coverage: 'Parts that have it',
  draft: '(draft)',
  needs: { required: 'always', 'if-exists': 'if there is one', recommended: 'recommended', optional: 'optional' },
  states: { met: 'there', missed: 'MISSING', 'in-part': 'in part', absent: 'not stated', unknown: 'not looked at' },
  profileMet: (of: number) => `Everything asked for is there (${count(of)} of ${count(of)} fields).`,
  profileMissed: (met: number, of: number) =>
    `${count(met)} of ${count(of)} required fields are there. Ask for the rest.`,
  profileOpen: (met: number, of: number) =>
    `${count(met)} of ${count(of)} required fields are there; the others could not be judged in this form of the format.`,
  ofParts: (known: number, of: number) => `${count(known)} of ${count(of)}`,
  identifiers: 'Identifiers: can each part be found elsewhere?',
  purlsValid: (known: number, of: number) =>
    `${count(known)} of ${parts(of)} have a package URL that follows the rules.`,
  purlsExact: (known: number, of: number) =>
    `${count(known)} of ${parts(of)} name a known kind of package and a version, so that they can be looked up.`,
  purlsResolved: (percent: number, asked: number) => `${percent} % of ${count(asked)} that were looked up exist.`,
  purlsNotAsked: 'Whether they exist was not looked up.',
  purlFaults: {
    none: 'no package URL',
    invalid: 'its package URL is malformed',
    'unknown-type': 'its package URL is of a kind that cannot be looked up',
    'no-version': 'its package URL has no version',
  },
  agreement: 'Compared with the lockfile',
  agreeBoth: (both: number) => `${count(both)} package versions are in both.`,
  agreeRecall: (percent: string, missing: number) =>
    `The SBOM lists ${percent} of the lockfile; ${count(missing)} are missing from it.`,
  agreePrecision: (percent: string, extra: number) =>
    `Of what the SBOM lists, ${percent} is in the lockfile; ${count(extra)} are not.`,
  sbomqs: (score: string, grade: string) => `sbomqs score, for comparison: ${score} of 10, grade ${grade}`,
  requests: 'What to ask the supplier',
  noConformity:
    'This sheet looks at fields. It does not tell whether what they say is true, and it is no proof of conformity.',
  as: (what: string, asked: string) => `${what} (${asked})`,
  askDocument: (what: string) => `Please add ${what} to the SBOM.`,
  askParts: (what: string, missing: number, total: number, example: string | null) =>
    `Please add ${what} for ${count(missing)} of ${parts(total)}${example === null ? '' : `, for example ${example}`}.`,
  askFormat: (formats: string) => `Please send the SBOM as ${formats} or later.`,
  askWithoutVulnerabilities: 'Please leave vulnerabilities out of the SBOM and send them as a document of their own.',
  checks: {
    'document-author': { label: 'who made the list', ask: 'the author of the SBOM, with a mail or web address' },
    'document-completeness': { label: 'known gaps', ask: 'a statement of how complete the SBOM is' },
    'document-format': { label: 'format and its version', ask: 'a current format' },
    'document-identity': { label: 'address of the SBOM', ask: 'an address (URI) of the SBOM itself' },
    'document-lifecycle': {
      label: 'taken before, in or after the build',
      ask: 'the phase in which it was made (before, in or after the build)',
    },
    'document-subject': { label: 'product it is about', ask: 'the product and version it is about' },
    'document-timestamp': {
      label: 'when the list was made',
      ask: 'the date and time it was made, as RFC 3339 writes them',
    },
    'document-tool': { label: 'tool that made the list', ask: 'the tool it was made with' },
    'document-without-vulnerabilities': { label: 'no vulnerabilities inside', ask: 'no vulnerabilities' },
    'part-archive': { label: 'archive or not', ask: 'whether it is an archive' },
    'part-completeness': {
      label: 'says whether its list is complete',
      ask: 'whether the list of its dependencies is complete',
    },
    'part-deployable-url': { label: 'where the file can be had', ask: 'the address of the delivered file' },
    'part-effective-license': { label: 'license in effect', ask: 'the license in effect' },
    'part-executable': { label: 'can be run or not', ask: 'whether it is executable' },
    'part-filename': { label: 'name of the file', ask: 'the file name' },
    'part-hash': { label: 'checksum of the file', ask: 'a hash of the delivered file' },
    'part-identifier': { label: 'identifier for databases', ask: 'a unique identifier such as a package URL or CPE' },
    'part-license': { label: 'license', ask: 'the license as an SPDX expression' },
    'part-name': { label: 'name', ask: 'the name' },
    'part-reachable': { label: 'way from the product to it', ask: 'the dependencies that lead to it from the product' },
    'part-relationship': {
      label: 'what uses it, what it uses',
      ask: 'its dependency relationships, or that there are none',
    },
    'part-security-contact': { label: 'where to report vulnerabilities', ask: 'the address of its security.txt' },
    'part-source-hash': { label: 'checksum of the source', ask: 'a hash of the source code' },
    'part-source-url': { label: 'where the source code is', ask: 'the address of the source code' },
    'part-structured': {
      label: 'contents can be told apart',
      ask: 'whether its contents can be told apart (structured or not)',
    },
    'part-supplier': { label: 'who it is from', ask: 'the supplier or maker, with a mail or web address' },
    'part-version': { label: 'version', ask: 'the version' },
  },
}
