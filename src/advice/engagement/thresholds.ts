/** The numbers that rules compare with; our own proposals. */

/** Rule 7: a patch is old when the original has had more releases since. */
export const releasesOfOldPatch = 2
/** Rule 10: from this share of a year's changes on a seat is taken to be held. */
export const shareOfSeat = 0.05
/** A known fact is near a threshold when it lies this close to it. */
export const nearCriticality = 0.05
export const nearHealth = 0.05
/** Months until the advice is looked at again, by criticality; what is not in use is looked at as the most critical is. */
export const reviewMonths = { high: 6, medium: 12, low: 24 } as const
/** So many people or fewer made half of a year's changes: a project of a few. */
export const fewPeople = 2
/** From so many authors in a year on a project is taken to accept changes of others. */
export const manyAuthors = 10
