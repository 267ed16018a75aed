import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['version', 'compare'],
  summary: (words) => words.cli.commands['version-compare'],
  firstField: 'ecosystem',
  load: async () => (await import('#app/answers/version.ts')).answerVersionCompare,
})
