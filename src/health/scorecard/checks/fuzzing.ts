import { answer, defineCheck, place, undecided } from '#health/scorecard/check.ts'
import { hasCommands } from '#health/scorecard/workflow.ts'

/** By the ending of a file, what a fuzz target or a property test in it looks like. */
const targets: readonly { readonly files: RegExp; readonly target: RegExp }[] = [
  { files: /_test\.go$/, target: /func\s+Fuzz\w+\s*\(\w+\s+\*testing\.F\)/ },
  { files: /\.(?:c|cc|cpp|swift)$/, target: /LLVMFuzzerTestOneInput/ },
  { files: /\.rs$/, target: /libfuzzer_sys/ },
  { files: /\.py$/, target: /import atheris/ },
  { files: /\.java$/, target: /com\.code_intelligence\.jazzer\.api\.FuzzedDataProvider;/ },
  { files: /\.[jt]sx?$/, target: /(?:from\s+|require\(\s*)['"](?:fast-check|@fast-check\/(?:ava|jest|vitest))['"]/ },
  {
    files: /\.l?hs$/,
    target: /import\s+(?:qualified\s+)?Test\.(?:(?:Hspec|Tasty)\.)?(?:QuickCheck|Hedgehog|Validity|SmallCheck)/,
  },
  { files: /\.exs?$/, target: /use\s+(?:PropCheck|ExUnitProperties)/ },
  { files: /\.[eh]rl$/, target: /-include_lib\("(?:eqc|proper)\/include\/(?:eqc|proper)\.hrl"\)\./ },
  { files: /\.cs$/, target: /using\s+(?:FsCheck(?:\.(?:NUnit|Xunit))?|Expecto\.ExpectoFsCheck);/ },
]

/** Sources are not read here, and OSS-Fuzz keeps its list elsewhere: what is not found may still be. */
export const check = defineCheck({
  id: 'fuzzing',
  name: 'Fuzzing',
  label: 'Fed with random input',
  source: 'checks/raw/fuzzing.go',
  assess: ({ files: { texts } }) => {
    const found = Object.keys(texts)
      .filter(
        (path) =>
          (path === '.clusterfuzzlite/Dockerfile' && hasCommands(texts[path] ?? '')) ||
          targets.some(({ files, target }) => files.test(path) && target.test(texts[path] ?? '')),
      )
      .sort()
    return found.length > 0
      ? answer(
          10,
          'found',
          found.map((path) => place(path)),
        )
      : undecided('not-kept-here')
  },
})
