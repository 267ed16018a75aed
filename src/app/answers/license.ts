import type { LicensedAsset } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { LicenseMatrix } from '#domain/license-matrix.ts'
import { fail } from '#domain/problem.ts'
import { compatibility } from '#licensing/compatibility.ts'
import { explainLicense, type ExplainedLicense } from '#licensing/explain-license.ts'
import { licenseIndex } from '#licensing/facts.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { installedMatrix, readLicenseMatrix } from '#sources/license-matrix.ts'
import { textField, type Answerer } from './line.ts'

export const answerLicenseParse: Answerer = (line) => parseLicenseExpression(textField(line, 'expression'))

/** The matrix that the user names, else the one of the home folder, else none. */
export function matrixOf(file: string | undefined, home: string): LicenseMatrix | undefined {
  return file === undefined ? installedMatrix(home) : readLicenseMatrix(file)
}

/** Takes `outbound` and `inbound`, expressions both. Without a matrix our own rules answer, and the source says so. */
export function compatibilityAnswerer(matrix: LicenseMatrix | undefined): Answerer {
  const index = licenseIndex(loadLicenseTables())
  return (line) => {
    const [outbound, inbound] = [textField(line, 'outbound'), textField(line, 'inbound')]
    const answer = compatibility(index, matrix, outbound, inbound)
    if (answer !== undefined) return { ok: true, ...answer }
    for (const [name, text] of Object.entries({ outbound, inbound })) {
      const parsed = parseLicenseExpression(text)
      if (!parsed.ok) return { ok: false, code: parsed.code, message: `${name}: ${parsed.message}` }
    }
    return { ok: false, code: 'invalid-license', message: 'one of the two is no license expression' }
  }
}

export type { ExplainedLicense } from '#licensing/explain-license.ts'

/** @param asset `software`, `content`, `data`, `hardware`, `model` or `font`; throws `usage` for another word */
export function explainLicenseText(text: string, asset: string): ExplainedLicense {
  const kind = assets.find((known) => known === asset)
  if (kind === undefined) return fail({ code: 'usage', what: `--asset ${asset}: known are ${assets.join(', ')}` })
  return explainLicense(licenseIndex(loadLicenseTables()), text, kind)
}

const assets = ['software', 'content', 'data', 'hardware', 'model', 'font'] as const satisfies readonly LicensedAsset[]
