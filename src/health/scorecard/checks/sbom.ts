import { defineCheck, partial, place, undecided } from '#health/scorecard/check.ts'

/** Five points for one in the source; the other five are for one beside a release, which only the host shows. */
export const check = defineCheck({
  id: 'sbom',
  name: 'SBOM',
  label: 'A list of parts is kept',
  source: 'checks/evaluation/sbom.go',
  assess: ({ files: { paths } }) => {
    const found = paths.find((path) =>
      /^[^./][^/]*\.(?:cdx\.(?:json|xml)|spdx(?:\.(?:json|xml|ya?ml|rdf|rdf\.xml))?)$/i.test(path),
    )
    return found === undefined ? undecided('host-only') : partial(5, 'found', [place(found)])
  },
})
