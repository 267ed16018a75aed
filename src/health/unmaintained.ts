/** Whether a project says of itself that nobody looks after it any longer. */

import type { ProjectFiles } from '#domain/upstream.ts'
import { topTexts } from './files.ts'

/** What a README says beyond this is about details. */
const opening = 6000

const thing = '(?:project|repository|repo|package|library|module|plugin|crate|gem|tool|extension|codebase|action)'
const state =
  '(?:no longer (?:actively )?(?:being )?(?:maintained|supported|developed)|not (?:actively |being )?maintained|unmaintained|abandoned|archived|discontinued|deprecated|retired|end[- ]of[- ]life)'
/** About the thing itself and in the present: not about a call, a version or a neighbor. */
const said: readonly RegExp[] = [
  new RegExp(
    `\\b(?:(?:this|our) ${thing}|the (?:project|repository|repo)) (?:is|has been|was|will be)(?: now| officially| currently)? ${state}\\b`,
  ),
  // A line of its own.
  /^[^\p{L}\n]*(?:(?:warning|note|notice|important)[^\p{L}\n]+)?(?:this is )?(?:no longer (?:actively )?(?:maintained|supported)|unmaintained|not (?:actively )?maintained|discontinued|abandoned)[^\p{L}\n]*$/mu,
  // In the title.
  /^\s*#[^#\n]*[[(]\s*(?:deprecated|unmaintained|archived|abandoned)\s*[\])]/,
  new RegExp(`\\bi am no longer maintaining this ${thing}\\b|\\bwe (?:are|have) (?:no longer|stopped) maintaining\\b`),
  /repostatus\.org\/badges\/[^/]+\/(?:abandoned|unsupported|inactive|moved)\b/,
  /no-maintenance-intended|unmaintained\.tech\/badge/,
  /(?:dieses|das) (?:projekt|repository|paket) wird nicht (?:mehr|länger) (?:gepflegt|weiterentwickelt|betreut)/,
  /(?:この|本)(?:プロジェクト|リポジトリ|パッケージ|ライブラリ)は[^。\n]{0,20}(?:メンテナンスされていません|開発を?終了|保守を?終了|アーカイブされ)/,
]

/** The file and the words that say so; undefined when no file says it. */
export function saysUnmaintained(files: ProjectFiles): { readonly path: string; readonly words: string } | undefined {
  for (const [path, text] of readmes(files)) {
    const start = text.slice(0, opening).toLowerCase()
    for (const pattern of said) {
      const match = pattern.exec(start)
      if (match !== null) return { path, words: match[0].replaceAll(/\s+/g, ' ').trim().slice(0, 120) }
    }
  }
  for (const [path, text] of publicCodes(files)) {
    const match = /^\s*(?:developmentStatus:\s*["']?obsolete|maintenance:\s*\n\s+type:\s*["']?none)\b/m.exec(text)
    if (match !== null) return { path, words: match[0].replaceAll(/\s+/g, ' ').trim() }
  }
  return undefined
}

export const readmes = topTexts('readme')

/**
 * The README that speaks of something, where no file of its own does: a forge may keep that for many projects at once. Null
 * when no README can be read here.
 */
export function readmeSpeaking(files: ProjectFiles, of: RegExp): string | undefined | null {
  if (files.texts === null) return null
  return readmes(files).find(([, text]) => of.test(text))?.[0]
}
const publicCodes = topTexts('publiccode')
