/** RFC 3339, section 5.6: a day, a time with seconds, and a zone. */
const moment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

export function isMoment(text: string): boolean {
  return moment.test(text)
}
