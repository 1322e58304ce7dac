import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../..', import.meta.url).pathname

/** Bundles a worker as the application ships it; inside node_modules, from where it finds its native packages. */
export async function buildWorker(
  name = 'read-worker',
): Promise<{ readonly script: string; readonly remove: () => void }> {
  const parent = join(root, 'node_modules/.diem-tiem')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'worker-'))
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
        input: { [name]: join(root, `main/${name}.ts`) },
        external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  return {
    script: join(folder, `${name}.cjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
