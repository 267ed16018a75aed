/** Files of a clone that the checks and the funding links read: who collects project facts keeps their texts. */

import { isContainerFile } from './dependencies-used.ts'
import { isWorkflowPath } from './workflow.ts'

const named =
  /^(?:(?:\.github\/|docs?\/)?security\.(?:md|markdown|adoc|rst)|(?:[\w.+-]+[-_.])?(?:licen[sc]es?|copying|copyright|patents?)(?:[-_.][\w.+-]*)?|licen[sc]es\/[^/]+|(?:\.github\/|docs\/)?funding\.ya?ml|funding\.json|\.well-known\/funding-manifest-urls|package\.json|composer\.json|pom\.xml|\.clusterfuzzlite\/dockerfile)$/i

export function isWorthReading(path: string): boolean {
  return isWorkflowPath(path) || isContainerFile(path) || named.test(path)
}

/** Paths that tell something by being there. */
export function isWorthListing(path: string): boolean {
  return (
    isWorthReading(path) ||
    /^(?:\.github\/dependabot\.ya?ml|(?:\.github\/|\.gitlab\/)?renovate\.json5?|\.renovaterc(?:\.json5?)?|(?:\.github\/|\.config\/)?\.?scala-steward\.conf)$/i.test(
      path,
    ) ||
    /^[^./][^/]*\.(?:cdx\.(?:json|xml)|spdx(?:\.(?:json|xml|ya?ml|rdf|rdf\.xml))?)$/i.test(path)
  )
}
