import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { guessLicense } from './guess.ts'

describe('guesses of free-text license statements', () => {
  it.each([
    ['Apache 2', 'Apache-2.0', 'alias'],
    ['The Apache License, Version 2.0', 'Apache-2.0', 'spelling'],
    ['Mozilla Public License 2.0', 'MPL-2.0', 'listed-name'],
    ['MIT License', 'MIT', 'spelling'],
    ['Expat', 'MIT', 'alias'],
    ['GPLv3+', 'GPL-3.0-or-later', 'gnu-wording'],
    ['GPL v2 or later', 'GPL-2.0-or-later', 'gnu-wording'],
    ['GNU Lesser General Public License, Version 2.1', 'LGPL-2.1-only', 'gnu-wording'],
    [
      'GNU General Public License, version 2 (GPL2), with the classpath exception',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'gnu-wording',
    ],
    ['GPL', 'GPL-1.0-or-later', 'gnu-wording'],
    ['BSD', 'BSD-3-Clause', 'family-without-version'],
    ['https://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0', 'address'],
    ['http://www.opensource.org/licenses/mit-license.php', 'MIT', 'address'],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode', 'CC-BY-NC-SA-4.0', 'address'],
    ['https://www.gnu.org/licenses/old-licenses/gpl-2.0.html', 'GPL-2.0-only', 'address'],
    [
      'License :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)',
      'LGPL-3.0-or-later',
      'classifier',
    ],
    ['License :: OSI Approved :: BSD License', 'BSD-3-Clause', 'classifier'],
    ['Business Source License 1.1', 'BUSL-1.1', 'listed-name'],
    ['Llama 3.1 Community License', 'LicenseRef-Llama', 'model-terms'],
    ['bigscience-bloom-rail-1.0', 'LicenseRef-OpenRAIL', 'model-terms'],
    ['UNLICENSED', 'LicenseRef-Proprietary', 'alias'],
  ])('reads %s as %s by the rule %s', (text, expression, rule) => {
    expect(guessLicense(text)).toEqual({ expression, rule })
  })

  it.each([
    ['MIT/Apache-2.0', 'MIT OR Apache-2.0'],
    ['GPLv2+ and BSD', 'GPL-2.0-or-later AND BSD-3-Clause'],
    ['(GPLv2+ or LGPLv3+) and GPLv3+', '(GPL-2.0-or-later OR LGPL-3.0-or-later) AND GPL-3.0-or-later'],
    ['LGPL-3.0, GPL-3.0', 'LGPL-3.0 AND GPL-3.0'],
    ['MIT, BSD, or GPL', 'MIT OR BSD-3-Clause OR GPL-1.0-or-later'],
    ['Dual licensed under MIT and GPLv2', 'MIT OR GPL-2.0-only'],
    ['Common Development and Distribution License (CDDL) v1.0', 'CDDL-1.0'],
    ['MIT/X11, GPL-2.0', 'MIT AND GPL-2.0'],
  ])('reads the list %s as %s', (text, expression) => {
    expect(guessLicense(text).expression).toBe(expression)
  })

  it('keeps what it cannot read in a list, so that the whole stays unknown', () => {
    expect(guessLicense('GPL-2.0, public-whatever')).toEqual({
      expression: 'GPL-2.0 AND LicenseRef-unread-public-whatever',
      rule: 'list-partly-read',
    })
  })

  it.each(['See LICENSE in docs/terms.txt', 'custom', 'unknown', 'My License', 'GPL-2.1 or GPL-9', 'permissive'])(
    'does not guess a license out of "%s"',
    (text) => {
      const { expression } = guessLicense(text)
      expect(expression === null || expression.includes('LicenseRef-unread')).toBe(true)
    },
  )

  it('never throws, and guesses only expressions that parse', () => {
    const words = fc.constantFrom(
      'MIT',
      'GPL',
      'v2',
      '2.0',
      'or',
      'and',
      ',',
      '/',
      '(',
      ')',
      '+',
      'License',
      'later',
      'BSD',
      '|',
    )
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { expression } = guessLicense(text)
        return expression === null || parseLicenseExpression(expression).ok
      }),
      { numRuns: 3000 },
    )
  })
})
