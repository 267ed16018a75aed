import { describe, expect, it } from 'vitest'
import { projectOfAddress } from './project.ts'

describe('the project that an address names', () => {
  it.each([
    'https://github.com/lodash/lodash',
    'git+https://github.com/lodash/lodash.git',
    'git://github.com/Lodash/Lodash.git#4.17',
    'git@github.com:lodash/lodash.git',
    'git+ssh://git@github.com/lodash/lodash.git',
    'https://www.github.com/lodash/lodash/tree/main/packages/x',
    'scm:git:https://github.com/lodash/lodash.git',
  ])('is the same however it is written: %s', (address) => {
    expect(projectOfAddress(address)).toBe('github.com/lodash/lodash')
  })

  it('keeps the whole path on hosts of another layout', () => {
    expect(projectOfAddress('https://git.example.org/group/sub/project.git')).toBe('git.example.org/group/sub/project')
  })

  it.each(['', 'lodash', 'https://github.com/lodash', 'https://github.com/', './local/path', 'NOASSERTION'])(
    'is unknown for %s',
    (address) => {
      expect(projectOfAddress(address)).toBeUndefined()
    },
  )
})
