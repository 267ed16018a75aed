import { useSpeech } from '#web/speech.tsx'

/** Who did something and when. The server tells names where the reader may know them, pseudonyms otherwise. */
export function useMadeBy(): (by: string | null, when: string) => string {
  const { statusPage, portal } = useSpeech().words
  return (by, when) => statusPage.by(by === 'loopback' ? portal.thisMachine : (by ?? ''), when)
}
