/** The web client starts here. */
import './platform/old-browsers.ts'
import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import './ui/work.css'
import './ui/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
