import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'quality'],
  summary: (words) => words.cli.commands['sbom-quality'],
  arguments: ['<file>'],
  options: [
    jsonOption,
    { flags: '--profile <id>', describe: (words) => words.quality.options.profile },
    { flags: '--lockfile <file>', describe: (words) => words.quality.options.lockfile },
  ],
  run: async (input, { terminal, words }) => {
    const { qualityExitCode, qualityJson, qualityOfFile } = await import('#app/quality-of-file.ts')
    const quality = await qualityOfFile(input.positional[0] ?? '', {
      profile: textOption(input, 'profile'),
      lockfile: textOption(input, 'lockfile'),
    })
    if (input.options['json'] === true) {
      await terminal.write(`${JSON.stringify(qualityJson(quality, words), null, 2)}\n`)
    } else {
      const { qualityText } = await import('#cli/quality-text.ts')
      await terminal.write(qualityText(quality, words))
    }
    return qualityExitCode(quality)
  },
})
