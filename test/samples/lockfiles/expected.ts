/** What each sample beside this file holds: printed by the reader of the same name, read through entry by entry, then kept. */

export type ExpectedLockfile = {
  readonly file: string
  /** Package URL (or `none NAME VERSION`), scope, directness, place. */
  readonly parts: readonly string[]
  readonly edges: readonly (readonly [number, number])[]
  /** Code and place. */
  readonly refused: readonly string[]
  readonly issues: readonly string[]
}

/** By folder: a reader's id, with a number behind it for another version of the format. */
export const expectedLockfiles: Readonly<Record<string, ExpectedLockfile>> = {
  'apk-installed': {
    file: 'lib/apk/db/installed',
    parts: [
      'pkg:apk/alpine/musl@1.2.4-r1?arch=x86_64&distro=alpine-3.18.4 runtime unknown line 2-3',
      'pkg:apk/alpine/zlib@1.2.13-r1?arch=x86_64&distro=alpine-3.18.4 runtime unknown line 9-10',
    ],
    edges: [[1, 0]],
    refused: [],
    issues: [],
  },
  'bun-lock': {
    file: 'bun.lock',
    parts: [
      'pkg:npm/chalk@4.1.2 runtime direct line 12',
      'pkg:npm/is-number?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fjonschlinkert%2Fis-number.git%4098e8ff1 development direct line 14',
      'pkg:npm/supports-color@9.0.0 unknown transitive line 16',
      'pkg:npm/supports-color@7.2.0 runtime transitive line 20',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [0, 3],
    ],
    refused: ['local-source line 18'],
    issues: ['part-without-version line 14'],
  },
  'cabal-freeze': {
    file: 'cabal.project.freeze',
    parts: ['pkg:hackage/aeson@2.1.2.1 unknown unknown line 2', 'pkg:hackage/text@2.0.2 unknown unknown line 4'],
    edges: [],
    refused: [],
    issues: [],
  },
  'cargo-lock': {
    file: 'Cargo.lock',
    parts: [
      'pkg:cargo/criterion@0.5.1 development direct line 11-13',
      'pkg:cargo/serde@1.0.188 runtime direct line 19-21',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [0, 1],
    ],
    refused: [],
    issues: [],
  },
  'cargo-toml': {
    file: 'Cargo.toml',
    parts: ['pkg:cargo/serde@1.0.188 runtime direct line 6', 'pkg:cargo/criterion development direct line 10'],
    edges: [
      [-1, 0],
      [-1, 1],
    ],
    refused: ['local-source line 7'],
    issues: ['part-not-versioned line 10'],
  },
  'composer-json': {
    file: 'composer.json',
    parts: [
      'pkg:composer/monolog/monolog@2.9.1 runtime direct /require/monolog~1monolog',
      'pkg:composer/phpunit/phpunit development direct /require-dev/phpunit~1phpunit',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
    ],
    refused: [],
    issues: ['part-not-versioned /require-dev/phpunit~1phpunit'],
  },
  'composer-lock': {
    file: 'composer.lock',
    parts: [
      'pkg:composer/monolog/monolog@2.9.1 runtime direct /packages/0',
      'pkg:composer/psr/log@3.0.0 runtime transitive /packages/1',
      'pkg:composer/phpunit/phpunit@10.3.5 development direct /packages-dev/0',
    ],
    edges: [
      [0, 1],
      [-1, 0],
      [-1, 2],
    ],
    refused: [],
    issues: [],
  },
  'conan-lock': {
    file: 'conan.lock',
    parts: [
      'pkg:conan/zlib@1.2.13 runtime unknown /requires/0',
      'pkg:conan/fmt@10.1.1?channel=stable&user=harbor runtime unknown /requires/1',
      'pkg:conan/cmake@3.27.7 development unknown /build_requires/0',
    ],
    edges: [],
    refused: [],
    issues: [],
  },
  conanfile: {
    file: 'conanfile.txt',
    parts: [
      'pkg:conan/zlib@1.2.13 runtime direct line 2',
      'pkg:conan/fmt runtime direct line 3',
      'pkg:conan/cmake@3.27.7 development direct line 6',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: [],
    issues: ['part-not-versioned line 3'],
  },
  'conda-environment': {
    file: 'environment.yml',
    parts: [
      'pkg:conda/python runtime direct line 5',
      'pkg:conda/numpy@1.26.0?channel=conda-forge runtime direct line 6',
      'pkg:conda/scipy@1.11.3 runtime direct line 7',
      'pkg:conda/pip runtime direct line 8',
      'pkg:pypi/flask@3.0.0 runtime direct line 10',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
      [-1, 3],
      [-1, 4],
    ],
    refused: [],
    issues: ['part-not-versioned line 5', 'part-without-version line 8'],
  },
  'dpkg-status': {
    file: 'var/lib/dpkg/status',
    parts: [
      'pkg:deb/debian/libc6@2.36-9%2Bdeb12u3?arch=amd64&distro=debian-12&upstream=glibc runtime unknown line 1-6',
      'pkg:deb/debian/libgcc-s1@12.2.0-14?arch=amd64&distro=debian-12&upstream=gcc-12%4012.2.0-14 runtime unknown line 11-15',
    ],
    edges: [[0, 1]],
    refused: ['not-installed line 17-20'],
    issues: [],
  },
  'flake-lock': {
    file: 'flake.lock',
    parts: [
      'pkg:github/numtide/flake-utils@11707dc2f618dd54ca8739b309ec4fc024de578b unknown direct /nodes/flake-utils',
      'pkg:github/nixos/nixpkgs@18dd725c29603f582cf1900e0d25f9f1063dbf11 unknown direct /nodes/nixpkgs',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [0, 1],
    ],
    refused: ['local-source /nodes/systems'],
    issues: [],
  },
  gemfile: {
    file: 'Gemfile',
    parts: [
      'pkg:gem/nokogiri runtime direct line 3',
      'pkg:gem/rack?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Frack%2Frack.git runtime direct line 4',
      'pkg:gem/rspec development direct line 8',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: ['local-source line 5'],
    issues: ['part-without-version line 3', 'part-without-version line 4', 'part-not-versioned line 8'],
  },
  'gemfile-lock': {
    file: 'Gemfile.lock',
    parts: [
      'pkg:gem/rack@2.2.3?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Frack%2Frack.git%40027dbe2e56397b534e859fc283990cad1b6addd6 runtime direct line 5',
      'pkg:gem/nokogiri@1.15.4?platform=x86_64-linux runtime direct line 15',
      'pkg:gem/racc@1.7.1 runtime transitive line 17',
      'pkg:gem/rspec@3.12.0 development direct line 18',
    ],
    edges: [
      [1, 2],
      [-1, 1],
      [-1, 0],
      [-1, 3],
    ],
    refused: ['local-source line 10'],
    issues: [],
  },
  'github-workflow': {
    file: '.github/workflows/build.yml',
    parts: [
      'pkg:github/harbor/shared#.github/workflows/build.yml development direct line 4',
      'pkg:github/actions/checkout@v4 development direct line 7',
      'pkg:github/actions/setup-node@1a4442cacd436585916779262731d5b162bc6ec7 development direct line 8',
      'pkg:docker/alpine@3.18 development direct line 10',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
      [-1, 3],
    ],
    refused: ['local-source line 9'],
    issues: ['part-not-versioned line 4'],
  },
  'go-mod': {
    file: 'go.mod',
    parts: [
      'pkg:golang/github.com/google/uuid@v1.6.0 runtime direct line 6',
      'pkg:golang/golang.org/x/text@v0.3.8 runtime transitive line 14',
      'pkg:golang/github.com/stretchr/testify@v1.8.0 unknown transitive go.sum line 5',
    ],
    edges: [[-1, 0]],
    refused: ['local-source line 12'],
    issues: [],
  },
  'go-sum': {
    file: 'go.sum',
    parts: ['pkg:golang/github.com/google/uuid@v1.6.0 unknown unknown line 1'],
    edges: [],
    refused: [],
    issues: [],
  },
  'gradle-catalog': {
    file: 'libs.versions.toml',
    parts: [
      'pkg:maven/com.google.code.gson/gson@2.10.1 unknown direct line 5',
      'pkg:maven/com.squareup.okio/okio@3.5.0 unknown direct line 6',
      'pkg:maven/org.jetbrains.kotlin/kotlin-stdlib@1.9.0 unknown direct line 7',
      'pkg:maven/com.google.guava/guava unknown direct line 8',
      'pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin@1.9.0 development direct line 11',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
      [-1, 3],
      [-1, 4],
    ],
    refused: [],
    issues: ['part-not-versioned line 8'],
  },
  'gradle-lockfile': {
    file: 'gradle.lockfile',
    parts: [
      'pkg:maven/junit/junit@4.13.2 development unknown line 2',
      'pkg:maven/org.springframework/spring-core@5.3.20 runtime unknown line 3',
    ],
    edges: [],
    refused: [],
    issues: [],
  },
  'mix-lock': {
    file: 'mix.lock',
    parts: [
      'pkg:hex/jason@1.4.1 unknown unknown line 2',
      'pkg:hex/decimal@2.1.1 unknown unknown line 3',
      'pkg:hex/plug?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Felixir-plug%2Fplug.git%401de1dcc3e1fbb2f5e1bf4b0c2d7b3c5a3d3f1e2a unknown unknown line 4',
    ],
    edges: [[0, 1]],
    refused: [],
    issues: ['part-without-version line 4'],
  },
  'msbuild-project': {
    file: 'Harbor.csproj',
    parts: ['pkg:nuget/Newtonsoft.Json@13.0.3 runtime direct line 3', 'pkg:nuget/Serilog@3.1.1 runtime direct line 4'],
    edges: [
      [-1, 0],
      [-1, 1],
    ],
    refused: [],
    issues: [],
  },
  'npm-list': {
    file: 'npm-ls.json',
    parts: [
      'pkg:npm/express@4.18.2 unknown direct /dependencies/express',
      'pkg:npm/debug@2.6.9 unknown transitive /dependencies/express/dependencies/debug',
    ],
    edges: [
      [-1, 0],
      [0, 1],
    ],
    refused: ['not-installed /dependencies/mocha'],
    issues: [],
  },
  'npm-shrinkwrap': {
    file: 'npm-shrinkwrap.json',
    parts: ['pkg:npm/lodash@4.17.21 runtime direct /packages/node_modules~1lodash'],
    edges: [[-1, 0]],
    refused: [],
    issues: [],
  },
  'nuget-central': {
    file: 'Directory.Packages.props',
    parts: [
      'pkg:nuget/Newtonsoft.Json@13.0.3 runtime unknown line 6',
      'pkg:nuget/Serilog@3.1.1 runtime unknown line 7',
      'pkg:nuget/NUnit runtime unknown line 8',
    ],
    edges: [],
    refused: [],
    issues: ['part-not-versioned line 8'],
  },
  'nuget-config': {
    file: 'packages.config',
    parts: ['pkg:nuget/Newtonsoft.Json@13.0.3 runtime unknown line 3'],
    edges: [],
    refused: [],
    issues: [],
  },
  'nuget-lock': {
    file: 'packages.lock.json',
    parts: [
      'pkg:nuget/Serilog@3.1.1 runtime direct /dependencies/net8.0/Serilog',
      'pkg:nuget/System.Memory@4.5.5 runtime transitive /dependencies/net8.0/System.Memory',
    ],
    edges: [
      [-1, 0],
      [0, 1],
    ],
    refused: [],
    issues: [],
  },
  'package-json': {
    file: 'package.json',
    parts: [
      'pkg:npm/lodash@4.17.21 runtime direct /dependencies/lodash',
      'pkg:npm/express runtime direct /dependencies/express',
      'pkg:npm/mocha development direct /devDependencies/mocha',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: ['local-source /dependencies/tides'],
    issues: ['part-not-versioned /dependencies/express', 'part-not-versioned /devDependencies/mocha'],
  },
  'package-lock': {
    file: 'package-lock.json',
    parts: [
      'pkg:npm/express@4.18.2 runtime direct /packages/node_modules~1express',
      'pkg:npm/debug@2.6.9 runtime transitive /packages/node_modules~1express~1node_modules~1debug',
      'pkg:npm/ms@2.0.0 runtime transitive /packages/node_modules~1ms',
      'pkg:npm/fsevents@2.3.2 optional transitive /packages/node_modules~1fsevents',
      'pkg:npm/is-number@7.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fjonschlinkert%2Fis-number.git%4098e8ff1da1a89f93d1397a24d7413ed15421c139 runtime direct /packages/node_modules~1is-number',
      'pkg:npm/lodash@4.17.4 runtime direct /packages/node_modules~1lodash',
      'pkg:npm/mocha@10.2.0 development direct /packages/node_modules~1mocha',
      'pkg:npm/debug@4.3.4 development transitive /packages/node_modules~1debug',
      'pkg:npm/string-width@4.2.3 development transitive /packages/node_modules~1string-width-cjs',
    ],
    edges: [
      [-1, 0],
      [-1, 4],
      [-1, 6],
      [-1, 5],
      [0, 1],
      [0, 3],
      [1, 2],
      [6, 7],
    ],
    refused: ['local-source /packages/node_modules~1tides'],
    issues: [],
  },
  'package-lock-1': {
    file: 'package-lock.json',
    parts: [
      'pkg:npm/debug@2.6.9 runtime transitive /dependencies/debug',
      'pkg:npm/express@4.16.0 runtime direct /dependencies/express',
      'pkg:npm/ms@2.0.0 runtime transitive /dependencies/ms',
      'pkg:npm/qs@6.7.0 development direct /dependencies/qs',
      'pkg:npm/qs@6.5.1 runtime transitive /dependencies/express/dependencies/qs',
    ],
    edges: [
      [0, 2],
      [1, 0],
      [1, 4],
      [-1, 1],
      [-1, 3],
    ],
    refused: ['local-source /dependencies/tides'],
    issues: [],
  },
  'pdm-lock': {
    file: 'pdm.lock',
    parts: [
      'pkg:pypi/flask@3.0.0 runtime unknown line 5-7',
      'pkg:pypi/click@8.1.7 runtime unknown line 12-14',
      'pkg:pypi/pytest@8.0.0 development unknown line 17-19',
    ],
    edges: [[0, 1]],
    refused: [],
    issues: [],
  },
  'pip-freeze': {
    file: 'freeze.txt',
    parts: ['pkg:pypi/flask@3.0.0 runtime unknown line 1'],
    edges: [],
    refused: ['local-source line 2'],
    issues: [],
  },
  'pip-inspect': {
    file: 'pip-inspect.json',
    parts: ['pkg:pypi/flask@3.0.0 unknown direct /installed/0', 'pkg:pypi/click@8.1.7 unknown transitive /installed/1'],
    edges: [
      [-1, 0],
      [0, 1],
    ],
    refused: [],
    issues: [],
  },
  'pipfile-lock': {
    file: 'Pipfile.lock',
    parts: [
      'pkg:pypi/flask@3.0.0 runtime unknown /default/flask',
      'pkg:pypi/pytest@8.0.0 development unknown /develop/pytest',
    ],
    edges: [],
    refused: ['local-source /default/tides'],
    issues: [],
  },
  'pnpm-lock': {
    file: 'pnpm-lock.yaml',
    parts: [
      'pkg:npm/%40babel/core@7.26.0 development direct line 30',
      'pkg:npm/chalk@4.1.2 runtime direct line 34',
      'pkg:npm/fsevents@2.3.3 optional direct line 41',
      'pkg:npm/supports-color@7.2.0 runtime transitive line 45',
    ],
    edges: [
      [0, 3],
      [1, 3],
      [-1, 1],
      [-1, 0],
      [-1, 2],
    ],
    refused: ['local-source line 48'],
    issues: [],
  },
  'pnpm-lock-5': {
    file: 'pnpm-lock.yaml',
    parts: ['pkg:npm/acorn-jsx@5.3.2 runtime direct line 11', 'pkg:npm/acorn@8.7.0 runtime transitive line 17'],
    edges: [
      [0, 1],
      [-1, 0],
    ],
    refused: [],
    issues: [],
  },
  'podfile-lock': {
    file: 'Podfile.lock',
    parts: [
      'pkg:cocoapods/Alamofire@5.8.0 unknown transitive line 2',
      'pkg:cocoapods/Firebase@10.15.0#Core unknown direct line 3',
    ],
    edges: [
      [1, 0],
      [-1, 1],
    ],
    refused: ['local-source line 5'],
    issues: [],
  },
  'poetry-lock': {
    file: 'poetry.lock',
    parts: [
      'pkg:pypi/click@8.1.3 runtime transitive line 3-5',
      'pkg:pypi/flask@2.3.2 runtime direct line 13-15',
      'pkg:pypi/pytest@7.3.1 development direct line 26-28',
    ],
    edges: [
      [1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: ['local-source line 33-35'],
    issues: [],
  },
  pom: {
    file: 'pom.xml',
    parts: [
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 runtime direct line 14-17',
      'pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.13.0 runtime direct line 18-22',
      'pkg:maven/org.slf4j/slf4j-api optional direct line 23-28',
      'pkg:maven/junit/junit@4.13.2 development direct parent/pom.xml line 18-23',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
      [-1, 3],
    ],
    refused: [],
    issues: ['part-not-versioned line 23-28'],
  },
  'pubspec-lock': {
    file: 'pubspec.lock',
    parts: [
      'pkg:pub/collection@1.18.0 unknown transitive line 2-9',
      'none flutter 0.0.0 runtime direct line 10-14',
      'pkg:pub/http@1.1.0 runtime direct line 15-21',
    ],
    edges: [
      [-1, 1],
      [-1, 2],
    ],
    refused: ['local-source line 22-28'],
    issues: ['part-without-purl line 10-14'],
  },
  pylock: {
    file: 'pylock.toml',
    parts: ['pkg:pypi/click@8.1.7 runtime unknown line 4-6', 'pkg:pypi/flask@3.0.0 runtime unknown line 9-11'],
    edges: [[1, 0]],
    refused: ['local-source line 14-15'],
    issues: [],
  },
  pyproject: {
    file: 'pyproject.toml',
    parts: [
      'pkg:pypi/flask@3.0.0 runtime direct line 5',
      'pkg:pypi/click runtime direct line 6',
      'pkg:pypi/pytest development direct line 10',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: [],
    issues: ['part-not-versioned line 6', 'part-without-version line 10'],
  },
  'renv-lock': {
    file: 'renv.lock',
    parts: [
      'pkg:cran/cli@3.6.1 unknown unknown /Packages/cli',
      'pkg:cran/rlang@1.1.1?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fr-lib%2Frlang%40e7ac6a5e9a0f6e1e8e1a3d24d0c6ae8a2c1f3b44 unknown unknown /Packages/rlang',
    ],
    edges: [[1, 0]],
    refused: [],
    issues: [],
  },
  requirements: {
    file: 'requirements.txt',
    parts: [
      'pkg:pypi/django@4.2.1 runtime unknown line 4-5',
      'pkg:pypi/requests runtime unknown line 6',
      'pkg:pypi/pyyaml runtime unknown line 7',
      'pkg:pypi/click?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fpallets%2Fclick.git%408.1.3 runtime unknown line 8',
      'pkg:pypi/urllib3@1.26.8?download_url=https:%2F%2Fregistry.example%2Ffiles%2Furllib3-1.26.8.tar.gz runtime unknown line 10',
      'pkg:pypi/flask@2.3.2 runtime unknown more/web.txt line 2',
    ],
    edges: [],
    refused: ['local-source line 9'],
    issues: [
      'part-not-versioned line 6',
      'part-without-version line 7',
      'part-without-version line 8',
      'cycle more/web.txt line 1',
    ],
  },
  'rpm-list': {
    file: 'rpm-qa.txt',
    parts: [
      'pkg:rpm/fedora/bash@5.2.15-3.fc38?arch=x86_64 runtime unknown line 1',
      'none gpg-pubkey eb10b464-6202d9c6 runtime unknown line 2',
    ],
    edges: [],
    refused: [],
    issues: ['part-without-purl line 2'],
  },
  'stack-lock': {
    file: 'stack.yaml.lock',
    parts: ['pkg:hackage/aeson@2.1.2.1 unknown direct line 3'],
    edges: [],
    refused: [],
    issues: [],
  },
  'swift-resolved': {
    file: 'Package.resolved',
    parts: ['pkg:swift/github.com/apple/swift-nio@2.54.0 unknown unknown /pins/0'],
    edges: [],
    refused: ['local-source /pins/1'],
    issues: [],
  },
  'uv-lock': {
    file: 'uv.lock',
    parts: [
      'pkg:pypi/click@8.1.7 runtime transitive line 4-6',
      'pkg:pypi/flask@3.0.0 runtime direct line 10-12',
      'pkg:pypi/ruff@0.8.1?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fastral-sh%2Fruff%4084748be16341b76e073d117329f7f5f4ee2941ad development direct line 32-34',
    ],
    edges: [
      [1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: ['local-source line 37-39'],
    issues: [],
  },
  vcpkg: {
    file: 'vcpkg.json',
    parts: [
      'pkg:vcpkg/fmt@10.1.1 runtime direct /dependencies/0',
      'pkg:vcpkg/zlib runtime direct /dependencies/1',
      'pkg:vcpkg/protobuf development direct /dependencies/2',
    ],
    edges: [
      [-1, 0],
      [-1, 1],
      [-1, 2],
    ],
    refused: [],
    issues: ['part-not-versioned /dependencies/1', 'part-without-version /dependencies/2'],
  },
  'yarn-berry': {
    file: 'yarn.lock',
    parts: [
      'pkg:npm/chalk@4.1.2 runtime direct line 7-9',
      'pkg:npm/is-number@7.0.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fjonschlinkert%2Fis-number.git%4098e8ff1da1a89f93d1397a24d7413ed15421c139 development direct line 24-26',
      'pkg:npm/supports-color@7.2.0 runtime transitive line 30-32',
    ],
    edges: [
      [0, 2],
      [-1, 0],
      [-1, 1],
    ],
    refused: ['local-source line 36-38'],
    issues: [],
  },
  'yarn-classic': {
    file: 'yarn.lock',
    parts: [
      'pkg:npm/chalk@4.1.2 runtime direct line 4-5',
      'pkg:npm/is-number@7.0.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fjonschlinkert%2Fis-number.git%4098e8ff1da1a89f93d1397a24d7413ed15421c139 development direct line 10-11',
      'pkg:npm/string-width@4.2.3 unknown transitive line 14-15',
      'pkg:npm/supports-color@7.2.0 runtime transitive line 17-18',
    ],
    edges: [
      [0, 3],
      [-1, 0],
      [-1, 1],
    ],
    refused: ['local-source line 20-21'],
    issues: [],
  },
}
