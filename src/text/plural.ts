/** Plural forms of a language by the rules of `Intl`; `other` is the form every language has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

export function pluralIn(locale: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  return (n, forms) => forms[rules.select(n)] ?? forms.other
}
