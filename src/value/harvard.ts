/** How a study of the whole economy says what open source saves: the spending on software with it, against without it. */

/**
 * How many times as much would be spent on software if what is open source had to be built: (spending + value) ÷ spending.
 * Harvard Working Paper 24-038 gives 3.5 for the world, from spending of 3.4 and a value of 8.8 trillion dollars.
 */
export function spendingMultiple(spending: number, value: number): number {
  return (spending + value) / spending
}

/** All spending on software, from that on packaged software and the share of it that comes prepackaged. */
export function wholeSpending(packaged: number, prepackagedShare: number): number {
  return packaged / prepackagedShare
}
