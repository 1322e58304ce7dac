import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = new URL('.', import.meta.url).pathname

/** The window's page. Addresses are relative and nothing is inlined, so that a strict content policy can hold. */
export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: '../.vite/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: { input: [`${root}index.html`, `${root}call-screen.html`] },
    // A page a window on a local disk: another chunk would only be another read.
    chunkSizeWarningLimit: 4_000,
  },
})
