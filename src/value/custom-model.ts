/** An effort model that the organization brings itself, written `custom:a,b`: a · KSLOC^b person-months. */

export type CustomConstants = { readonly a: number; readonly b: number }

/** Beyond this the exponent of no published model comes near. */
const largestExponent = 3

/** @returns undefined when the text is not of that form, or a constant is not above zero or not reasonable */
export function customConstants(text: string): CustomConstants | undefined {
  const match = /^custom:(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(text.replaceAll(' ', ''))
  if (match === null) return undefined
  const [a, b] = [Number(match[1]), Number(match[2])]
  return a > 0 && a <= 1000 && b > 0 && b <= largestExponent ? { a, b } : undefined
}
