/** Text in the form in which it is compared and searched. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
