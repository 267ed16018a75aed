/** The last part of a path with `/`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A name test for readers: the file has one of these names, whatever folder it is in. */
export function named(...names: readonly string[]): (path: string) => boolean {
  return (path) => names.includes(fileName(path))
}
