/** Numbers that look random and are the same every time: a linear congruential generator modulo 2³², upper bits used. */
export type Random = { readonly below: (limit: number) => number; readonly chance: (share: number) => boolean }

/** Multiplier and increment: Press et al., Numerical Recipes, 7.1. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
  return { below: (limit) => Math.floor(next() * limit), chance: (share) => next() < share }
}
