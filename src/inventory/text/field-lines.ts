import { lines } from './place.ts'

/** The lines of a JSON text from the first to the last of the given fields with these values; line 1 where none is found. */
export function fieldLines(text: string, fields: Readonly<Record<string, string | null>>): string {
  const found: number[] = []
  for (const [index, row] of text.split('\n').entries()) {
    for (const [key, value] of Object.entries(fields)) {
      if (value !== null && row.includes(JSON.stringify(key)) && row.includes(value)) found.push(index + 1)
    }
    // Further down the same words stand in lists of other packages.
    if (found.length >= Object.keys(fields).length) break
  }
  return found.length === 0 ? lines(1) : lines(Math.min(...found), Math.max(...found))
}
