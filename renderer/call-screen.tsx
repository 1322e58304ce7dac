// The two windows share their style sheets: first in both, Mantine's never come behind our own.
import './theme/mantine.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { queryClient } from './data/use-call-query'
import { CallScreen } from './screens/call-screen/CallScreen'
import { applyPreferences } from './theme/preferences'

applyPreferences()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <CallScreen />
    </QueryClientProvider>,
  )
