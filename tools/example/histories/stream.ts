/** A history as `git fast-import` takes it. Pure: the same plan and files give the same bytes, so the same commit ids. */

import type { Contributor, HistoryPlan } from './plan.ts'
import { random, type Random } from './random.ts'

export type Files = ReadonlyMap<string, string>

type Commit = {
  readonly author: string
  /** Seconds since 1970. */
  readonly at: number
  readonly message: string
  readonly changes: Files
  readonly parents: readonly number[]
}

const day = 86_400
const firstLines = 6
const mainBranch = 'refs/heads/main'

/**
 * @param files the project's files as they are in the end; a history lets them grow line by line
 * @param signature gives `Name <address>` of a contributor
 */
export function fastImportStream(
  plan: HistoryPlan,
  files: Files,
  signature: (contributor: Contributor) => string,
): string {
  const story = new Story(plan, files, signature)
  return story.tell()
}

class Story {
  readonly #plan: HistoryPlan
  readonly #random: Random
  readonly #final: Files
  readonly #signature: (contributor: Contributor) => string
  /** Lines of each file that are there already. */
  readonly #grown = new Map<string, number>()
  readonly #out: string[] = []
  #mark = 0
  #head = 0
  #subject = 0
  #news: string[] = []
  /** Steps of the lockfile that are there already. */
  #locked = 0

  constructor(plan: HistoryPlan, files: Files, signature: (contributor: Contributor) => string) {
    this.#plan = plan
    this.#random = random(plan.seed)
    this.#final = files
    this.#signature = signature
  }

  tell(): string {
    const { commits, versions } = this.#plan
    this.#first()
    const perVersion = Math.floor(commits / versions.length)
    let told = 1
    for (const [index, version] of versions.entries()) {
      const isLast = index === versions.length - 1
      const until = isLast ? commits : (index + 1) * perVersion
      while (told < until) told += this.#random.chance(0.18) ? this.#feature(told) : this.#plain(told)
      this.#release(version, this.#momentOf(told), isLast)
    }
    this.#out.push('done\n')
    return this.#out.join('')
  }

  #first(): void {
    const start = new Map<string, string>([['.mailmap', this.#mailmap()]])
    for (const [path, text] of this.#final) {
      if (isWhole(path)) start.set(path, text)
      else start.set(path, `${text.split('\n').slice(0, firstLines).join('\n')}\n`)
    }
    for (const [path, text] of this.#lockfileAt(this.#momentOf(0))) start.set(path, text)
    this.#commit(mainBranch, {
      author: this.#authorAt(this.#momentOf(0)),
      at: this.#momentOf(0),
      message: 'Start the project\n',
      changes: start,
      parents: [],
    })
  }

  /** One commit on the main branch. */
  #plain(told: number): number {
    const at = this.#momentOf(told)
    this.#head = this.#change(mainBranch, at, [this.#head], new Map(), this.#lockfileAt(at))
    return 1
  }

  /** The lockfile when a later step of it is due, else nothing. */
  #lockfileAt(at: number): Files {
    const { lockfile } = this.#plan
    const due = lockfile?.steps.filter(({ from }) => seconds(from) <= at).length ?? 0
    const step = lockfile?.steps[due - 1]
    if (lockfile === null || step === undefined || due === this.#locked) return new Map()
    this.#locked = due
    return new Map([[lockfile.path, withVersions(this.#final.get(lockfile.path) ?? '', step.versions)]])
  }

  /** A branch of a few commits, merged by somebody else or by the author. */
  #feature(told: number): number {
    const length = 2 + this.#random.below(3)
    const branch = `refs/heads/topic-${told}`
    let tip = this.#head
    const changed = new Map<string, string>()
    for (let step = 0; step < length; step += 1) {
      tip = this.#change(branch, this.#momentOf(told + step), [tip], changed)
    }
    const at = this.#momentOf(told + length)
    this.#head = this.#commit(mainBranch, {
      author: this.#authorAt(at),
      at,
      message: `Merge branch 'topic-${told}'\n`,
      changes: changed,
      parents: [this.#head, tip],
    })
    this.#out.push(`reset ${branch}\nfrom 0000000000000000000000000000000000000000\n\n`)
    return length + 1
  }

  #change(
    branch: string,
    at: number,
    parents: readonly number[],
    changed = new Map<string, string>(),
    lockfile: Files = new Map(),
  ): number {
    const changes = new Map<string, string>(lockfile)
    const growing = [...this.#final.keys()].filter((path) => !isWhole(path))
    for (let count = 1 + this.#random.below(2); count > 0; count -= 1) {
      const path = growing[this.#random.below(growing.length)]
      if (path !== undefined) changes.set(path, this.#grow(path))
    }
    for (const [path, text] of changes) changed.set(path, text)
    const author = this.#authorAt(at)
    const message = this.#message(author, at, lockfile.size > 0 ? 'chore: raise locked packages' : null)
    return this.#commit(branch, { author, at, message, changes, parents })
  }

  #release(version: string, at: number, isLast: boolean): void {
    this.#news = [
      `## ${version} (${new Date(at * 1000).toISOString().slice(0, 10)})`,
      '',
      'See the commits.',
      '',
      ...this.#news,
    ]
    const changes = new Map([['CHANGELOG.md', `# Changes\n\n${this.#news.join('\n')}`]])
    if (isLast) for (const [path, text] of this.#final) changes.set(path, text)
    this.#head = this.#commit(mainBranch, {
      author: this.#plan.bot,
      at: at + 600,
      message: `chore: release ${version}\n`,
      changes,
      parents: [this.#head],
    })
    const message = `${this.#plan.repository} ${version}\n`
    this.#out.push(`tag v${version}\nfrom :${this.#head}\ntagger ${this.#plan.bot} ${at + 700} +0000\n${data(message)}`)
  }

  #commit(branch: string, { author, at, message, changes, parents }: Commit): number {
    this.#mark += 1
    const [first, ...others] = parents
    this.#out.push(
      `commit ${branch}\nmark :${this.#mark}\nauthor ${author} ${at} +0000\ncommitter ${author} ${at} +0000\n`,
    )
    this.#out.push(data(message))
    if (first !== undefined) this.#out.push(`from :${first}\n`)
    for (const other of others) this.#out.push(`merge :${other}\n`)
    for (const [path, text] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.#out.push(`M 100644 inline ${path}\n${data(text)}`)
    }
    this.#out.push('\n')
    if (branch === mainBranch) this.#head = this.#mark
    return this.#mark
  }

