/** A CycloneDX document of a wanted size, as tools write them: npm components with hashes, licenses, references and edges. */

export function largeCycloneDx(bytes: number): Uint8Array {
  const pieces: string[] = [head]
  let length = head.length
  let count = 0
  const dependencies: string[] = []
  while (length < bytes) {
    const component = componentText(count)
    const dependency = dependencyText(count)
    pieces.push(count === 0 ? component : `,\n${component}`)
    dependencies.push(dependency)
    length += component.length + dependency.length + 4
    count += 1
  }
  pieces.push('\n  ],\n  "dependencies": [\n', dependencies.join(',\n'), '\n  ]\n}\n')
  return Buffer.from(pieces.join(''))
}

const head = `{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "version": 1,
  "metadata": { "component": { "bom-ref": "root", "type": "application", "name": "harbor", "version": "1.0.0" } },
  "components": [
`

const licenses = ['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause', 'MPL-2.0']

function purlOf(number: number): string {
  return `pkg:npm/%40quay-${number % 97}/part-${number}@${1 + (number % 9)}.${number % 31}.${number % 7}`
}

function componentText(number: number): string {
  const version = `${1 + (number % 9)}.${number % 31}.${number % 7}`
  const component = {
    'bom-ref': purlOf(number),
    type: 'library',
    group: `@quay-${number % 97}`,
    name: `part-${number}`,
    version,
    description: `What part ${number} does, in the words of its authors; "quoted" where they quote.`,
    scope: number % 11 === 0 ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: number.toString(16).padStart(128, 'a') }],
    licenses: [{ license: { id: licenses[number % licenses.length] } }],
    purl: purlOf(number),
    externalReferences: [
      { type: 'vcs', url: `git+https://git.example/quay-${number % 97}/part-${number}.git` },
      { type: 'website', url: `https://quay-${number % 97}.example/part-${number}#readme` },
    ],
    properties: [{ name: 'installed:path', value: `node_modules/@quay-${number % 97}/part-${number}` }],
  }
  return indented(component)
}

/** Each needs up to three that came earlier, so that the graph has no circle. */
function dependencyText(number: number): string {
  const needed = [1, 2, 3].slice(0, number % 4).map((step) => number - step * (1 + (number % 13)))
  return indented({ ref: purlOf(number), dependsOn: needed.filter((other) => other >= 0).map(purlOf) })
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, '    ')
}
