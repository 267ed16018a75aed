/**
 * A sentence with slots. The words of a language decide the order; what fills a slot (a figure, a name, a command) is
 * up to the caller, so that a number never leaves its figure on the way into a sentence.
 */

export type Phrase<T> = readonly (string | T)[]

/** A slot that the grammar counts: `n` chooses the plural form, `shown` is what stands in the sentence. */
export type Counted<T> = { readonly n: number; readonly shown: T }

/** Template tag: keeps the slots as they are. */
export function say<T>(texts: TemplateStringsArray, ...slots: readonly (T | string)[]): Phrase<T> {
  const pieces: (string | T)[] = []
  for (const [index, text] of texts.entries()) {
    if (text !== '') pieces.push(text)
    const slot = slots[index]
    if (index < slots.length && slot !== undefined) pieces.push(slot)
  }
  return pieces
}
