/** Wörter des Berichts über den Wert jenseits der Summe: was sie bewegt, wem er gehört, Alternativen, Beweglichkeit. */

import type { worth as english } from './worth.en.ts'

export const worth: typeof english = {
  sensitivity: 'Was die Summe am stärksten bewegt',
  sensitivityNote: 'Die mittlere Summe, wenn sich eine Annahme ändert und die anderen beim mittleren Wert bleiben.',
  assumption: 'Annahme',
  swing: 'Um wie viel',
  from: 'An einem Ende',
  to: 'Am anderen',
  byProduct: 'Nach Produkt',
  byUnit: 'Nach Einheit, mit den Einheiten darunter',
  atRisk: 'Wert, der auf wenigen ruht',
  conditions: { 'leaning-on-one': 'Pakete an einer Person', unsupported: 'Pakete ohne Unterstützung' },
  subject: 'Für',
  sharedNote:
    'Ein Paket zählt in jeder Zeile einmal; Zeilen dürfen nicht addiert werden: was zwei Produkte teilen, steht in beiden.',
  reuse: 'Anteil von Open Source am Ausgelieferten',
  openLines: 'Zeilen anderer',
  ownLines: 'Eigene Zeilen',
  published: 'Veröffentlichte Anteile, anders gezählt',
  publishedNote:
    'Anteil von Open Source in geprüften Codebeständen, nach Jahr der Ausgabe. Sie stehen neben dem eigenen Anteil und nie darin.',
  year: 'Jahr',
  share: 'Anteil',
  alternatives: {
    label: 'Was man stattdessen kaufen könnte',
    explanation:
      'Was Produkte im Jahr kosten würden, die an die Stelle von Open Source treten könnten. Eine andere Frage als der Nachbau: beides wird nie addiert.',
    gross: 'Zu Listenpreisen',
    discounted: 'Nach Rabatt',
    net: 'Abzüglich des eigenen Betriebs',
    functions: 'Aufgabe für Aufgabe',
    serves: 'Für',
    product: 'Produkt',
    instead: 'Anstelle von',
    nothing: 'Niemand hat angegeben, was an wessen Stelle steht',
    nothingBody:
      'Nennen Sie Aufgaben, Alternativen und Mengen unter alternatives in organization.yaml; nichts wird geraten, und unbekannt ist nicht null.',
    candidates: 'Ließe sich bewerten',
    candidatesNote: 'Im Bestand gefunden, mit einer Alternative im Preisbuch. Es fehlt eine Menge.',
    software: 'Open Source',
    products: 'Produkte',
    refused: 'Ausgelassen, und warum',
    entry: 'Eintrag',
    reason: 'Grund',
  },
  agility: {
    label: 'Wie aktuell und wie schnell',
    explanation:
      'Wie weit die genutzten Versionen zurückliegen und wie schnell sie erneuert werden. Erscheinungstage kommen aus Belegen; ohne diese sind sie unbekannt.',
    direct: 'Selbst gewählt',
    transitive: 'Mitgekommen',
    libyears: 'Libyears',
    drift: 'Anteil im Rückstand',
    freshness: 'Wie weit zurück',
    way: 'Weg herein',
    parts: 'Teilversionen',
    behind: 'Am weitesten zurück',
    part: 'Teil',
    used: 'Genutzt',
    newest: 'Neueste',
    years: 'Jahre zurück',
    products: 'Produkte',
    overTime: 'Wie schnell',
    measure: 'Maß',
    now: 'Letzte zwölf Monate',
    before: 'Zwölf Monate davor',
    proxyNote:
      'Was als Ersatzmaß bezeichnet ist, stammt aus Tags und vertritt, was nur Auslieferungen zeigen würden. Vergleichen Sie es nur mit der eigenen Vergangenheit.',
    nothing: 'Erscheinungstage sind nicht bekannt',
    nothingBody:
      'Lassen Sie Headwater die Register fragen, auf die Ihre Paketwerkzeuge eingestellt sind, oder nennen Sie Tabellen von Versionen unter releaseFiles in organization.yaml.',
  },
}
