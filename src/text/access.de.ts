/** Words about sign-in, rights and the audit log, in German. */

import type { access as en, accessProblemCodes as enCodes, AccessProblemTexts } from './access.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const count = (n: number): string => n.toLocaleString('de-DE')

const permissions: (typeof en)['permissions'] = {
  read: 'lesen',
  upload: 'Dokumente einreichen',
  analyze: 'Befunde beurteilen',
  decide: 'genehmigen, annehmen und ablehnen',
  audit: 'das Prüfprotokoll lesen',
  administer: 'Personen, Schlüssel und Einstellungen verwalten',
}

export const accessProblems: AccessProblemTexts = {
  'sign-in-needed': () => ({
    what: 'Niemand ist angemeldet.',
    why: 'Die Sitzung ist zu Ende, oder der Schlüssel gilt nicht mehr.',
    next: 'Melden Sie sich an, oder senden Sie einen gültigen Schlüssel.',
  }),
  'sign-in-failed': () => ({
    what: 'Die Anmeldung ist nicht gelungen.',
    why: 'Name und Passwort gehören nicht zusammen, das Konto ist geschlossen, oder der Versuch hat zu lange gedauert.',
    next: 'Versuchen Sie es noch einmal, oder bitten Sie die Verwaltung um einen Link für ein neues Passwort.',
  }),
  'sign-in-throttled': ({ seconds }) => ({
    what: `Zu viele Anmeldeversuche. Warten Sie ${count(seconds)} ${plural(seconds, { one: 'Sekunde', other: 'Sekunden' })}.`,
    why: 'Pausen verhindern, dass Passwörter erraten werden.',
    next: 'Warten Sie, oder melden Sie sich mit einem Passkey an.',
  }),
  'beyond-rights': ({ permission }) => ({
    what:
      permission === 'person'
        ? 'Das darf nur eine angemeldete Person.'
        : `Das geht über Ihre Rechte hinaus: ${permissions[permission]}.`,
    why: 'Rollen gelten für Einheiten, und ein Schlüssel darf nur, wofür er angelegt wurde.',
    next: 'Fragen Sie die Verwaltung der Einheit.',
  }),
  'request-forged': () => ({
    what: 'Die Anfrage kam nicht von einer Seite dieses Servers.',
    why: 'Ihr fehlt das Kennzeichen der Sitzung, oder eine fremde Seite hat den Browser dazu gebracht.',
    next: 'Laden Sie die Seite neu. Programme senden einen Schlüssel im Feld X-Api-Key.',
  }),
  'link-spent': () => ({
    what: 'Dieser Link gilt nicht mehr.',
    why: 'Er gilt einmal und für begrenzte Zeit, und ein neuerer ersetzt ihn.',
    next: 'Bitten Sie die Verwaltung um einen neuen. Solange niemand ein Konto hat, gibt jeder Start des Servers einen aus.',
  }),
  'password-weak': ({ least }) => ({
    what: `Das Passwort ist zu leicht zu erraten. Es braucht mindestens ${count(least)} Zeichen.`,
    why: 'Länge schützt am besten. Es darf weder den Anmeldenamen enthalten noch wenige Zeichen wiederholen.',
    next: 'Nehmen Sie einen Satz, oder lassen Sie eine Passwortverwaltung wählen.',
  }),
  'proof-failed': () => ({
    what: 'Es wurde nicht nachgewiesen, dass Sie es sind.',
    why: 'Das bisherige Passwort stimmt nicht, der Passkey wurde nicht bestätigt, oder das Konto hat beides nicht.',
    next: 'Geben Sie das Passwort ein, das zurzeit gilt, und versuchen Sie es noch einmal. Ein Konto ohne Passwort und Passkey ändert die Verwaltung.',
  }),
  'login-taken': () => ({
    what: 'Mit diesem Namen meldet sich schon jemand anderes an.',
    why: 'Ein Anmeldename gehört zu einem Konto, und eine Adresse aus der Liste der Personen zu dieser Person.',
    next: 'Wählen Sie einen anderen Namen.',
  }),
  'account-exists': () => ({
    what: 'Diese Person hat schon ein Konto.',
    why: 'Ein Anmeldename und ein Pseudonym gehören zu einem Konto.',
    next: 'Geben Sie der Person stattdessen eine Rolle.',
  }),
  'account-unknown': ({ asked }) => ({
    what: `Als ${asked} hat niemand ein Konto.`,
    why: 'Konten findet man über Anmeldenamen oder Pseudonym; gelöschte gibt es nicht mehr.',
    next: 'Alle Konten zeigt: headwater admin user list',
  }),
  'last-administrator': () => ({
    what: 'Niemand bliebe übrig, der die ganze Organisation verwaltet.',
    why: 'Ohne Verwaltung ließen sich Rechte nur noch an der Maschine selbst ändern.',
    next: 'Machen Sie zuerst jemand anderen zur Verwaltung.',
  }),
  'unit-unknown': ({ unit }) => ({
    what: `Die Organisation hat keine Einheit ${unit}.`,
    why: 'Einheiten stehen in organization.yaml und werden mit einer Auswertung bekannt.',
    next: 'Berichtigen Sie die Kennung, oder werten Sie mit einer organization.yaml aus, die die Einheit nennt.',
  }),
  'key-unknown': ({ asked }) => ({
    what: `Es gibt keinen Schlüssel ${asked}, den Sie widerrufen könnten.`,
    why: 'Schlüssel findet man über ihre Kennung, nicht über ihren Inhalt.',
    next: 'Alle Schlüssel zeigt: headwater admin key list',
  }),
  'passkey-unknown': () => ({
    what: 'Einen solchen Passkey haben Sie nicht.',
    why: 'Er wurde schon entfernt oder gehört zu einem anderen Konto.',
    next: 'Laden Sie die Liste neu.',
  }),
  'public-address-missing': () => ({
    what: 'Der Server weiß nicht, unter welcher Adresse man ihn erreicht.',
    why: 'Passkeys, Links und OpenID hängen an einer Adresse, und die in einer Anfrage könnte erfunden sein.',
    next: 'Setzen Sie HEADWATER_PUBLIC_URL, zum Beispiel https://headwater.example, und starten Sie neu.',
  }),
  'provider-missing': () => ({
    what: 'Hier ist kein OpenID-Anbieter eingerichtet.',
    why: 'HEADWATER_OIDC_ISSUER und HEADWATER_OIDC_CLIENT_ID sind nicht gesetzt.',
    next: 'Melden Sie sich anders an, oder setzen Sie beide und starten Sie neu.',
  }),
  'provider-unavailable': ({ issuer }) => ({
    what: `Der OpenID-Anbieter ${issuer} antwortet nicht, wie er sollte.`,
    why: 'Er ist außer Betrieb, von hier nicht erreichbar, oder beschreibt sich falsch.',
    next: 'Versuchen Sie es später, oder melden Sie sich anders an.',
  }),
}

