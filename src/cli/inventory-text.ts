/** What the questions about the inventory print for a person. */

import type { DeclaredAnswer, WhereAnswer, WithoutAnswer } from '#app/inventory-questions.ts'
import type { Figure } from '#domain/figure.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

const mostListed = 20

export function whereText({ package: asked, products }: WhereAnswer, words: Words): string {
  const labels = words.cli.inventory
  const rows = products.map(({ product, versions, path, through }) => [
    product,
    versions.map((version) => version ?? labels.noVersion).join(', '),
    path.length === 0 ? labels.noPath : path.join(' → '),
    through.join(', '),
  ])
  return `${asked}\n\n${alignedTable([labels.product, labels.versions, labels.path, labels.through], rows)}`
}

export function withoutText({ package: asked, products, goneEverywhere }: WithoutAnswer, words: Words): string {
  const labels = words.cli.inventory
  const rows = products.map(({ product, gone, undecided }) => [product, gone.length, undecided])
  const listed = goneEverywhere.slice(0, mostListed).map((name) => `  ${name}\n`)
  const more =
    goneEverywhere.length > mostListed ? `  ${words.cli.moreNotShown(goneEverywhere.length - mostListed)}\n` : ''
  return `${asked}\n\n${alignedTable([labels.product, labels.gone, labels.undecided], rows)}\n${labels.goneEverywhere}: ${goneEverywhere.length}\n${listed.join('')}${more}`
}

export function declaredText({ units, unknownProducts, issues }: DeclaredAnswer, words: Words): string {
  const labels = words.cli.inventory
  const shown = (figure: Figure<number>): string =>
    figure.known ? figure.value.toLocaleString('en-US', { maximumFractionDigits: 1 }) : words.unknownReasons[figure.why]
  const rows = units.map(({ unit, declared, found, factor, onlyDeclared }) => [
    unit ?? labels.noUnit,
    shown(declared.figure),
    shown(found.figure),
    shown(factor.figure),
    onlyDeclared.length,
  ])
  const head = [labels.unit, labels.declared, labels.found, labels.factor, labels.onlyDeclared]
  const odd = [
    ...unknownProducts.map(({ product }) => `${labels.unknownProduct(product)}\n`),
    ...issues.map(({ where, code }) => `${words.cli.noticed(where, words.issues[code])}\n`),
  ]
  return `${alignedTable(head, rows)}${odd.length === 0 ? '' : `\n${odd.join('')}`}`
}
