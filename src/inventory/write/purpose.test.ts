import { describe, expect, it } from 'vitest'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { targets } from './targets.generated.ts'

const text = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [
    { type: 'container', name: 'a', version: '1' },
    { type: 'device-driver', name: 'b', version: '1' },
    { type: 'operating-system', name: 'c', version: '1' },
  ],
})

describe('what kind of software a component is', () => {
  it.each([
    ['cyclonedx-1.7', ['"type": "container"', '"type": "device-driver"', '"type": "operating-system"'], []],
    ['spdx-2.3', ['"CONTAINER"', '"OPERATING_SYSTEM"'], ['device-driver']],
    ['spdx-3.0', ['"container"', '"deviceDriver"', '"operatingSystem"'], []],
  ])('is kept in %s where it has the word, and listed where not', (id, words, missing) => {
    const document = readDocument(sourceFile('bom.json', Buffer.from(text)))
    const target = targets.find((known) => known.id === id)
    if (document === undefined || target === undefined) throw new Error('the sample must be readable')
    const written = target.write(document, {
      created: '2026-11-22T00:00:00.000Z',
      uuid: '3e671687-395b-51f5-a30f-a58921a69b79',
      name: 'sample',
      toolVersion: '0.1.0',
    })
    expect(words.filter((word) => !written.text.includes(word))).toEqual([])
    expect(written.lost.filter(({ what }) => what === 'kind').map(({ detail }) => detail)).toEqual(missing)
  })
})
