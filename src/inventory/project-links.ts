/** Which upstream project stands behind a package, as far as documents or the package's own name state it. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { DocumentPart } from '#domain/part.ts'
import { projectOfAddress, type ProjectLink } from '#domain/project.ts'

/** Collects the first statement per package and project; all that differ stay, for a person to see. */
export class ProjectLinks {
  readonly #links = new Map<string, ProjectLink>()

  /** @param packageUrl package URL without version */
  add(packageUrl: string, part: DocumentPart, evidence: EvidenceId, isSbom: boolean): void {
    // Most entries state nothing: this is the path of five million occurrences.
    if (part.sourceUrl === undefined && !packageUrl.startsWith('pkg:golang/')) return
    const stated = part.sourceUrl === undefined ? undefined : projectOfAddress(part.sourceUrl)
    const project = stated ?? projectOfGoModule(packageUrl)
    if (project === undefined) return
    const basis = stated === undefined ? 'package-name' : isSbom ? 'sbom-reference' : 'lockfile-field'
    this.state({ package: packageUrl, project, basis, evidence, at: part.at })
  }

  state(link: ProjectLink): void {
    const key = `${link.package} ${link.project}`
    if (!this.#links.has(key)) this.#links.set(key, link)
  }

  links(): readonly ProjectLink[] {
    return [...this.#links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)
  }
}

/** The path of a Go module on a forge is its repository's address; other paths redirect and tell nothing by themselves. */
function projectOfGoModule(packageUrl: string): string | undefined {
  const match = /^pkg:golang\/((?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/]+)/.exec(packageUrl)
  return match === null ? undefined : projectOfAddress(`https://${match[1]}`)
}
