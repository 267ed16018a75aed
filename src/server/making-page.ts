/** Stands in place of a report until it is made, and looks again by itself (`refreshSeconds`, as a header). */

import type { Job } from '#app/job-list.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'

/** The answer to a page waits for the report too, so this is a pause between two waits. */
export const refreshSeconds = 2

export function makingPage(
  { state, progress }: Pick<Job, 'state' | 'progress'>,
  words: Words,
  language: Language,
): string {
  const { making } = words.server
  const steps: Readonly<Record<string, string>> = words.cli.steps
  const step = progress === null ? undefined : steps[progress.step]
  const told = [words.live.jobs.states[state], ...(state === 'running' && step !== undefined ? [step] : [])].join(' · ')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${making.title} · Headwater</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
main { max-width: 40rem; margin: 15vh auto 0; padding: 0 1rem }
h1 { font-size: 1.4rem }
progress { width: 100% }
a { color: LinkText }
</style>
</head>
<body>
<main>
<h1>${making.title}</h1>
<progress aria-label="${making.title}"></progress>
<p>${told}</p>
<p>${making.lead}</p>
<p><a href="">${making.again}</a> · <a href="/reports">${making.portal}</a></p>
</main>
</body>
</html>
`
}
