import { satisfies } from '#ecosystems/ranges.ts'
import { compareVersions } from '#ecosystems/versions.ts'
import { flagsField, textField, type Answerer, type Refused } from './line.ts'

export const answerVersionCompare: Answerer = (line) => {
  const ecosystem = textField(line, 'ecosystem')
  const order = compareVersions(ecosystem, textField(line, 'a'), textField(line, 'b'))
  return order === undefined ? unknownEcosystem(ecosystem) : { ok: true, order }
}

export const answerVersionSatisfies: Answerer = (line) => {
  const ecosystem = textField(line, 'ecosystem')
  const options = flagsField(line, 'options', ['loose', 'includePrerelease', 'prereleases'])
  const satisfied = satisfies(ecosystem, textField(line, 'range'), textField(line, 'version'), options)
  return satisfied === undefined ? unknownEcosystem(ecosystem) : { ok: true, satisfies: satisfied }
}

function unknownEcosystem(ecosystem: string): Refused {
  return { ok: false, code: 'unknown-ecosystem', message: `No version order is known for "${ecosystem}".` }
}
