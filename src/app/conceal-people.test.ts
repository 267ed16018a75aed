import { describe, expect, it } from 'vitest'
import { concealPeople } from './conceal-people.ts'

const people = [
  { id: 'p-1', name: 'Ida Moor', addresses: ['ida@harbor.example', 'ida.moor@gmail.com'] },
  { id: 'p-2', name: '森 花', addresses: ['hana@harbor.example'] },
]

describe('a text that is to be kept', () => {
  it('calls people of the list by pseudonym and leaves out other addresses', () => {
    const text = 'IDA MOOR <Ida@Harbor.example>, "ida.moor@gmail.com"; 森 花 and (pax@riverton.example)'
    expect(concealPeople(text, people)).toBe('p-1 <p-1>, "p-1"; p-2 and ([address])')
  })

  it('leaves package URLs, projects and longer names as they are, and every line in its place', () => {
    const text = 'pkg:npm/%40harbor/tide@1.0.beta pkg:golang/a/b@v1.x\nforge.example/ida\nIda Moorland\n'
    expect(concealPeople(text, people)).toBe(text)
  })
})
