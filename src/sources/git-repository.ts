/**
 * Opens a repository: a clone, a bare one, a linked work tree. Only names are asked in the repository itself; its objects
 * are read through an empty repository of our own that borrows them, so that no configuration, attribute, replaced object
 * or missing-object fetch of the foreign one can act.
 */

import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { IssueCode } from '#domain/issue.ts'
import { askGit, type GitPlace } from './git-command.ts'

export type GitRepository = {
  /** The folder as it is called after links are followed. */
  readonly location: string
  /** Where `git` reads the objects. */
  readonly place: GitPlace
  /** The commit asked for; null when the repository has none yet. */
  readonly tip: string | null
  readonly isShallow: boolean
  /** The address it was cloned from; null when it names none. */
  readonly origin: string | null
  /** The text of `.mailmap` in the work tree or, without one, of the newest commit. Empty when there is none. */
  readonly mailmap: string
}

export type OpenedRepository =
  | { readonly ok: true; readonly repository: GitRepository }
  | { readonly ok: false; readonly code: IssueCode; readonly detail: string }

const longestMailmap = 16 * 1024 * 1024

/**
 * @param room a folder of ours for the borrowing repository
 * @param revision a branch, tag or commit; what is checked out when undefined
 */
export async function openRepository(path: string, room: string, revision?: string): Promise<OpenedRepository> {
  if (!existsSync(path)) return { ok: false, code: 'unreadable', detail: 'the path does not exist' }
  const location = realpathSync(path)
  if (!statSync(location).isDirectory()) return { ok: false, code: 'not-a-repository', detail: path }
  const here = { folder: location }
  const asked = ['--git-path', 'objects', '--git-path', 'shallow', '--show-object-format']
  const answer = await askGit(['rev-parse', ...asked], here)
  if (answer.code === -1) return { ok: false, code: 'unreadable', detail: answer.errors }
  if (answer.code !== 0) return { ok: false, code: 'not-a-repository', detail: answer.errors.trim() }
  const [objects = '', shallow = '', format = 'sha1'] = answer.output.toString('utf8').split('\n')

  const name = revision ?? 'HEAD'
  const found = await askGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], here)
  if (found.code !== 0 && revision !== undefined) return { ok: false, code: 'revision-unknown', detail: revision }
  const shallowFile = resolve(location, shallow)
  const place = borrow(room, resolve(location, objects), format, shallowFile)
  const tip = found.code === 0 ? found.output.toString('utf8').trim() : null
  const isShallow = existsSync(shallowFile)
  const origin = await askGit(['config', '--get', 'remote.origin.url'], here)
  return {
    ok: true,
    repository: {
      location,
      place,
      tip,
      isShallow,
      origin: origin.output.toString('utf8').trim() || null,
      mailmap: await mailmapOf(here),
    },
  }
}

/** An empty repository that reads the objects of another. */
function borrow(room: string, objects: string, format: string, shallowFile: string): GitPlace {
  const folder = resolve(room)
  for (const inner of ['objects', 'refs']) mkdirSync(join(folder, inner), { recursive: true })
  const extension = format === 'sha1' ? '' : `[extensions]\n\tobjectFormat = ${format}\n`
  const version = format === 'sha1' ? 0 : 1
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/none\n')
  writeFileSync(join(folder, 'config'), `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n${extension}`)
  // The history of a shallow clone ends where its own list says.
  if (existsSync(shallowFile)) writeFileSync(join(folder, 'shallow'), readFileSync(shallowFile))
  else rmSync(join(folder, 'shallow'), { force: true })
  return { folder, variables: { GIT_DIR: folder, GIT_OBJECT_DIRECTORY: objects } }
}

async function mailmapOf(here: GitPlace): Promise<string> {
  const top = await askGit(['rev-parse', '--show-toplevel'], here)
  if (top.code === 0) {
    const file = join(top.output.toString('utf8').replace(/\n$/, ''), '.mailmap')
    // As git does: a link is not followed.
    const entry = lstatSync(file, { throwIfNoEntry: false })
    if (entry?.isFile() === true && entry.size <= longestMailmap) return readFileSync(file, 'utf8')
  }
  const kept = await askGit(['cat-file', 'blob', 'HEAD:.mailmap'], here)
  return kept.code === 0 && kept.output.length <= longestMailmap ? kept.output.toString('utf8') : ''
}
