import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['version', 'satisfies'],
  summary: (words) => words.cli.commands['version-satisfies'],
  firstField: 'ecosystem',
  load: async () => (await import('#app/answers/version.ts')).answerVersionSatisfies,
})
