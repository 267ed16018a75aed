/** Where the portal starts: the words first, so that nothing is ever shown without them. */

import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { chartStyle } from '#charts/chart-style.ts'
import { darkTokens, lightTokens, tokenDeclarations } from '#charts/tokens.ts'
import { loadWords } from '#text/load-words.ts'
import type { Language } from '#text/language.ts'
import { wordsInOwnTerms } from '#text/own-terms.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'
import './style/mantine.css'
import './style/base.css'
import './style/parts.css'
import './style/status.css'
import './style/accounts.css'
import './style/motivators.css'
import './style/advice.css'
import './style/live.css'
import './style/print.css'
import { ApiProblem } from './api.ts'
import { chosenLanguage, keepLanguage } from './preferences.ts'
import { renewWhenOutdated, tellNotLoaded } from './renew.ts'
import { router } from './router.tsx'
import { useSession } from './session.ts'
import { SpeechProvider } from './speech.tsx'
import { theme } from './theme.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  :root { ${tokenDeclarations(lightTokens)} }
  :root[data-mantine-color-scheme='dark'] { ${tokenDeclarations(darkTokens)} }
  @media print { :root, :root[data-mantine-color-scheme='dark'] { ${tokenDeclarations(lightTokens)} } }
  ${chartStyle}
`)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What was refused or does not exist stays so; what did not get through may the next time.
      retry: (count, error) =>
        count < 2 && (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 0),
    },
  },
})

function Portal({ first }: { readonly first: Spoken }): ReactNode {
  const [spoken, setSpoken] = useState(first)
  const { language, words } = spoken
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const setLanguage = async (next: Language) => {
    keepLanguage(next)
    const nextWords = await loadWords(next)
    document.documentElement.lang = next
    setSpoken({ language: next, words: nextWords })
    // Some answers carry words.
    await client.invalidateQueries()
  }
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <OwnSpeech language={language} words={words} setLanguage={(next) => void setLanguage(next)}>
          <RouterProvider router={router} />
        </OwnSpeech>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** The words as the organization says them, as soon as it is known whose they are. */
function OwnSpeech({ words, language, ...rest }: ComponentProps<typeof SpeechProvider>): ReactNode {
  const { data } = useSession()
  return <SpeechProvider words={wordsInOwnTerms(words, data?.labels, language)} language={language} {...rest} />
}

type Spoken = { readonly language: Language; readonly words: Words }

const language = chosenLanguage()
document.documentElement.lang = language
renewWhenOutdated()
const root = document.querySelector('#root')
const words = await loadWords(language).catch(() => undefined)
if (root !== null && words === undefined) tellNotLoaded(root, language)
else if (root !== null && words !== undefined)
  createRoot(root).render(
    <StrictMode>
      <Portal first={{ language, words }} />
    </StrictMode>,
  )
