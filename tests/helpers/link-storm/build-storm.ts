import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../../..', import.meta.url).pathname
const here = new URL('.', import.meta.url).pathname

/** Bundles the two processes of the storm, where they find their packages and `resources` as the sources do. */
export async function buildStorm(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const parent = join(root, '.vite')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'storm-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: {
          point: join(here, 'point-process.ts'),
          server: join(here, 'server-process.ts'),
        },
        external: [/^node:/, /node_modules/],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
