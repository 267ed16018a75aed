/** Mantine in the colors of look.md; the variables themselves are set in `style/mantine.css`. */

import { createTheme } from '@mantine/core'

export const theme = createTheme({
  fontFamily: 'inherit',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  defaultRadius: 6,
  respectReducedMotion: true,
  focusRing: 'auto',
})
