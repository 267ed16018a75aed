import { defineCheck, partial, place, undecided } from '#health/scorecard/check.ts'

const looksBack = 5
/** Provenance, which gives ten, is an artifact of the host. */
const scoreOfSignature = 8

/** A stand-in: the last five tags that name a version, where the tool looks at files beside the last five releases. */
export const check = defineCheck({
  id: 'signed-releases',
  name: 'Signed-Releases',
  label: 'Releases are signed',
  source: 'checks/evaluation/signed_releases.go',
  assess: ({ facts: { tags } }) => {
    const last = tags.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, looksBack)
    if (last.length === 0) return undecided('no-releases')
    const signed = last.filter(({ isSigned }) => isSigned)
    if (signed.length === 0) return undecided('tags-not-signed')
    return partial(
      Math.floor((signed.length * scoreOfSignature) / last.length),
      'tags-signed',
      signed.map(({ name }) => place(name)),
    )
  },
})
