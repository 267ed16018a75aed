/** What a clone alone tells of a project's security practices: every check, and their weighted mean. */

import { aggregate, observed, unknown, type Method, type NamedFigure } from '#domain/figure.ts'
import {
  aggregateScore,
  scorecardChecks,
  weightOfCheck,
  type CheckResult,
  type OfflineScorecard,
  type WeighedScore,
} from '#domain/scorecard.ts'
import type { ProjectFacts, ReadFiles } from '#domain/upstream.ts'
import type { CheckContext } from './check.ts'
import { checks } from './checks.generated.ts'
import { readWorkflows } from './workflow.ts'

export const offlineMethod: Method = { id: 'scorecard-offline', version: 1 }

/** Beyond the clone; null where nobody looked. */
export type ScorecardKnowledge = Pick<CheckContext, 'vulnerabilities' | 'isArchived'>

export const nothingKnown: ScorecardKnowledge = { vulnerabilities: null, isArchived: null }

/** A project whose files are at hand. */
export type ClonedProject = ProjectFacts & { readonly files: ReadFiles }

/**
 * Scores 0 to 10. Inconclusive checks take no part in the mean, which says over which weight it goes; with none that could
 * decide it is unknown. Experimental checks are shown and not counted.
 */
export function assessScorecard(facts: ClonedProject, knowledge: ScorecardKnowledge = nothingKnown): OfflineScorecard {
  const { project, observedOn } = facts
  const files = withoutTestData(facts.files)
  const context: CheckContext = { ...knowledge, files, facts, workflows: readWorkflows(files) }
  const results = checks
    .map(({ id, name, assess }): CheckResult => {
      const found = assess(context)
      const weight = weightOfCheck(name)
      const figure: NamedFigure<WeighedScore> = {
        id: `health/scorecard-check/${project}#${id}`,
        figure:
          found.score < 0
            ? unknown('not-collected')
            : observed({ score: found.score, weight }, facts.evidence, `${facts.at}/files`),
      }
      return { ...found, check: name, weight, figure }
    })
    .toSorted((a, b) => (a.check < b.check ? -1 : 1))
  const counted = results.filter(({ check }) => !scorecardChecks[check].isExperimental)
  const known = counted.filter(({ score }) => score >= 0)
  return {
    project,
    on: observedOn,
    aggregate: {
      id: `health/scorecard-offline/${project}`,
      ...aggregate(
        offlineMethod,
        counted.map(({ figure }) => figure),
        'checks',
        aggregateScore,
      ),
    },
    weight: { known: weightsOf(known), of: weightsOf(counted) },
    checks: results,
  }
}

/** All figures of a scorecard, for the store and for explanations. */
export function scorecardFigures({ aggregate: total, checks: of }: OfflineScorecard): readonly NamedFigure[] {
  return [{ id: total.id, figure: total.figure }, ...of.map(({ figure }) => figure)]
}

function weightsOf(results: readonly CheckResult[]): number {
  return results.reduce((sum, { weight }) => sum + weight, 0)
}

/** What only tests read is neither built nor shipped; `checks/fileparser/listing.go` passes over it in the same way. */
function withoutTestData(files: ReadFiles): ReadFiles {
  const isKept = (path: string): boolean => !/(?:^|\/)(?:testdata|src\/test)\//.test(path)
  return {
    ...files,
    paths: files.paths.filter(isKept),
    texts: Object.fromEntries(Object.entries(files.texts).filter(([path]) => isKept(path))),
    binaries: files.binaries.filter(isKept),
  }
}
