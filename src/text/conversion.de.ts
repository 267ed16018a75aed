/** Words about converting, merging and comparing documents, in German. */

import type { conversion as en } from './conversion.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)

export const conversion: typeof en = {
  output:
    'cyclonedx-1.7, cyclonedx-1.6, spdx-2.3 oder spdx-3.0 schreiben; in eine Datei als FORMAT=DATEI; mehrfach möglich',
  cannotHold: (label) => `${label} kann nicht alles aufnehmen oder sagt es anders:`,
  losses: {
    kind: 'Diese Art von Teil gibt es dort nicht',
    version: 'Die Version ist länger als erlaubt',
    scope: 'Wofür das Teil gebraucht wird, lässt sich nicht sagen',
    directness: 'Keine Beziehung belegt, wie das Teil hineinkam',
    relation: 'Ein Teil kann sich nicht selbst verwenden',
    'license-expression': 'Der Lizenzausdruck wurde zu einem Namen',
    'license-found': 'Für in Dateien gefundene Lizenzen ist kein Platz',
    'license-list': 'Mehrere Lizenzen wurden zu einem Ausdruck',
    'license-portion': 'Wovon die Lizenz handelt, hat keinen Platz',
    'license-reference': 'Freier Text wurde zum Verweis auf eine beigefügte Lizenz',
    'license-spelling': 'Die Lizenz steht in ihrer kanonischen Form',
    'license-text': 'Der Text hinter einem Lizenzverweis liegt nicht vor',
    hash: 'Die Prüfsumme ist von einer nicht erlaubten Art oder Länge',
    supplier: 'Der Lieferant steht auf einer Zeile',
    'source-address': 'Die Adresse der Quelle steht anders da oder hat keinen Platz',
    deprecation: 'Dass die Herausgeber von dem Teil abraten, hat keinen Platz',
    reference: 'Der Verweis des Teils ist nicht erlaubt und wurde ersetzt',
    subject: 'Das Dokument nennt nicht, wovon es handelt; es bekam einen Namen',
    'subject-as-part': 'Das beschriebene Produkt steht unter den Teilen',
    refused: 'Der Eintrag ließ sich nicht lesen',
    services: 'Dienste wurden nicht übernommen',
    field: 'Das Feld liest hier niemand; es wurde nicht übernommen (wie oft)',
  },
  places: (n, first) =>
    first.length === 0 ? `${count(n)}×` : `${count(n)}×, ${n > first.length ? 'zuerst ' : ''}${first.join(', ')}`,
  disagreements: (n) =>
    `Die Dokumente widersprechen sich an ${count(n)} ${plural(n, { one: 'Stelle', other: 'Stellen' })}; alle Angaben blieben erhalten:`,
  disagreeing: {
    subject: 'wovon sie handeln',
    licenses: 'Lizenzen',
    hashes: 'Prüfsummen',
    supplier: 'Lieferant',
    'source-address': 'Adresse der Quelle',
    name: 'Name',
  },
  diff: {
    added: 'Neue Teile',
    removed: 'Weggefallene Teile',
    versionChanged: 'Andere Version',
    licenseChanged: 'Andere Lizenz',
    scopeChanged: 'Für anderes gebraucht',
    contentChanged: 'Gleiche Version, anderer Inhalt',
    edges: 'Beziehungen zwischen den Teilen beider',
    directions: { newer: 'neuer', older: 'ÄLTER', same: 'gleich nach der Ordnung des Ökosystems' },
    subject: 'das Produkt selbst',
    notStated: 'nicht genannt',
    more: (n) => `… und ${count(n)} weitere (mit --json zu sehen)`,
    unchanged: (n) => `${count(n)} ${plural(n, { one: 'Teil', other: 'Teile' })} unverändert`,
  },
}
