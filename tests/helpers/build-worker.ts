import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../..', import.meta.url).pathname

/** One file of ours as it ships, for Node to run. */
export type BuiltScript = { readonly script: string; readonly remove: () => void }

/** Bundles the worker as the application ships it; inside node_modules, from where it finds its native packages. */
export const buildWorker = (): Promise<BuiltScript> => buildScript('main/read-worker.ts')

/** The same with any entry. */
export async function buildScript(entry: string): Promise<BuiltScript> {
  const parent = join(root, 'node_modules/.diem-tiem')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'script-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { script: join(root, entry) },
        external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  return {
    script: join(folder, 'script.cjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
