import { answer, defineCheck, findPath, partial, place } from '#health/scorecard/check.ts'

const renovate = ['renovate.json', 'renovate.json5', '.renovaterc', '.renovaterc.json', '.renovaterc.json5']
const scalaSteward = ['.scala-steward.conf', 'scala-steward.conf']

const files = [
  '.github/dependabot.yml',
  '.github/dependabot.yaml',
  ...renovate,
  ...['.github/', '.gitlab/'].flatMap((folder) => renovate.slice(0, 2).map((name) => folder + name)),
  ...['', '.github/', '.config/'].flatMap((folder) => scalaSteward.map((name) => folder + name)),
]

/** A tool that the host runs without a file in the repository is not seen here. */
export const check = defineCheck({
  id: 'dependency-update-tool',
  name: 'Dependency-Update-Tool',
  label: 'A tool keeps dependencies up to date',
  source: 'checks/raw/dependency_update_tool.go',
  assess: (context) => {
    const found = findPath(context.files, files)
    return found === undefined ? partial(0, 'none-found') : answer(10, 'found', [place(found)])
  },
})
