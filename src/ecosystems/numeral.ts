/** Numbers in versions have no upper bound: date stamps and hashes overflow what a double holds exactly. */
export type Numeral = number | bigint

/** The value of a run of digits; exact at any length. */
export function numeral(digits: string): Numeral {
  return digits.length <= 15 ? Number(digits) : BigInt(digits)
}

/** Also orders a number against a bigint by value. */
export function compareNumerals(a: Numeral, b: Numeral): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order by UTF-16 code units, which for ASCII is the order of bytes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Element by element; when one list is the beginning of the other, the longer one is greater. */
export function compareNumeralLists(a: readonly Numeral[], b: readonly Numeral[]): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const order = compareNumerals(a[index] as Numeral, b[index] as Numeral)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** The list without zeros at its end, for schemes in which 1, 1.0 and 1.0.0 are the same. */
export function withoutTrailingZeros(numbers: Numeral[]): Numeral[] {
  let end = numbers.length
  while (end > 0 && Number(numbers[end - 1]) === 0) end -= 1
  return end === numbers.length ? numbers : numbers.slice(0, end)
}
