import { answer, defineCheck, place } from '#health/scorecard/check.ts'
import { namesApprovedLicense } from '#health/scorecard/license-titles.ts'

const named = /^(?:[\w.+-]+[-_.])?(?:licen[sc]es?|copying|copyright|patents?)(?:[-_.][\w.+-]*)?$/i
const endings = /\.(?:adoc|asc|docx?|ext|html|markdown|md|rst|txt|xml)$/i

/** Nine points for a file at the top or in `LICENSES/`, one for a license that the FSF or the OSI approved. */
export const check = defineCheck({
  id: 'license',
  name: 'License',
  label: 'A license file',
  source: 'checks/evaluation/license.go',
  assess: ({ files: { paths, texts } }) => {
    const found = paths.filter(isLicenseFile)
    const [first] = found
    if (first === undefined) return answer(0, 'none-found')
    const isApproved = found.some((path) => namesApprovedLicense(path, texts[path] ?? ''))
    return answer(isApproved ? 10 : 9, 'found', [place(first)])
  },
})

function isLicenseFile(path: string): boolean {
  if (/^licen[sc]es\/[^/]+$/i.test(path)) return true
  if (path.includes('/') || !named.test(path)) return false
  const ending = /\.[a-z]+$/i.exec(path)?.[0]
  return ending === undefined || endings.test(ending) || /licen[sc]e|copying|copyright/i.test(ending)
}
