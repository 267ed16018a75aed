import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { LicenseStatement } from '#domain/part.ts'

/** What a package declares about itself, with the expression where the text is one; none when it says nothing. */
export function declaredLicense(text: string | undefined): LicenseStatement[] {
  if (text === undefined || /^(?:unknown|none)?$/i.test(text.trim())) return []
  const parsed = parseLicenseExpression(text.trim())
  return [{ basis: 'declared', text, ...(parsed.ok ? { expression: parsed.canonical } : {}) }]
}
