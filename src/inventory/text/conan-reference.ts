/** `name/version@user/channel#recipe%time:package`. */

export type ConanReference = {
  readonly name: string
  readonly version: string | null
  readonly range?: string
  readonly qualifiers: Readonly<Record<string, string>>
}

/** Undefined when the text names no package. */
export function conanReference(text: string): ConanReference | undefined {
  const match = /^([^/@#:\s]+)\/([^@#:\s]+|\[[^\]]*\])(?:@([^/#:]+)\/([^#:]+))?(?:[@#:].*)?$/.exec(text.trim())
  if (match === null) return undefined
  const [, name = '', version = '', user, channel] = match
  const qualifiers: Record<string, string> = {}
  if (user !== undefined && user !== '_') qualifiers['user'] = user
  if (channel !== undefined && channel !== '_') qualifiers['channel'] = channel
  return version.startsWith('[') ? { name, version: null, range: version, qualifiers } : { name, version, qualifiers }
}
