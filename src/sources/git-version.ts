import { askGit } from './git-command.ts'

/** The version of the `git` command; undefined where there is none. */
export async function gitVersion(): Promise<string | undefined> {
  const { code, output } = await askGit(['version'], { folder: '/' })
  return code === 0 ? /(\d+(?:\.\d+)+)/.exec(output.toString())?.[1] : undefined
}
