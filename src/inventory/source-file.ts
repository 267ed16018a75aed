/** A file as readers see it: bytes, decoded text, and siblings that never leave the folder that is read. */

import type { SourceFile } from './reader.ts'

const headBytes = 64 * 1024

/**
 * @param path relative to the folder that is read, with `/`
 * @param siblings bytes of another file by its path relative to the same folder; undefined when there is none
 */
export function sourceFile(
  path: string,
  bytes: Uint8Array,
  siblings: (path: string) => Uint8Array | undefined = () => undefined,
): SourceFile {
  let text: string | undefined
  return {
    path,
    bytes,
    text: () => (text ??= decodeText(bytes)),
    sibling: (relativePath) => {
      const target = resolveInside(path, relativePath)
      if (target === undefined) return undefined
      const found = siblings(target)
      return found === undefined ? undefined : sourceFile(target, found, siblings)
    },
  }
}

/** The first 64 KiB, decoded; what readers look at to recognise their format. */
export function headOf(bytes: Uint8Array): string {
  return decodeText(bytes.subarray(0, headBytes))
}

/** The last 64 KiB, decoded: documents whose keys are sorted name their format at the end. */
export function tailOf(bytes: Uint8Array): string {
  const { encoding, skip } = encodingOf(bytes)
  const start = Math.max(skip, bytes.length - headBytes)
  // UTF-16 code units begin at even offsets.
  return new TextDecoder(encoding).decode(bytes.subarray(encoding === 'utf-8' ? start : start + (start % 2)))
}

/** UTF-8 or, with a byte order mark, UTF-16; the mark is dropped and undecodable bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, skip } = encodingOf(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(skip === 0 ? bytes : bytes.subarray(skip))
}

/** Whether bytes had to be replaced to decode the file: it is not text in the encoding it seems to have. */
export function hasUndecodableBytes(file: SourceFile): boolean {
  if (!file.text().includes('\uFFFD')) return false
  try {
    new TextDecoder(encodingOf(file.bytes).encoding, { fatal: true }).decode(file.bytes)
    return false
  } catch {
    return true
  }
}

function encodingOf(bytes: Uint8Array): {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly skip: number
} {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  return { encoding: 'utf-8', skip: 0 }
}

/**
 * The path of `relativePath` seen from the folder of `path`; undefined when it is absolute or leads outside. `\` counts as
 * a separator, since manifests written on Windows use it and a file name that holds one is not worth a way out.
 */
export function resolveInside(path: string, relativePath: string): string | undefined {
  if (relativePath === '' || relativePath.includes('\0') || /^([/\\]|[A-Za-z]:)/.test(relativePath)) return undefined
  const segments = path.split('/').slice(0, -1)
  for (const segment of relativePath.split(/[/\\]/)) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.length === 0 ? undefined : segments.join('/')
}
