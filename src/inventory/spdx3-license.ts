import { isRecord, textIn, type Foreign } from './foreign.ts'

const deepest = 50
const most = 1000

/**
 * The license expression that an element of SPDX 3 stands for: an expression as it is written, a listed license by the end
 * of its address, a set of licenses as an expression of its members. Undefined when it cannot be told.
 */
export function spdx3LicenseText(target: unknown, find: (id: string) => Foreign | undefined): string | undefined {
  let budget = most
  return text(target, 0)

  function text(value: unknown, depth: number): string | undefined {
    budget -= 1
    if (depth > deepest || budget < 0) return undefined
    const id = typeof value === 'string' ? value : isRecord(value) ? textIn(value, 'spdxId') : undefined
    const element = isRecord(value) && value['type'] !== undefined ? value : id === undefined ? undefined : find(id)
    if (element === undefined) return id === undefined ? undefined : addressed(id)
    const expression = textIn(element, 'simplelicensing_licenseExpression') ?? textIn(element, 'licenseExpression')
    if (expression !== undefined) return expression
    const type = textIn(element, 'type') ?? ''
    if (type.endsWith('ConjunctiveLicenseSet')) return set(element, ' AND ', depth)
    if (type.endsWith('DisjunctiveLicenseSet')) return set(element, ' OR ', depth)
    if (type.endsWith('OrLaterOperator'))
      return suffixed(text(element['expandedlicensing_subjectLicense'], depth + 1), '+')
    if (type.endsWith('WithAdditionOperator')) {
      const addition = text(element['expandedlicensing_subjectAddition'], depth + 1)
      const subject = text(element['expandedlicensing_subjectExtendableLicense'], depth + 1)
      return addition === undefined ? undefined : suffixed(subject, ` WITH ${addition}`)
    }
    return (id === undefined ? undefined : addressed(id)) ?? textIn(element, 'name')
  }

  function set(element: Foreign, operator: string, depth: number): string | undefined {
    const members = element['expandedlicensing_member']
    if (!Array.isArray(members)) return undefined
    const texts = members.map((member: unknown) => text(member, depth + 1))
    return texts.includes(undefined) || texts.length === 0 ? undefined : texts.map((part) => `(${part})`).join(operator)
  }
}

function suffixed(text: string | undefined, suffix: string): string | undefined {
  return text === undefined ? undefined : `${text}${suffix}`
}

/** `https://spdx.org/licenses/MIT` names MIT; the two individuals of the model name nothing and no statement. */
function addressed(id: string): string | undefined {
  if (/(?:NoAssertion|NoAssertionLicense)$/.test(id)) return 'NOASSERTION'
  if (/(?:NoneLicense|\/None)$/.test(id)) return 'NONE'
  return /^https?:\/\/spdx\.org\/licenses\/([\w.+-]+?)(?:\.html)?$/.exec(id)?.[1]
}
