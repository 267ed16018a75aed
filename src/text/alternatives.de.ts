/** Words about what could be bought in place of open source, in German. */

import type { alternatives as en } from './alternatives.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)
const products = (n: number): string => `${count(n)} ${plural(n, { one: 'Produkt', other: 'Produkte' })}`

export const alternatives: typeof en = {
  compare: 'Zeigen, was proprietäre Alternativen im Jahr kosten würden, und andere durchspielen',
  prices: 'Preisliste mit dem Alter jedes Preises zeigen',
  options: {
    switch: 'was wäre, wenn ein anderer Preis gälte, als ERSETZUNG=PREIS; mehrfach möglich',
    quantity: 'was wäre, wenn es so viele wären, als ERSETZUNG=ZAHL; mehrfach möglich',
    discount: 'was wäre, wenn so viel Rabatt gegeben würde, als ERSETZUNG=0.4; mehrfach möglich',
    buy: 'was wäre, wenn die Alternative gekauft würde; Kennung einer Ersetzung; mehrfach möglich',
    leave: 'was wäre, wenn das Gekaufte durch Open Source abgelöst würde; Kennung einer Ersetzung; mehrfach möglich',
    acknowledge:
      'was wäre, wenn ein Preis, der auf eine Prüfung wartet, noch gälte; Kennung eines Preises; mehrfach möglich',
    stale: 'nur Preise, die auf eine Prüfung warten',
  },
  function: 'Aufgabe',
  where: 'Wo',
  everywhere: 'die ganze Organisation',
  instead: 'Anstelle von',
  quantity: 'Menge',
  fits: (share) => `passt zu ${share}`,
  gross: 'Listenpreis im Jahr',
  discounted: 'Nach Rabatt',
  net: 'Nach eigenem Aufwand',
  total: 'Summe',
  state: 'Stand',
  states: {
    priced: 'bewertet',
    'paid-already': 'schon bezahlt',
    'no-quantity': 'Menge nicht angegeben',
    'price-stale': 'Preis wartet auf Prüfung',
    'no-exchange-rate': 'kein Wechselkurs',
  },
  runCostsMissing: 'Betriebskosten nicht angegeben',
  nothingStated: 'Niemand hat angegeben, was anstelle wovon steht. Das ist unbekannt, nicht null.',
  covered: (known, of) => `${count(known)} von ${count(of)} Aufgaben bewertet`,
  netCovered: (known, of) => `${count(known)} von ${count(of)} mit eigenen Kosten und denen der Alternative`,
  apart: 'Eine andere Frage als die nach den Kosten eines Nachbaus: Beides nie zusammenzählen.',
  bands: 'Spannen reichen von niedrig bis hoch; Listenpreise stehen so auf der genannten Seite, und wenige zahlen sie.',
  leftOut: 'Ausgelassen, und warum',
  notes: 'Hinweise',
  stale: (price, days, asOf) =>
    `${price}: Der Preis ist vom ${asOf}, ${days} Tage alt. Prüfen und unter acknowledgedPrices nennen, oder unter prices den eigenen eintragen.`,
  undated: (price) =>
    `${price}: Die Quelle des Preises nennt keinen Tag. Prüfen und unter acknowledgedPrices nennen, oder unter prices den eigenen eintragen.`,
  notFound: (substitution, part) => `${substitution}: Kein Dokument nennt ${part}; es ist nur angegeben`,
  shared: (substitution, others) => `${substitution}: einmal gekauft, zusammen mit ${others}`,
  assumptions: 'Annahmen',
  isDefault: 'unsere eigene Vorgabe',
  candidates: 'Ließe sich bewerten',
  candidate: (name, n) => `${name}, ${products(n)}; Menge angeben`,
  candidateSign: (name, n) =>
    `${name}, ${products(n)} mit einem Client oder Treiber dafür; Menge angeben, wo eines läuft`,
  snippet: 'Für organization.yaml:',
  snippetQuantity: (metric) => `wie viele, gezählt als ${metric}`,
  snippetSource: 'wer gezählt hat, und wann',
  whatIf: 'Was wäre, wenn',
  before: 'Vorher',
  after: 'Nachher',
  difference: 'Unterschied',
  nothingChanges: 'Nichts ändert sich.',
  elseSame: 'Alles, was nicht genannt wurde, bleibt wie angegeben.',
  priceList: {
    id: 'Preis',
    alternative: 'Alternative',
    price: 'Listenpreis',
    metric: 'Je',
    asOf: 'Stand',
    age: 'Tage alt',
    quality: 'Quelle',
    noDay: 'kein Tag genannt',
    qualities: { 1: 'Hersteller', 2: 'zitiert den Hersteller', 3: 'Beratung' },
    stale: 'erst prüfen',
    fresh: 'zählt',
    unpriced: 'Bekannt, aber ohne belegbaren Preis: unter prices den eigenen eintragen',
    reasons: {
      'pages-disagree': 'Seiten widersprechen sich',
      'range-only': 'nur eine Spanne gefunden',
      'none-found': 'keiner gefunden',
    },
    sum: (stale, of) => `${count(stale)} von ${count(of)} Preisen warten darauf, dass jemand sie prüft`,
  },
}
