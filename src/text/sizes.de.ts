/** Words about sizes of packages, in German. */

import type { sizes as en } from './sizes.en.ts'

const count = (n: number): string => n.toLocaleString('de-DE')

export const sizes: typeof en = {
  confirm: 'Die Größe eines Pakets selbst angeben; sie gilt vor jeder anderen',
  calibrate: 'Messen, wie in einem Ökosystem die Zeilen aus veröffentlichten Größen folgen',
  options: {
    lines: 'Codezeilen, die Menschen geschrieben haben',
    raw: 'Codezeilen wie ausgeliefert (sonst ebenso viele)',
    by: 'wer es sagt: eine Kennung aus people in organization.yaml',
    note: 'woher man es weiß',
    folder: 'Archive in diesem Ordner zählen statt zu nehmen, was aufbewahrt ist',
    save: 'die Kalibrierung aufbewahren und von nun an damit schätzen',
  },
  confirmed: (purl, lines, raw) => `${purl}: ${count(lines)} Zeilen, ${count(raw)} wie ausgeliefert, laut Angabe`,
  nothingChanged: 'Keine Zahl ändert sich: Das Paket wird nicht nach Zeilen bewertet.',
  moreChanged: (n) => `… und ${count(n)} weitere Zahlen (mit --json zu sehen)`,
  next: 'Aufbewahrt. Die nächste Auswertung zeigt es: headwater assess PFAD',
  head: {
    figure: 'Zahl',
    before: 'Vorher',
    after: 'Nachher',
    target: 'Zeilen',
    medianError: 'Mittlerer Fehler',
    withinTwo: 'Innerhalb 2×',
    checkedError: 'Fehler, kreuzvalidiert',
    checkedWithinTwo: 'Innerhalb 2×, kreuzvalidiert',
  },
  targets: { deduplicated: 'wie geschrieben', raw: 'wie ausgeliefert' },
  sizedBy: { archive: 'des Archivs', 'unpacked files': 'der entpackten Dateien' },
  calibrated: (type, samples, of) =>
    `${type}: Zeilen = exp(a) · Bytes^b über ${count(samples)} Pakete, nach der Größe ${of}`,
  saved:
    'Aufbewahrt: Größen dieses Ökosystems werden von nun an mit diesem Fehler geschätzt, wo sie nicht gezählt wurden.',
  notSaved: 'Nicht aufbewahrt. Mit --save wird die Kalibrierung aufbewahrt.',
  refused: {
    'too-few': (type, n) =>
      `${type}: ${count(n)} Pakete mit gezählten Zeilen und veröffentlichter Größe sind zu wenige; 30 sind nötig. Weitere zählt: headwater assess PFAD --measure`,
    'no-spread': (type, n) => `${type}: Alle ${count(n)} Pakete sind gleich groß; daraus folgt nichts.`,
  },
}
