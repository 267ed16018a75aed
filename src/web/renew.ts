/** What to do when a script of the portal is no more: the server was updated under an open page. */

import type { Language } from '#text/language.ts'

const key = 'headwater.renewed'
const quietMilliseconds = 60_000

/** Loads the page anew, with the scripts that there are now; not twice in a minute, so that a broken server is no loop. */
export function renewWhenOutdated(): void {
  window.addEventListener('vite:preloadError', () => {
    if (Date.now() - lastRenewed() < quietMilliseconds || !markRenewed()) return
    window.location.reload()
  })
}

function lastRenewed(): number {
  try {
    return Number(sessionStorage.getItem(key))
  } catch {
    return 0
  }
}

/** @returns false where the browser keeps nothing: nobody could tell the second time from the first */
function markRenewed(): boolean {
  try {
    sessionStorage.setItem(key, String(Date.now()))
    return true
  } catch {
    return false
  }
}

/** Here and not among the words, since these are what could not be loaded. */
const sentences: Readonly<Record<Language, { readonly problem: string; readonly again: string }>> = {
  en: { problem: 'Headwater could not be loaded whole. The server may be restarting.', again: 'Try again' },
  de: { problem: 'Headwater wurde nicht ganz geladen. Vielleicht startet der Server neu.', again: 'Noch einmal' },
  ja: { problem: 'Headwater を最後まで読み込めませんでした。サーバーが再起動中かもしれません。', again: 'もう一度' },
}

export function tellNotLoaded(root: Element, language: Language): void {
  const { problem, again } = sentences[language]
  const heading = document.createElement('h1')
  heading.textContent = problem
  const told = document.createElement('div')
  told.setAttribute('role', 'alert')
  told.append(heading)
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = again
  button.addEventListener('click', () => window.location.reload())
  const main = document.createElement('main')
  main.className = 'page'
  main.append(told, button)
  root.replaceChildren(main)
}