  #message(author: string, at: number, own: string | null): string {
    const { subjects } = this.#plan
    const subject = own ?? subjects[this.#subject % subjects.length] ?? 'Change'
    this.#subject += 1
    const trailers: string[] = []
    const other = this.#authorAt(at)
    if (this.#random.chance(0.12) && other !== author) trailers.push(`Co-authored-by: ${other}`)
    if (this.#random.chance(0.3) && other !== author) trailers.push(`Reviewed-by: ${other}`)
    if (this.#random.chance(0.85)) trailers.push(`Signed-off-by: ${author}`)
    return trailers.length === 0 ? `${subject}\n` : `${subject}\n\n${trailers.join('\n')}\n`
  }

  /** The file with one more line, or with a note that the next change takes away: old files change and hardly grow. */
  #grow(path: string): string {
    const all = (this.#final.get(path) ?? '').split('\n')
    const before = this.#grown.get(path) ?? firstLines
    const growing = [...this.#final.keys()].filter((each) => !isWhole(each))
    const changesExpected = (1.5 * this.#plan.commits) / growing.length
    const grows = before < all.length && this.#random.chance(all.length / changesExpected)
    const now = before + (grows ? Math.max(1, Math.round(all.length / changesExpected)) : 0)
    this.#grown.set(path, now)
    const text = all.slice(0, now).join('\n')
    return grows ? `${text}\n` : `${text}\n${path.endsWith('.py') ? '#' : '//'} Revision ${this.#subject}\n`
  }

  #authorAt(at: number): string {
    const today = new Date(at * 1000).toISOString().slice(0, 10)
    const present = this.#plan.contributors.filter(({ from, to }) => from <= today && today <= to)
    let ticket = this.#random.below(present.reduce((sum, { weight }) => sum + weight, 0))
    for (const contributor of present) {
      ticket -= contributor.weight
      if (ticket < 0) return this.#signature(contributor)
    }
    throw new Error(`${this.#plan.repository} has nobody on ${today}`)
  }

  /** Commits lie evenly between start and end, or between start and the day on which the project slows down. */
  #momentOf(told: number): number {
    const start = seconds(this.#plan.from)
    const end = seconds(this.#plan.to)
    const slow = this.#plan.slowsDownOn === null ? end : seconds(this.#plan.slowsDownOn)
    const share = told / (this.#plan.commits + 4)
    const turning = this.#plan.slowsDownOn === null ? 1 : 0.95
    const at =
      share <= turning
        ? start + (slow - start) * (share / turning)
        : slow + (end - slow) * ((share - turning) / (1 - turning))
    const workday = Math.floor(at / day) * day
    return workday + 8 * 3600 + ((told * 2971) % (9 * 3600))
  }

  /** People who write under two addresses are joined, as projects do it themselves. */
  #mailmap(): string {
    const main = new Map<string, string>()
    for (const contributor of this.#plan.contributors)
      if (contributor.address === undefined) main.set(contributor.who, this.#signature(contributor))
    const lines = this.#plan.contributors.flatMap((contributor) => {
      const own = main.get(contributor.who)
      const address = /<.*>$/.exec(this.#signature(contributor))?.[0]
      return contributor.address === undefined || own === undefined || address === undefined
        ? []
        : [`${own} ${address}`]
    })
    return `# Addresses of the same person\n${lines.map((line) => `${line}\n`).join('')}`
  }
}

/** A package-lock.json with other versions; what the final ones hold, such as their hashes, is not said of them. */
function withVersions(text: string, versions: Readonly<Record<string, string>>): string {
  const lock = JSON.parse(text) as { packages: Record<string, { version?: string; integrity?: string }> }
  for (const [name, version] of Object.entries(versions)) {
    const entry = lock.packages[`node_modules/${name}`]
    if (entry === undefined) throw new Error(`The lockfile has no ${name}`)
    entry.version = version
    delete entry.integrity
  }
  return `${JSON.stringify(lock, null, 2)}\n`
}

/** Files that people write in one go or that tools write; they do not grow. */
function isWhole(path: string): boolean {
  return !/\.(?:js|py)$/.test(path) || /__init__/.test(path)
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

function seconds(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000
}
