/** Words about converting, merging and comparing documents, in English. */

import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

export const conversion = {
  output: 'write cyclonedx-1.7, cyclonedx-1.6, spdx-2.3 or spdx-3.0; to a file as FORMAT=FILE; repeatable',
  cannotHold: (label: string) => `${label} cannot hold everything, or says it otherwise:`,
  losses: {
    kind: 'There is no such kind of part',
    version: 'The version is longer than allowed',
    scope: 'What the part is needed for cannot be said',
    directness: 'No relation bears out how the part came in',
    relation: 'A part cannot use itself',
    'license-expression': 'The license expression became a name',
    'license-found': 'Licenses found in files have no place',
    'license-list': 'Several licenses became one expression',
    'license-portion': 'The portion that a license is about has no place',
    'license-reference': 'Free text became a reference to an extracted license',
    'license-spelling': 'The license is written in its canonical form',
    'license-text': 'The text behind a license reference is not at hand',
    hash: 'The hash is of a kind or length that is not allowed',
    supplier: 'The supplier is written on one line',
    'source-address': 'The address of the source is written otherwise or has no place',
    deprecation: 'That its publishers deprecated the part has no place',
    reference: 'The reference of the part is not allowed and was replaced',
    subject: 'The document names no subject; it was given a name',
    'subject-as-part': 'The described product stands among the parts',
    refused: 'The entry could not be read',
    services: 'Services were not carried over',
    field: 'The field is read by nobody here and was not carried over (how often)',
  },
  places: (n: number, first: readonly string[]) =>
    first.length === 0 ? `${count(n)}×` : `${count(n)}×, ${n > first.length ? 'first ' : ''}${first.join(', ')}`,
  disagreements: (n: number) =>
    `The documents disagree in ${count(n)} ${plural(n, { one: 'place', other: 'places' })}; all statements were kept:`,
  disagreeing: {
    subject: 'what they describe',
    licenses: 'licenses',
    hashes: 'hashes',
    supplier: 'supplier',
    'source-address': 'address of the source',
    name: 'name',
  },
  diff: {
    added: 'New parts',
    removed: 'Parts that are gone',
    versionChanged: 'Other version',
    licenseChanged: 'Other license',
    scopeChanged: 'Needed for something else',
    contentChanged: 'Same version, other content',
    edges: 'Relations between the parts of both',
    directions: { newer: 'newer', older: 'OLDER', same: 'equal by the order of the ecosystem' },
    subject: 'the product itself',
    notStated: 'not stated',
    more: (n: number) => `… and ${count(n)} more (show them with --json)`,
    unchanged: (n: number) => `${count(n)} ${plural(n, { one: 'part', other: 'parts' })} unchanged`,
  },
}
