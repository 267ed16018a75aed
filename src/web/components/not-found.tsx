import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'

export function NotFound(): ReactNode {
  const { words } = useSpeech()
  return (
    <div className="page">
      <h1>{words.portal.notFound}</h1>
      <p>
        <Link to="/">{words.portal.pages.home}</Link>
      </p>
    </div>
  )
}
