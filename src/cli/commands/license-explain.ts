import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['license', 'explain'],
  summary: (words) => words.license.explain,
  arguments: ['<license...>'],
  options: [jsonOption, { flags: '--asset <kind>', describe: (words) => words.license.asset }],
  run: async (input, context) => {
    const { explainLicenseText } = await import('#app/answers/license.ts')
    const { terminal, words } = context
    const explained = explainLicenseText(input.positional.join(' '), textOption(input, 'asset') ?? 'software')
    if (input.options['json'] === true) {
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...explained }, null, 2)}\n`)
    } else {
      const { licenseText } = await import('#cli/license-text.ts')
      await terminal.write(licenseText(explained, words))
    }
    return explained.expression === null ? 5 : 0
  },
})
