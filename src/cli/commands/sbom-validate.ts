import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'validate'],
  summary: (words) => words.cli.commands['sbom-validate'],
  arguments: ['<file>'],
  options: [jsonOption],
  run: async (input, context) => {
    const { validateFile, validationExitCode, validationJson } = await import('#app/validate-file.ts')
    const { terminal, words } = context
    const validation = await validateFile(input.positional[0] ?? '')
    if (input.options['json'] === true) await terminal.write(`${JSON.stringify(validationJson(validation), null, 2)}\n`)
    else if (validation === undefined) terminal.say(words.cli.validity.cannotCheck)
    else {
      for (const { where, message } of validation.errors)
        await terminal.write(`${where === '' ? '' : `${where}: `}${message}\n`)
      await terminal.write(
        `${validation.valid ? words.cli.validity.valid : words.cli.validity.invalid(validation.errors.length)}\n`,
      )
    }
    return validationExitCode(validation)
  },
})
