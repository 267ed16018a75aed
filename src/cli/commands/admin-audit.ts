import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, outputOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'audit'],
  summary: (words) => words.access.commands.audit,
  arguments: [],
  options: [
    { flags: '--verify', describe: (words) => words.access.options.verify },
    { flags: '--anchor <number:hash>', describe: (words) => words.access.options.anchor },
    { ...outputOption, describe: (words) => words.access.options.auditFormat },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { auditCsv, auditJson, checkAudit } = await import('#app/access/audit.ts')
    const { withStore } = await import('#app/home.ts')
    const { anchorOption, auditText, stateText } = await import('#cli/audit-text.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const { writeParts } = await import('#cli/write-parts.ts')
    const outputs = readOutputs(input.options, ['json', 'csv'] as const)
    const anchor = anchorOption(input)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      if (input.options['verify'] === true) {
        const state = await checkAudit(store, anchor)
        await terminal.write(
          outputs.some(({ format }) => format === 'json')
            ? `${JSON.stringify({ schemaVersion: 1, ...state }, null, 2)}\n`
            : stateText(state, words),
        )
        return state.breaks.length === 0 ? 0 : 1
      }
      if (outputs.length === 0) await writeParts(auditText(store, words), null, terminal)
      for (const { format, file } of outputs)
        await writeParts(format === 'csv' ? auditCsv(store, 'all') : auditJson(store), file, terminal)
      return 0
    })
  },
})
