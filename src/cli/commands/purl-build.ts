import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['purl', 'build'],
  summary: (words) => words.cli.commands['purl-build'],
  firstField: 'type',
  load: async () => (await import('#app/answers/purl.ts')).answerPurlBuild,
})
