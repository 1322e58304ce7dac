import './theme/mantine.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App'
import { applyPreferences } from './theme/preferences'

applyPreferences()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
