import { describe, expect, it } from 'vitest'
import { isBot } from './bots.ts'

describe('accounts that are no people', () => {
  const bots = [
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
    ['Renovate Bot', 'bot@renovateapp.com'],
    ['k8s-ci-robot', 'k8s-ci-robot@users.noreply.github.com'],
    ['GitHub', 'github-actions@github.com'],
    ['snyk-bot', 'snyk-bot@snyk.io'],
    ['greenkeeperio-bot', 'support@greenkeeper.io'],
    ['release_bot', 'ci@harbor.example'],
  ]
  it.each(bots)('%s is one', (name = '', email = '') => expect(isBot({ name, email })).toBe(true))

  const people = [
    ['Jane Abbott', 'jane.abbott@harbor.example'],
    ['Karel Robota', 'karel@robotics.example'],
    ['Botond Szabo', 'botond@harbor.example'],
  ]
  it.each(people)('%s is a person', (name = '', email = '') => expect(isBot({ name, email })).toBe(false))
})
