/**
 * The sbomqs 2 score: its arithmetic by the worked examples of `methods.md` 7.2 and by scores that sbomqs itself gave
 * (`sbomqs-scores.jsonl`: names of files of the SBOM collection and figures, nothing else), and each of its features on those
 * files. Whether a document follows its schema is taken from there: other suites judge that.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import { categoryScore, componentScore, gradeOf, totalScore } from '#inventory/quality/sbomqs-score.ts'
import { scoreSbomqs, type SbomqsScore } from '#inventory/quality/sbomqs.ts'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

/** File, score, grade, and the features in the order of `keys`. */
type Row = readonly [string, number, string, readonly (number | null)[]]

export async function run(): Promise<readonly SuiteResult[]> {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, 'sbomqs-scores.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const keys = (JSON.parse(head ?? '') as { columns: readonly [string, string, string, readonly string[]] }).columns[3]
  const rows = lines.map((line) => JSON.parse(line) as Row)
  return [workedExamples(), totals(rows), await features(rows, keys)]
}

function workedExamples(): SuiteResult {
  const weights = [10, 12, 15, 12, 15, 10, 8]
  const score = totalScore(
    [10, 8.5, 0, 6.25, 9, 10, 10].map((each, index) => ({ weight: weights[index] ?? 0, score: each })),
  )
  const rounded = (of: number): string => String(Number(of.toFixed(9)))
  return tally('sbomqs worked examples', [
    { case: 'seven categories', expected: '7.2195 C', got: `${score.toFixed(4)} ${gradeOf(score)}` },
    { case: '999 of 1000 parts', expected: '9.9', got: String(componentScore(999, 1000)) },
    { case: '1000 of 1000 parts', expected: '10', got: String(componentScore(1000, 1000)) },
    { case: 'half of the parts', expected: '5', got: String(componentScore(500, 1000)) },
    { case: 'grades', expected: 'A B C D F', got: [9, 8, 7, 5, 4.999].map(gradeOf).join(' ') },
    {
      case: 'weights that sum to 1.2',
      expected: '10',
      got: rounded(
        categoryScore(
          [0.2, 0.2, 0.2, 0.2, 0.15, 0.15, 0.1].map((weight, index) => ({ id: `f${index}`, weight, score: 10 })),
        ),
      ),
    },
    {
      case: 'one of a group is enough',
      expected: '10',
      got: rounded(
        categoryScore(
          [10, 0, 10].map((each, index) => ({ id: `f${index}`, weight: 1 / 3, score: each, group: 'any' })),
        ),
      ),
    },
  ])
}

/** The weights of our categories and features, with the answers of sbomqs, must give the scores of sbomqs. */
function totals(rows: readonly Row[]): SuiteResult {
  const empty = new TextEncoder().encode('{"bomFormat":"CycloneDX","specVersion":"1.6"}')
  const document = readDocument(sourceFile('empty.cdx.json', empty))
  const shape = document === undefined ? [] : scoreSbomqs(document, null).categories
  return tally(
    'sbomqs totals from its own features',
    rows.map(([file, expected, grade, scores]): Miss => {
      let next = 0
      const categories = shape.map(({ weight, features: of }) => {
        const answered = of.map((feature) => ({ ...feature, score: scores[next++] ?? null }))
        return { weight, score: categoryScore(answered) }
      })
      const score = totalScore(categories)
      const isSame = Math.abs(score - expected) < 0.001
      return {
        case: file,
        expected: `${expected} ${grade}`,
        got: `${isSame ? expected : score.toFixed(4)} ${gradeOf(score)}`,
      }
    }),
  )
}

async function features(rows: readonly Row[], keys: readonly string[]): Promise<SuiteResult> {
  const path = sharedData('sboms/sboms.tar.gz')
  if (path === undefined) return absent('sbomqs features of real SBOMs')
  const wanted = new Map(rows.map((row) => [row[0], row]))
  const answers: Miss[] = []
  for (const { header, data } of await unpackTar(gunzipSync(readFileSync(path)))) {
    const name = header.name.replace(/^\.\//, '')
    const row = wanted.get(name)
    if (row === undefined || data === undefined) continue
    const theirs = row[3]
    const schema = theirs[keys.indexOf('sbom_schema_valid')]
    const document = readDocument(sourceFile(name, data))
    const ours = document === undefined ? [] : flat(scoreSbomqs(document, schema === 10))
    for (const [index, key] of keys.entries()) {
      const reason = reasons[key]
      answers.push({
        case: `${name} ${key}`,
        expected: shown(theirs[index] ?? null),
        got: shown(ours[index] ?? null),
        ...(reason === undefined ? {} : { reason }),
      })
    }
  }
  return tally('sbomqs features of real SBOMs', answers)
}

function flat({ categories }: SbomqsScore): readonly (number | null)[] {
  return categories.flatMap((category) => category.features.map(({ score }) => score))
}

function shown(score: number | null): string {
  return score === null ? 'left out' : score.toFixed(2)
}

const licenses = 'Expressions that are not valid SPDX are split there, and taken whole here.'
const entries = 'Entries that have no name are refused here, and counted there.'
const purls = `A second package URL counts here where the first is malformed. ${entries}`

/** Why a feature may differ where it does. */
const reasons: Readonly<Record<string, string>> = {
  comp_with_name: entries,
  comp_with_version: 'Where no version is stated, the one in the package URL counts here.',
  comp_with_local_id: `Components with one and the same reference are one component there. ${entries}`,
  comp_with_source_code: 'A repository as download location counts here.',
  comp_with_supplier: 'A supplier that is stated as NOASSERTION counts there, and not here.',
  comp_with_licenses: entries,
  comp_with_valid_licenses: licenses,
  comp_spdx_listed_license: licenses,
  comp_no_deprecated_licenses: licenses,
  comp_no_restrictive_licenses:
    'There a license database of 2,600 entries tells what is restrictive, here a list of families.',
  comp_with_purl: purls,
  comp_with_cpe: `The syntax of a CPE is not checked here. ${entries}`,
  comp_with_purl_or_cpe: purls,
}