export const accessProblemCodes: typeof enCodes = {
  'sign-in-needed': 'Das Verlangte braucht eine angemeldete Person oder einen Schlüssel.',
  'sign-in-failed':
    'Die Anmeldung ist nicht gelungen. Warum genau, wird nicht gesagt, damit niemand erfährt, wer ein Konto hat.',
  'sign-in-throttled': 'Zu viele Anmeldeversuche sind gescheitert; die Pause wächst mit jedem weiteren.',
  'beyond-rights': 'Die Rollen der Person oder die Grenzen des Schlüssels erlauben das nicht.',
  'request-forged': 'Eine Änderung wurde ohne das Kennzeichen verlangt, das nur eine Seite dieses Servers hat.',
  'link-spent': 'Ein Link, der einmal gilt, wurde schon benutzt, ersetzt oder ist abgelaufen.',
  'password-weak': 'Ein Passwort ist zu kurz, enthält den Anmeldenamen oder wiederholt wenige Zeichen.',
  'proof-failed':
    'Ein anderes Passwort oder ein anderer Anmeldename wurde verlangt, ohne nachzuweisen, dass es die Person ist.',
  'login-taken': 'Der Anmeldename gehört jemand anderem.',
  'account-exists': 'Es gibt schon ein Konto mit diesem Anmeldenamen oder für diese Person.',
  'account-unknown': 'Es gibt kein Konto mit diesem Anmeldenamen oder Pseudonym.',
  'last-administrator': 'Die letzte Verwaltung der ganzen Organisation lässt sich nicht wegnehmen.',
  'unit-unknown': 'Es wurde eine Einheit genannt, die die Organisation nicht hat.',
  'key-unknown': 'Diesen Schlüssel gibt es nicht, oder er geht jemand anderen an.',
  'passkey-unknown': 'Diesen Passkey gibt es nicht, oder er gehört jemand anderem.',
  'public-address-missing': 'Was an einer Adresse hängt, braucht HEADWATER_PUBLIC_URL.',
  'provider-missing': 'Verlangt wurde eine Anmeldung über einen OpenID-Anbieter, und keiner ist eingerichtet.',
  'provider-unavailable': 'Der eingerichtete OpenID-Anbieter lässt sich zurzeit nicht benutzen.',
}

