import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['purl', 'parse'],
  summary: (words) => words.cli.commands['purl-parse'],
  firstField: 'purl',
  load: async () => (await import('#app/answers/purl.ts')).answerPurlParse,
})
