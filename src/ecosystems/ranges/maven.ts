/** Interval notation of Maven: `[1.0,2.0)`, several joined by commas. A bare version is a wish, which any version meets. */

import { allHold } from '#ecosystems/constraint.ts'
import { readIntervals } from '#ecosystems/interval-notation.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { scheme } from '#ecosystems/schemes/maven.ts'

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'maven',
  label: 'Maven ranges',
  source: 'https://maven.apache.org/pom.html#dependency-version-requirement-specification',
  read: (text) => {
    if (/^[\w.+-]+$/.test(text.trim())) return () => true
    const intervals = readIntervals(text)
    return intervals && ((version) => intervals.some((interval) => allHold(interval, version, compare)))
  },
})