export const access: typeof en = {
  signedIn: 'Sie sind angemeldet. Weiter',
  needsHttps: (setting) =>
    `Hier kann sich noch niemand anmelden: Browser behalten die Sitzung nur über https oder auf dieser Maschine selbst. Stellen Sie einen Proxy mit TLS davor und setzen Sie ${setting}, zum Beispiel auf https://headwater.example. Programme mit einem Schlüssel erhalten trotzdem Antwort.`,
  setupLink: (address) =>
    `Noch hat niemand ein Konto. Öffnen Sie innerhalb einer Stunde diesen Link, um das erste anzulegen; er gilt einmal:\n${address}`,
  roles: {
    viewer: 'Lesend',
    contributor: 'Beitragend',
    analyst: 'Beurteilend',
    approver: 'Genehmigend',
    auditor: 'Prüfend',
    admin: 'Verwaltung',
  },
  permissions,
  acts: {
    'sign-in': 'hat sich angemeldet',
    'sign-out': 'hat sich abgemeldet',
    'sessions-end': 'hat Sitzungen beendet',
    setup: 'hat das erste Konto angelegt',
    'account-add': 'hat ein Konto angelegt',
    'account-change': 'hat Namen oder Anmeldenamen eines Kontos geändert',
    'account-close': 'hat ein Konto geschlossen',
    'account-reopen': 'hat ein geschlossenes Konto wieder geöffnet',
    'account-reset': 'hat ein Konto zurückgesetzt',
    'account-link': 'hat einen Link für ein Passwort erstellt',
    'password-set': 'hat ein Passwort gesetzt',
    'passkey-add': 'hat einen Passkey hinzugefügt',
    'passkey-remove': 'hat einen Passkey entfernt',
    'identity-link': 'hat ein Konto bei einem OpenID-Anbieter verbunden',
    grant: 'hat eine Rolle gegeben',
    'grant-revoke': 'hat eine Rolle genommen',
    'key-create': 'hat einen Schlüssel angelegt',
    'key-revoke': 'hat einen Schlüssel widerrufen',
    'person-erase': 'hat eine Person gelöscht',
    'finding-state': 'hat gesagt, was ein Befund bedeutet',
    'view-share': 'hat eine gespeicherte Ansicht geteilt oder zurückgezogen',
    'motivator-edit': 'hat einen Beweggrund bearbeitet',
    'motivator-edit-undo': 'hat eine Änderung an einem Beweggrund zurückgenommen',
    'advice-put-aside': 'hat eine Empfehlung zurückgestellt',
    'advice-bring-back': 'hat eine Empfehlung zurückgeholt',
    'decision-record': 'hat eine Entscheidung festgehalten',
    'decision-withdraw': 'hat eine Entscheidung zurückgenommen',
    'product-remove': 'hat ein Produkt entfernt',
  },
  results: { done: 'geschehen', refused: 'abgelehnt' },
  breaks: {
    changed: 'wurde verändert: der Hash ist ein anderer',
    missing: 'hat keinen Eintrag unmittelbar davor: etwas wurde entfernt oder eingefügt',
    unlinked: 'folgt nicht auf den Eintrag davor',
    head: 'sollte das Ende des Protokolls sein und ist es nicht',
    anchor: 'ist nicht der früher notierte Eintrag',
  },
  commands: {
    userAdd: 'Ein Konto anlegen; gibt einen Link aus, mit dem die Person ein Passwort setzt',
    userList: 'Konten und ihre Rollen auflisten',
    userGrant: 'Einer Person eine Rolle geben',
    userRevoke: 'Einer Person eine Rolle nehmen oder das Konto schließen',
    userReset: 'Alles wegnehmen, was ein Konto öffnet; gibt einen neuen Link aus',
    keyCreate: 'Einen Schlüssel für ein Programm anlegen; er wird nur jetzt ausgegeben',
    keyList: 'Schlüssel auflisten, nie ihren Inhalt',
    keyRevoke: 'Einen Schlüssel widerrufen',
    audit: 'Das Prüfprotokoll ausgeben oder prüfen, dass nichts daran verändert wurde',
  },
  groups: { user: 'Konten und Rollen', key: 'Schlüssel für Programme' },
  options: {
    name: 'wie die Person heißt (sonst der Anmeldename)',
    role: 'Rolle, oder Rolle:Einheit für eine Einheit und die darunter; mehrfach möglich',
    oneRole: 'Rolle, oder Rolle:Einheit für eine Einheit und die darunter',
    passwordStdin: 'das Passwort von der Standardeingabe lesen, statt einen Link zu erstellen',
    origin: 'Adresse des Portals für den Link (sonst HEADWATER_PUBLIC_URL, sonst http://localhost:4680)',
    close: 'das Konto schließen: keine Anmeldung, keine Sitzung und kein Schlüssel gilt mehr',
    permission: 'read, upload, analyze, decide, audit oder administer; mehrfach möglich',
    unit: 'nur für diese Einheit und die darunter; mehrfach möglich',
    days: 'Tage bis zum Ablauf, höchstens 366 (sonst 90)',
    verify: 'die ganze Kette nachrechnen; Rückgabewert 1, wenn sie gebrochen ist',
    anchor: 'ein früher notiertes Ende des Protokolls als NUMMER:HASH; zusammen mit --verify',
    auditFormat: 'json oder csv (sonst Text)',
  },
  head: {
    login: 'Anmeldename',
    name: 'Name',
    person: 'Pseudonym',
    roles: 'Rollen',
    opens: 'Meldet sich an mit',
    state: 'Zustand',
    key: 'Schlüssel',
    label: 'Bezeichnung',
    permissions: 'Darf',
    units: 'Einheiten',
    expires: 'Endet',
    lastUsed: 'Zuletzt benutzt',
    sequence: 'Nr.',
    at: 'Wann',
    actor: 'Wer',
    act: 'Was',
    subject: 'Wen oder was',
    result: 'Ergebnis',
  },
  everywhere: 'alles',
  inUnit: (role, unit) => `${role} in ${unit}`,
  noRole: 'keine',
  password: 'Passwort',
  passkeys: (n) => `${count(n)} ${plural(n, { one: 'Passkey', other: 'Passkeys' })}`,
  opensNothing: 'noch nichts',
  open: 'offen',
  closed: (day) => `geschlossen am ${day}`,
  revoked: (day) => `widerrufen am ${day}`,
  past: 'abgelaufen',
  never: 'nie',
  none: 'Es gibt noch keine Konten.',
  noKeys: 'Es gibt noch keine Schlüssel.',
  added: (login, person) => `${login} hat jetzt ein Konto (${person}).`,
  link: (address) => `Dieser Link gilt einmal, drei Tage lang:\n${address}`,
  granted: (login, grant) => `${login}: ${grant}. Offene Sitzungen der Person sind beendet.`,
  taken: (login, grant) => `${login} ist nicht mehr ${grant}. Offene Sitzungen der Person sind beendet.`,
  accountClosed: (login) => `Das Konto ${login} ist geschlossen.`,
  reset: (login) => `Nichts öffnet das Konto ${login} mehr.`,
  keyMade: (id, day) =>
    `${id}, gültig bis ${day}. Er wird nur jetzt gezeigt; bewahren Sie ihn auf, wo Geheimnisse liegen.`,
  keyRevoked: (id) => `${id} gilt nicht mehr.`,
  noEntries: 'Das Prüfprotokoll ist leer.',
  verified: (n, sequence, hash) =>
    `${count(n)} ${plural(n, { one: 'Eintrag', other: 'Einträge' })}, ungebrochen. Notieren Sie das Ende des Protokolls an anderer Stelle:\n${sequence}:${hash}`,
  broken: (sequence, why) => `Eintrag ${sequence} ${why}.`,
  roleNeeded: (known) => `eine Rolle wird gebraucht, als ROLLE oder ROLLE:EINHEIT; Rollen sind ${known}`,
  permissionNeeded: (known) => `mindestens ein --permission wird gebraucht: ${known}`,
}
