/** Terms of AI models, none of which stands in the SPDX license list: a reference of our own per kind of terms. */

const terms: readonly (readonly [RegExp, string])[] = [
  [/\bopen ?rail\b|\brail\b|bigscience|bigcode/i, 'LicenseRef-OpenRAIL'],
  [/\bllama ?-?\d|\bllama\b.*(?:licen|community|terms)/i, 'LicenseRef-Llama'],
  [/\bgemma\b/i, 'LicenseRef-Gemma'],
  [/\btongyi|\bqwen\b/i, 'LicenseRef-Qwen'],
  [/\bdeepseek\b.*(?:licen|agreement)/i, 'LicenseRef-DeepSeek-Model'],
  [/\bfalcon\b.*(?:licen|tii)/i, 'LicenseRef-Falcon'],
  [/\bchatglm/i, 'LicenseRef-ChatGLM'],
  [/\bbaichuan/i, 'LicenseRef-Baichuan'],
  [/\bdatabricks open model\b/i, 'LicenseRef-Databricks-Open-Model'],
  [/\bnvidia open model\b/i, 'LicenseRef-NVIDIA-Open-Model'],
  [/\b(?:model|community) licen[cs]e(?: agreement)?\b/i, 'LicenseRef-Model-Terms'],
]

export function guessModelTerms(text: string): string | undefined {
  return text.length > 120 ? undefined : terms.find(([pattern]) => pattern.test(text))?.[1]
}
