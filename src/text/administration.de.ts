/** Wörter über die Pflege von Headwater selbst, auf Deutsch. */

import type { administration as english } from './administration.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)

export const administration: typeof english = {
  commands: {
    migrate: 'Die Datenbank auf das Schema dieser Version bringen',
    backup: 'Alles Aufbewahrte in eine Datei schreiben, mit einem Verzeichnis daneben',
    restore: 'Zurückholen, was backup geschrieben hat, nachdem es geprüft ist',
    move: 'Alles in eine andere Datenbank übertragen und beide vergleichen',
    doctor: 'Nachsehen, ob alles in Ordnung ist, worauf Headwater steht',
    dependencyTrack: 'Projekte, SBOMs und Entscheidungen von einem Dependency-Track-Server übernehmen',
    notifyTest: 'Eine Probe per Mail oder Webhook senden und sagen, was daraus wurde',
  },
  options: {
    portable: 'in einer Form, aus der sich SQLite und PostgreSQL wiederherstellen lassen',
    force: 'auch wenn die Datenbank etwas enthält: eine SQLite-Datei wird beiseitegelegt, PostgreSQL geleert',
    moveTo: 'wohin: ein Ordner, eine Adresse von PostgreSQL, oder - für die Adresse von der Standardeingabe',
    all: 'jedes Original lesen statt einer Stichprobe',
    server: 'Adresse des Dependency-Track-Servers',
    keyFile: 'Datei mit dem API-Schlüssel (sonst die Variable DEPENDENCY_TRACK_KEY)',
    folder: 'die SBOMs und eine organization.yaml auch in diesen Ordner schreiben, bereit für assess',
    dryRun: 'nur sagen, was übernommen würde',
    eachVersion: 'jede Version zu einem eigenen Produkt machen',
    mailTo: 'Adresse, an die eine Mail geht, über HEADWATER_SMTP_URL',
    webhook: 'Adresse, an die ein Webhook geht, signiert mit der Variable HEADWATER_WEBHOOK_SECRET',
  },
  migrated: (step, taken) =>
    taken === 0
      ? `Die Datenbank steht bei Schritt ${step}; es war nichts zu tun.`
      : `Die Datenbank steht bei Schritt ${step}; ${plural(taken, { one: `${count(taken)} Schritt wurde`, other: `${count(taken)} Schritte wurden` })} ausgeführt.`,
  backedUp: (path, tables, rows) =>
    `${count(rows)} Zeilen aus ${count(tables)} Tabellen wurden nach ${path} geschrieben`,
  backupRemark: (reason) => `In der übertragbaren Form geschrieben, weil pg_dump nicht ging: ${reason}`,
  restored: (address, tables, rows) =>
    `${count(rows)} Zeilen aus ${count(tables)} Tabellen wurden nach ${address} zurückgeholt`,
  restoredBefore: (path) => `Was vorher dort war, liegt jetzt unter ${path}`,
  withoutManifest: 'Neben der Datei lag kein Verzeichnis; geprüft wurde nur, was sie selbst über sich sagt.',
  moved: (from, to) => `${from} und ${to} enthalten dasselbe:`,
  moveNext: {
    postgresql: 'Setzen Sie DATABASE_URL, um von nun an die neue Datenbank zu verwenden. Die alte ist unverändert.',
    home: (address) => `Verwenden Sie von nun an --home ${address}. Die alte Datenbank ist unverändert.`,
  },
  tableHead: ['Tabelle', 'Zeilen', 'SHA-256'],
  states: { good: 'gut', watch: 'beachten', act: 'handeln' },
  doctorHead: ['Zustand', 'was', 'gefunden'],
  checks: {
    schema: {
      label: 'Schema der Datenbank',
      why: 'Datenbank und Programm passen nicht zueinander.',
      next: 'Führen Sie `headwater admin migrate` aus.',
    },
    database: {
      label: 'Datenbank',
      why: 'Die Datei der Datenbank ist beschädigt, oder Zeilen verweisen auf andere, die es nicht gibt.',
      next: 'Holen Sie die letzte Sicherung mit `headwater admin restore DATEI` zurück und prüfen Sie die Festplatte.',
    },
    originals: {
      label: 'Originale mit richtiger Prüfsumme',
      why: 'Diese Originale fehlen oder sind nicht mehr, was sie waren; auf Zahlen daraus ist kein Verlass.',
      next: 'Holen Sie die letzte Sicherung zurück, oder bewerten Sie die Originaldateien neu.',
    },
    'loose-ends': {
      label: 'Zeilen, hinter denen nichts steht',
      why: 'Die Datenbank wurde von außen verändert.',
      next: 'Holen Sie die letzte Sicherung mit `headwater admin restore DATEI` zurück.',
    },
    clock: {
      label: 'Neuester Eintrag und Uhr',
      why: 'Etwas wurde in der Zukunft eingetragen, deshalb sehen Fragen zum heutigen Tag es nicht: Eine Uhr ging oder geht falsch.',
      next: 'Stellen Sie die Uhr dieses Rechners und der anderen, die in diese Datenbank schreiben.',
    },
    'disk-space': {
      label: 'Freier Platz',
      why: 'Eine volle Festplatte hält jedes Hochladen an, und eine Sicherung braucht so viel Platz wie die Datenbank.',
      next: 'Schaffen Sie Platz, oder ziehen Sie mit `headwater admin move --to ORDNER` um.',
    },
    permissions: {
      label: 'Rechte am Ordner',
      why: 'Andere Benutzer dieses Rechners können lesen, was aufbewahrt wird.',
      next: 'Führen Sie `chmod -R go= ` auf den genannten Pfaden aus.',
    },
    cache: {
      label: 'Zwischenspeicher',
      why: 'Dateien, die seit 90 Tagen niemand gebraucht hat, belegen Platz.',
      next: 'Löschen Sie den Ordner; was gebraucht wird, entsteht neu.',
    },
    git: {
      label: 'git',
      why: 'Beiträge und der Zustand von Projekten werden mit git 2.30 oder neuer aus Klonen gelesen.',
      next: 'Installieren Sie ein neueres git.',
    },
    browser: {
      label: 'Chromium',
      why: 'Es zeichnet Berichte als PDF; alles andere geht ohne.',
      next: 'Installieren Sie chromium, oder verzichten Sie auf PDF.',
    },
  },
  imported: {
    would: 'Nichts wurde aufbewahrt: Das hier würde übernommen.',
    summary: (projects, sboms, decisions) =>
      [
        plural(projects, { one: `${count(projects)} Projekt`, other: `${count(projects)} Projekte` }),
        plural(sboms, { one: `${count(sboms)} SBOM`, other: `${count(sboms)} SBOMs` }),
        plural(decisions, { one: `${count(decisions)} Entscheidung`, other: `${count(decisions)} Entscheidungen` }),
      ].join(', '),
    resumed: (projects) =>
      `${plural(projects, { one: `${count(projects)} Projekt wurde`, other: `${count(projects)} Projekte wurden` })} in einem früheren Lauf übernommen.`,
    head: ['Projekt', 'Version', 'Produkt', 'Teile', 'Entscheidungen'],
    refused: (what, why) => `Nicht übernommen: ${what} (${why})`,
    reasons: {
      forbidden: 'der Schlüssel darf es nicht lesen',
      missing: 'der Server hat es nicht',
      unreadable: 'es ist keine lesbare SBOM',
      failed: 'der Server hat nicht geantwortet',
      inside: 'die Adresse führt nach innen; HEADWATER_INSIDE nennt die gewollten',
      odd: 'die Antwort hat eine andere Form als dokumentiert',
      inactive: 'es ist inaktiv',
    },
    mapping:
      'Fügen Sie das in organization.yaml ein und sagen Sie, zu welcher Einheit und welchem Lieferanten jedes Produkt gehört:',
    written: (folder) =>
      `SBOMs und organization.yaml stehen in ${folder}; führen Sie \`headwater assess ${folder}\` aus.`,
  },
  channels: { portal: 'Portal', mail: 'Mail', webhook: 'Webhook' },
  sent: (channel, address) => `Per ${channel} an ${address} gesendet.`,
  notSent: (channel, address, why) => `Nicht per ${channel} an ${address} gesendet: ${why}`,
  sendReasons: {
    'address-not-allowed':
      'die Adresse führt auf diesen Rechner oder in ein privates Netz; HEADWATER_INSIDE nennt die gewollten',
    redirected: 'der Empfänger antwortete mit einer Weiterleitung, der nicht gefolgt wird',
    refused: 'der Empfänger hat es abgelehnt',
    timeout: 'der Empfänger hat nicht rechtzeitig geantwortet',
    unreachable: 'der Empfänger ist nicht erreichbar',
    'not-configured': 'HEADWATER_SMTP_URL oder HEADWATER_WEBHOOK_SECRET ist nicht gesetzt',
    'no-address': 'von der Person ist keine Adresse bekannt',
  },
  events: {
    finding: (subject) => `Neuer dringender Befund: ${subject}`,
    resolved: (subject) => `Nicht mehr gefunden: ${subject}`,
    unsupported: (subject) => `Niemand pflegt es mehr: ${subject}`,
    'leaning-on-one': (subject) => `Es hängt jetzt an einer Person: ${subject}`,
    'supplier-late': (subject) => `Eine Antwort ist überfällig: ${subject}`,
    'assessment-done': (subject) => `Bewertet: ${subject}`,
    'upload-refused': (subject) => `Ein Dokument konnte nicht angenommen werden: ${subject}`,
    test: (subject) => `Eine Probe von Headwater: ${subject}`,
  },
  mailFooter:
    'Headwater sendet das, weil Sie darum gebeten haben; im Portal können Sie es unter Einstellungen beenden.',
}
