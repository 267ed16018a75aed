/** Words of the pages about accounts, in German. */

import type { accounts as english } from './accounts-page.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const count = (n: number): string => n.toLocaleString('de-DE')

export const accounts: typeof english = {
  check: 'Prüfen Sie Ihre Eingaben.',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Der Browser hat das Kopieren nicht zugelassen. Markieren Sie den Text und kopieren Sie ihn selbst.',
  handOver: {
    link: 'Ein Link zum Weitergeben',
    linkNote: (name) =>
      `Geben Sie ihn ${name} selbst, auf einem Weg, den sonst niemand liest. Er gilt einmal, drei Tage lang, und wird nicht wieder gezeigt.`,
    key: 'Der neue Schlüssel',
    keyNote: 'Bewahren Sie ihn dort auf, wo Geheimnisse liegen. Er wird nicht wieder gezeigt.',
    close: 'Fertig, ausblenden',
  },
  link: {
    setup: 'Das erste Konto anlegen',
    setupLead: 'Hier hat noch niemand ein Konto. Das erste verwaltet die ganze Organisation.',
    password: 'Ein Passwort wählen',
    passwordLead: 'Mit diesem Link setzen Sie das Passwort Ihres Kontos und sind angemeldet.',
    login: 'Anmeldename',
    loginNote: 'Zum Beispiel Ihre E-Mail-Adresse.',
    name: 'Wie Sie heißen',
    newPassword: 'Passwort',
    passwordNote: (least) =>
      `Mindestens ${count(least)} Zeichen. Gut ist ein Satz, den nur Sie sagen würden, oder was eine Passwortverwaltung wählt.`,
    repeat: 'Das Passwort noch einmal',
    different: 'Die beiden Passwörter sind nicht gleich.',
    goSetup: 'Konto anlegen und anmelden',
    goPassword: 'Passwort setzen und anmelden',
    spent: 'Dieser Link lässt sich nicht benutzen',
    spentNext:
      'Bitten Sie die Verwaltung um einen neuen Link. Wenn Sie schon ein Passwort haben, melden Sie sich damit an.',
    incomplete: 'Die Adresse ist nicht vollständig: was hinter # steht, fehlt oder ist abgeschnitten.',
    incompleteNext: 'Kopieren Sie den ganzen Link und öffnen Sie ihn noch einmal.',
  },
  people: {
    none: 'Konten sind ausgeschaltet',
    noneBody:
      'Wer an dieser Maschine sitzt, darf alles. Mit Konten können mehrere Personen damit arbeiten, jede mit einer Rolle in ihren Einheiten; sie sind eingeschaltet, sobald es eine erste Person für die Verwaltung gibt, die dieser Befehl anlegt:',
    add: 'Eine Person hinzufügen',
    addGo: 'Hinzufügen und Link erhalten',
    login: 'Anmeldename',
    name: 'Wie die Person heißt',
    role: 'Rolle',
    unit: 'Einheit',
    may: (things) => `Darf: ${things}.`,
    open: (name) => `${name} verwalten`,
    manage: 'Verwalten',
    state: 'Stand',
    noPassword: 'war noch nicht angemeldet',
    active: 'aktiv',
    closed: (day) => `entfernt am ${day}`,
    grants: 'Rollen',
    noGrants: 'Keine Rolle: diese Person sieht nichts.',
    takeAway: 'Wegnehmen',
    take: (grant) => `Wegnehmen: ${grant}`,
    give: 'Rolle geben',
    sessionsEnd: 'Wenn sich Rollen ändern, muss sich die Person neu anmelden.',
    reset: 'Neuer Passwort-Link',
    resetTitle: (name) => `Ein neuer Passwort-Link für ${name}?`,
    resetBody: 'Passwort und Passkeys gelten sofort nicht mehr, und offene Sitzungen enden.',
    remove: 'Person entfernen',
    removeTitle: (name) => `${name} entfernen?`,
    removeBody:
      'Die Person kann sich nicht mehr anmelden, und Schlüssel, die sie angelegt hat, gelten nicht mehr. Was festgehalten wurde, bleibt unter einem Pseudonym.',
    yourself: 'Das ist Ihr eigenes Konto: wenn es sich ändert, werden Sie abgemeldet.',
  },
  keys: {
    note: 'Ein Programm zeigt einen Schlüssel, statt sich anzumelden. Ein Schlüssel reicht nie weiter als die Person, die ihn angelegt hat.',
    none: 'Es gibt noch keinen Schlüssel. Legen Sie für jedes Programm einen an, damit sich jeder einzeln widerrufen lässt.',
    add: 'Einen Schlüssel anlegen',
    label: 'Wofür er ist',
    may: 'Das Programm darf',
    units: 'Nur diese Einheiten und die darunter',
    unitsNote: 'Keine angekreuzt: alles, was Sie erreichen.',
    days: 'Tage, bis er endet',
    owner: 'Angelegt von',
    machine: 'an der Maschine',
    mayNothing: 'Kreuzen Sie mindestens eines an, was das Programm darf.',
    everything: 'alle Einheiten der Person',
    revoke: 'Widerrufen',
    revokeOf: (label) => `${label} widerrufen`,
    revokeTitle: (label) => `Den Schlüssel ${label} widerrufen?`,
    revokeBody: 'Das Programm, das ihn benutzt, wird ab jetzt abgewiesen. Das lässt sich nicht zurücknehmen.',
    counts: (day) => `bis ${day}`,
    past: (day) => `endete am ${day}`,
  },
  passkeys: {
    title: 'Ihre Passkeys',
    note: 'Mit einem Passkey melden Sie sich mit Ihrem Gerät an, ohne ein Passwort, das gestohlen werden könnte.',
    none: 'Sie haben noch keinen Passkey. Geben Sie ihm einen Namen, etwa den des Geräts; nach dem Rest fragt Ihr Browser.',
    label: 'Wie er heißen soll',
    add: 'Passkey hinzufügen',
    added: 'Hinzugefügt am',
    remove: 'Löschen',
    removeOf: (label) => `${label} löschen`,
    removeTitle: (label) => `Den Passkey ${label} löschen?`,
    removeBody: 'Er meldet Sie nicht mehr an. Löschen Sie ihn auch auf Ihrem Gerät.',
    needsName: (address) =>
      `Ein Passkey gehört zu einem Namen, und diese Adresse ist eine Zahl. Öffnen Sie ${address}, um einen hinzuzufügen.`,
    notMade: 'Es wurde kein Passkey angelegt',
    notMadeNext:
      'Das Gerät hat schon einen für dieses Konto oder kann keinen anlegen. Nehmen Sie ein anderes Gerät oder einen anderen Browser.',
  },
  audit: {
    chain: (n) => `Lückenlos: ${count(n)} ${plural(n, { one: 'Eintrag', other: 'Einträge' })}`,
    broken: (n) =>
      `An ${count(n)} ${plural(n, { one: 'Stelle', other: 'Stellen' })} gebrochen: jemand hat das Protokoll von außen verändert`,
    head: 'Notieren Sie das Ende des Protokolls anderswo, um später zu sehen, ob davor etwas ausgetauscht wurde:',
    nobody: 'niemand Bekanntes',
    none: 'Es wurde noch nichts festgehalten.',
  },
}
