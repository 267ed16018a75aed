import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['motivators', 'pitch'],
  summary: (words) => words.motivators.commands.pitch,
  arguments: ['[folder]'],
  options: [
    { flags: '--area <unit>', describe: (words) => words.motivators.options.area },
    { flags: '--audience <name>', describe: (words) => words.motivators.options.audience },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { pitchJson } = await import('#app/motivators-json.ts')
    const { areaAsked, audienceAsked, motivatorsNow, pitchNow } = await import('#app/run-motivators.ts')
    const { noPitchText, pitchText } = await import('#cli/motivators-plan-text.ts')
    const audience = audienceAsked(textOption(input, 'audience') ?? 'executives')
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      motivatorsNow(store, clockOf(environment)(), input.positional[0]),
    )
    const shown = { now, words, language }
    const pitch = pitchNow(now, areaAsked(now, textOption(input, 'area')), audience)
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...pitchJson(now, pitch) }, null, 2)}\n`)
    else if (pitch.ok) await terminal.write(pitchText(shown, pitch))
    else terminal.say(noPitchText(shown, pitch))
    return pitch.ok ? 0 : 5
  },
})
