import { answer, defineCheck, findPath, partial, place, undecided } from '#health/scorecard/check.ts'

const files = ['', '.github/', 'docs/', 'doc/'].flatMap((folder) =>
  ['md', 'markdown', 'adoc', 'rst']
    .filter((ending) => folder !== 'doc/' || ending === 'rst')
    .map((ending) => `${folder}security.${ending}`),
)

/** Six points for an address to write to, three for text around it, one for words about vulnerabilities and times. */
export const check = defineCheck({
  id: 'security-policy',
  name: 'Security-Policy',
  label: 'It is said how to report a vulnerability',
  source: 'checks/evaluation/security_policy.go',
  assess: (context) => {
    const path = findPath(context.files, files)
    // An organization can keep one policy for all its repositories; that one is not in the clone.
    if (path === undefined) return partial(0, 'none-found')
    const text = context.files.texts[path]
    if (text === undefined) return undecided('file-without-text', [place(path)])
    return answer(policyScore(text), 'found', [place(path)])
  },
})

function policyScore(text: string): number {
  const links = new Set([
    ...matchesOf(text, /https?:\/\/[\w./?=%:-]*/g),
    ...matchesOf(text, /\b[\w.%+-]{1,64}(?:@|\\?\[at\\?\])[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,6}\b/g),
  ])
  const linked = [...links].reduce((sum, link) => sum + link.length, 0) + links.size * 2
  const size = new TextEncoder().encode(text).length
  const hints = matchesOf(text, /\b\d{1,4}\b|disclos|vuln/gi).length
  return (links.size > 0 ? 6 : 0) + (size > 1 && size > linked ? 3 : 0) + (hints > 1 ? 1 : 0)
}

function matchesOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([match]) => match)
}
