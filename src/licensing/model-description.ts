/** A description of an AI model in the YAML form of the Model Openness Framework, parsed into what the class depends on. */

export type ModelDescription = {
  readonly name: string
  /** Licenses of everything, or of everything of a kind; null when not stated. */
  readonly licenses: {
    readonly distribution: string | null
    readonly code: string | null
    readonly data: string | null
    readonly document: string | null
  }
  readonly components: readonly {
    readonly name: string
    /** As written; null when the component names none, so that the licenses above hold. */
    readonly license: string | null
  }[]
}

/** @param value the parsed YAML; undefined when it describes no model */
export function readModelDescription(value: unknown): ModelDescription | undefined {
  const release = field(value, 'release') ?? value
  const components = field(release, 'components')
  const name = textOf(field(release, 'name'))
  if (name === null || !Array.isArray(components)) return undefined
  const license = field(release, 'license')
  const named = (kind: string): string | null => textOf(field(field(license, kind), 'name'))
  return {
    name,
    licenses: {
      distribution: named('distribution'),
      code: named('code'),
      data: named('data'),
      document: named('document'),
    },
    components: components.flatMap((component: unknown) => {
      const componentName = textOf(field(component, 'name'))
      return componentName === null ? [] : [{ name: componentName, license: textOf(field(component, 'license')) }]
    }),
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
