/** Whether a license file names a license that the FSF or the OSI approved: by its name or by words its text begins with. */

const inNames =
  /(?:^|[^a-z])(?:mit|apache-?2|bsd|gpl|lgpl|agpl|mpl|epl|isc|unlicense|eupl|zlib|artistic|cddl|ecl|0bsd|cc0-1|upl|osl|postgresql|python-2|ncsa|bsl-1)/i

const inTexts: readonly RegExp[] = [
  /\bApache License\s+Version 2\.0\b/i,
  /\bApache License, Version (?:1\.1|2\.0)\b/i,
  /\bGNU (?:LESSER |LIBRARY |AFFERO )?GENERAL PUBLIC LICENSE\b/i,
  /\bMozilla Public License,? (?:Version |v\. ?)?(?:1\.1|2\.0)\b/i,
  /\bPermission is hereby granted, free of charge, to any person obtaining a copy\b/i,
  /\bRedistribution and use in source and binary forms, with or without modification, are permitted\b/i,
  /\bPermission to use, copy, modify, and(?:\/or)? distribute this software for any purpose with or without fee\b/i,
  /\bThis is free and unencumbered software released into the public domain\b/i,
  /\bEclipse Public License\b/i,
  /\bEuropean Union Public Licen[cs]e\b/i,
  /\bBoost Software License\b/i,
  /\bThe Artistic License\b/i,
  /\bThis software is provided 'as-is', without any express or implied warranty\b/i,
  /\bPYTHON SOFTWARE FOUNDATION LICENSE\b/i,
  /\bUniversal Permissive License\b/i,
]

/** The beginning tells; what follows may quote other licenses. */
const readLength = 4000

export function namesApprovedLicense(path: string, text: string): boolean {
  const head = text.slice(0, readLength).replaceAll(/\s+/g, ' ')
  return (
    inTexts.some((title) => title.test(head)) ||
    inNames.test(path.replaceAll(/licen[sc]es?\/?|copying|copyright/gi, ''))
  )
}
