/** The named computations of the comparison with what could be bought. */

export const methods = {
  yearlyPrice: { id: 'alternative-yearly-price', version: 1 },
  billed: { id: 'alternative-billed', version: 1 },
  gross: { id: 'alternative-gross', version: 1 },
  discounted: { id: 'alternative-discounted', version: 1 },
  runCostDifference: { id: 'alternative-run-cost-difference', version: 1 },
  net: { id: 'alternative-net', version: 1 },
  paidAlready: { id: 'alternative-paid-already', version: 1 },
  total: { id: 'alternative-total', version: 1 },
  difference: { id: 'alternative-difference', version: 1 },
  differenceTotal: { id: 'alternative-difference-total', version: 1 },
}
