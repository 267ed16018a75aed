import { defineReader } from '#inventory/reader.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { readRequirements } from './requirements.ts'

export const reader = defineReader({
  id: 'pip-freeze',
  label: 'pip freeze',
  explanation: 'Reads the output of `pip freeze`, which has the form of a requirements file.',
  source: 'pip documentation: pip freeze',
  kind: 'lockfile',
  recognisesName: (path) => /^(?:pip-?)?freeze(?:\.txt)?$/.test(fileName(path)),
  recognisesContent: (head) => /^\S+\s*(?:==|@ )/m.test(head),
  yieldsTo: [],
  read: (file) => readRequirements(file, 'pip-freeze', 'pip freeze'),
})
