/** What is known of packages and projects in use, out of the facts that are kept. */

import type { PurlText } from '#domain/part.ts'
import type { ProjectId } from '#domain/project.ts'
import type { Lifecycle, PackageFacts, ProjectFacts, ScorecardResult, Upstream } from '#domain/upstream.ts'
import { loadFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'

export async function loadUpstream(store: Store, times: Times): Promise<Upstream> {
  const packages = new Map<PurlText, PackageFacts>()
  for (const fact of await loadFacts<Content<PackageFacts>>(store, 'package', times)) {
    const known = packages.get(fact.subject)
    if (known === undefined || known.observedOn <= fact.observedOn) packages.set(fact.subject, placed(fact))
  }
  const projects = new Map<ProjectId, ProjectFacts>()
  for (const fact of await loadFacts<Content<ProjectFacts>>(store, 'project', times))
    projects.set(fact.subject, placed(fact))
  const scorecards = new Map<ProjectId, ScorecardResult>()
  for (const fact of await loadFacts<Content<ScorecardResult>>(store, 'scorecard', times))
    scorecards.set(fact.subject, placed(fact))
  const lifecycles = (await loadFacts<Content<Lifecycle>>(store, 'lifecycle', times)).map(placed)
  return { packages, projects, scorecards, lifecycles }
}

/** Facts are kept without the place they stand in, which the row tells. */
type Content<T> = Omit<T, 'evidence' | 'at' | 'observedOn'>

function placed<T extends object>({
  facts,
  evidence,
  at,
  observedOn,
}: Fact<T>): T & Pick<Fact, 'evidence' | 'at' | 'observedOn'> {
  return { ...facts, evidence, at, observedOn }
}
