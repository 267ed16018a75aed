/**
 * The page between the OpenID provider and the portal. A redirect would still count as coming from elsewhere, and the
 * browser would keep the new session's cookie (`SameSite=Strict`) back.
 */

import type { Language } from '#text/language.ts'

export function onwardPage(path: string, label: string, language: Language): string {
  const address = escapeHtml(path)
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Headwater</title><meta http-equiv="refresh" content="0;url=${address}"><p><a href="${address}">${escapeHtml(label)}</a></p></html>\n`
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"';]/g, (character) => `&#${character.charCodeAt(0)};`)
}
