/** Words about the quality of an SBOM, in German. */

import { pluralIn } from './plural.ts'
import type { quality as en } from './quality.en.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)
const ofParts = (n: number): string => `${count(n)} ${plural(n, { one: 'Teil', other: 'Teilen' })}`

export const quality: typeof en = {
  options: {
    profile: 'nur nach einem Profil beurteilen: ntia-2021, cisa-2025-draft oder bsi-tr-03183-2',
    lockfile: 'mit einer Lock-Datei desselben Produkts vergleichen',
  },
  file: 'Datei',
  about: 'Handelt von',
  noSubject: 'sie sagt nicht, von welchem Produkt sie handelt',
  format: 'Format',
  parts: 'Genannte Teile',
  field: 'Feld',
  meaning: 'Was es ist',
  need: 'Verlangt',
  state: 'Ergebnis',
  coverage: 'Teile, die es haben',
  draft: '(Entwurf)',
  needs: { required: 'immer', 'if-exists': 'falls vorhanden', recommended: 'empfohlen', optional: 'freiwillig' },
  states: {
    met: 'vorhanden',
    missed: 'FEHLT',
    'in-part': 'teilweise',
    absent: 'nicht genannt',
    unknown: 'nicht geprüft',
  },
  profileMet: (of) => `Alles Verlangte ist da (${count(of)} von ${count(of)} Feldern).`,
  profileMissed: (met, of) => `${count(met)} von ${count(of)} Pflichtfeldern sind da. Bitten Sie um die übrigen.`,
  profileOpen: (met, of) =>
    `${count(met)} von ${count(of)} Pflichtfeldern sind da; die übrigen ließen sich in dieser Form des Formats nicht beurteilen.`,
  ofParts: (known, of) => `${count(known)} von ${count(of)}`,
  identifiers: 'Kennungen: Lässt sich jedes Teil anderswo finden?',
  purlsValid: (known, of) => `${count(known)} von ${ofParts(of)} haben eine regelgerechte Package-URL.`,
  purlsExact: (known, of) =>
    `${count(known)} von ${ofParts(of)} nennen eine bekannte Paketart und eine Version, sodass man sie nachschlagen kann.`,
  purlsResolved: (percent, asked) => `${percent} % von ${count(asked)} nachgeschlagenen gibt es.`,
  purlsNotAsked: 'Ob es sie gibt, wurde nicht nachgeschlagen.',
  purlFaults: {
    none: 'keine Package-URL',
    invalid: 'die Package-URL ist fehlerhaft',
    'unknown-type': 'die Package-URL ist von einer Art, die man nicht nachschlagen kann',
    'no-version': 'die Package-URL hat keine Version',
  },
  agreement: 'Vergleich mit der Lock-Datei',
  agreeBoth: (both) => `${count(both)} Paketversionen stehen in beiden.`,
  agreeRecall: (percent, missing) => `Die SBOM nennt ${percent} der Lock-Datei; ${count(missing)} fehlen in ihr.`,
  agreePrecision: (percent, extra) =>
    `Von dem, was die SBOM nennt, stehen ${percent} in der Lock-Datei; ${count(extra)} nicht.`,
  sbomqs: (score, grade) => `sbomqs-Wertung zum Vergleich: ${score} von 10, Note ${grade}`,
  requests: 'Worum Sie den Lieferanten bitten können',
  noConformity:
    'Dieses Blatt betrachtet Felder. Ob stimmt, was darin steht, sagt es nicht, und es ist kein Nachweis der Konformität.',
  as: (what, asked) => `${what} (${asked})`,
  askDocument: (what) => `Bitte ergänzen Sie in der SBOM ${what}.`,
  askParts: (what, missing, total, example) =>
    `Bitte ergänzen Sie ${what} bei ${count(missing)} von ${ofParts(total)}${example === null ? '' : `, zum Beispiel bei ${example}`}.`,
  askFormat: (formats) => `Bitte senden Sie die SBOM als ${formats} oder neuer.`,
  askWithoutVulnerabilities:
    'Bitte lassen Sie Schwachstellen aus der SBOM heraus und senden Sie sie als eigenes Dokument.',
  checks: {
    'document-author': { label: 'wer die Liste gemacht hat', ask: 'den Urheber der SBOM mit E-Mail- oder Webadresse' },
    'document-completeness': { label: 'bekannte Lücken', ask: 'eine Angabe, wie vollständig sie ist' },
    'document-format': { label: 'Format und dessen Version', ask: 'ein aktuelles Format' },
    'document-identity': { label: 'Adresse der SBOM', ask: 'eine Adresse (URI) der SBOM selbst' },
    'document-lifecycle': {
      label: 'vor, beim oder nach dem Bauen erstellt',
      ask: 'den Zeitpunkt der Erstellung (vor, beim oder nach dem Bauen)',
    },
    'document-subject': { label: 'beschriebenes Produkt', ask: 'das Produkt und die Version, von denen sie handelt' },
    'document-timestamp': {
      label: 'wann die Liste gemacht wurde',
      ask: 'Datum und Uhrzeit der Erstellung in der Schreibweise von RFC 3339',
    },
    'document-tool': { label: 'Werkzeug, das die Liste gemacht hat', ask: 'das Werkzeug, mit dem sie erstellt wurde' },
    'document-without-vulnerabilities': { label: 'keine Schwachstellen darin', ask: 'keine Schwachstellen' },
    'part-archive': { label: 'Archiv oder nicht', ask: 'die Angabe, ob es ein Archiv ist,' },
    'part-completeness': {
      label: 'sagt, ob seine Liste vollständig ist',
      ask: 'die Angabe, ob die Liste der Abhängigkeiten vollständig ist,',
    },
    'part-deployable-url': { label: 'wo die Datei zu haben ist', ask: 'die Adresse der ausgelieferten Datei' },
    'part-effective-license': { label: 'geltende Lizenz', ask: 'die geltende Lizenz' },
    'part-executable': { label: 'ausführbar oder nicht', ask: 'die Angabe, ob es ausführbar ist,' },
    'part-filename': { label: 'Name der Datei', ask: 'den Dateinamen' },
    'part-hash': { label: 'Prüfsumme der Datei', ask: 'einen Hashwert der ausgelieferten Datei' },
    'part-identifier': {
      label: 'Kennung für Datenbanken',
      ask: 'eine eindeutige Kennung wie eine Package-URL oder CPE',
    },
    'part-license': { label: 'Lizenz', ask: 'die Lizenz als SPDX-Ausdruck' },
    'part-name': { label: 'Name', ask: 'den Namen' },
    'part-reachable': { label: 'Weg vom Produkt dorthin', ask: 'die Abhängigkeiten, die vom Produkt dorthin führen,' },
    'part-relationship': {
      label: 'was es nutzt und was es selbst nutzt',
      ask: 'die Abhängigkeiten, auch wenn es keine gibt,',
    },
    'part-security-contact': { label: 'wo man Schwachstellen meldet', ask: 'die Adresse der security.txt' },
    'part-source-hash': { label: 'Prüfsumme des Quelltexts', ask: 'einen Hashwert des Quelltexts' },
    'part-source-url': { label: 'wo der Quelltext liegt', ask: 'die Adresse des Quelltexts' },
    'part-structured': {
      label: 'Inhalt unterscheidbar',
      ask: 'die Angabe, ob sich der Inhalt noch unterscheiden lässt (strukturiert oder nicht),',
    },
    'part-supplier': {
      label: 'von wem es ist',
      ask: 'den Lieferanten oder Hersteller mit E-Mail- oder Webadresse',
    },
    'part-version': { label: 'Version', ask: 'die Version' },
  },
}
