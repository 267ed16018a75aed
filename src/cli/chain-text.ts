/** What `explain` prints for a person: the figure, how it was made, and every original it rests on. */

import type { Explained } from '#app/explain.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { methodWords } from '#text/method-label.ts'
import type { Words } from '#text/words.ts'

const longestExcerpt = 600

export function chainText(chain: Explained, words: Words): string {
  return `${lines(chain, words, '').join('\n')}\n`
}

export function figureListText(figures: readonly NamedFigure[], words: Words): string {
  return figures
    .map(({ id, figure }) => `${id}  ${figure.known ? valueText(figure.value) : words.unknownReasons[figure.why]}\n`)
    .join('')
}

function lines(chain: Explained, words: Words, indent: string): readonly string[] {
  const labels = words.cli.chain
  const value = chain.known ? valueText(chain.value) : words.unknownReasons[chain.why ?? 'failed']
  const inner = `${indent}  `
  const method = chain.method === null ? undefined : methodWords(chain.method, words)
  return [
    `${indent}${chain.figure}`,
    `${inner}= ${value}`,
    ...(chain.method === null ? [] : [`${inner}${labels.method(chain.method, chain.version ?? 0)}`]),
    ...(method === undefined ? [] : [`${inner}  ${method.name}: ${method.meaning}`]),
    ...(chain.formula === null ? [] : [`${inner}  ${chain.formula}`, `${inner}  (${chain.formulaSource ?? ''})`]),
    ...chain.assumptions.map((id, index) => `${inner}${labels.assumed(chain.assumptionLabels[index] ?? id, id)}`),
    ...chain.declared.map(({ by, on, note }) => `${inner}${labels.declared(by, on, note)}`),
    ...chain.evidence.flatMap((evidence) => [
      `${inner}${labels.evidence(evidence.source, evidence.at ?? '', evidence.retrieved.slice(0, 10))}`,
      `${inner}  sha256 ${evidence.sha256} ${labels.verified}`,
      ...(evidence.at === null ? [] : excerptLines(evidence.excerpt).map((line) => `${inner}  │ ${line}`)),
    ]),
    ...chain.inputs.flatMap((input) => lines(input, words, inner)),
    ...(chain.moreInputs > 0 ? [`${inner}${labels.moreInputs(chain.moreInputs)}`] : []),
  ]
}

function excerptLines(excerpt: string): readonly string[] {
  const shown = excerpt.length > longestExcerpt ? `${excerpt.slice(0, longestExcerpt)} …` : excerpt
  return shown
    .replaceAll(/[^\P{Cc}\n\t]/gu, '�')
    .split('\n')
    .slice(0, 16)
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 4 })
  return typeof value === 'string' ? value : JSON.stringify(value)
}
