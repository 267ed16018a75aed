import { expect, it } from 'vitest'
import { authoredPaths } from './authored-paths.ts'

it.each([
  'vendor/github.com/pkg/errors/errors.go',
  'web/node_modules/a/index.js',
  'package-lock.json',
  'backend/Cargo.lock',
  'go.sum',
  'static/app.min.js',
  'api/service.pb.go',
  'pkg/zz_generated.deepcopy.go',
  'src/commands.generated.ts',
  'test/__snapshots__/a.test.ts.snap',
])('%s was not written by hand', (path) => expect(authoredPaths.isAuthored(path)).toBe(false))

it.each(['src/vendor.ts', 'lib/generator.py', 'docs/lock.md', 'Dockerfile', 'src/distance/index.ts', 'mock_data.py'])(
  '%s was',
  (path) => expect(authoredPaths.isAuthored(path)).toBe(true),
)
