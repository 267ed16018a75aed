import { Drawer } from '@mantine/core'
import { useLayoutEffect, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'

/** A panel at the side that takes the focus, closes with Escape and gives the focus back. */
export function SidePanel({
  title,
  isOpen,
  close,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly close: () => void
  readonly children: ReactNode
}): ReactNode {
  const { words } = useSpeech()
  // Before the panel takes the focus; it may be gone from the page by the time it closes.
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const opener = document.activeElement
    return () => {
      setTimeout(() => {
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
      })
    }
  }, [isOpen])
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="min(560px, 100vw)"
      title={title}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': words.report.close }}
      classNames={{ content: 'side-panel', title: 'side-title' }}
    >
      {children}
    </Drawer>
  )
}
