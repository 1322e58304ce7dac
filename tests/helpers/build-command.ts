import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../..', import.meta.url).pathname

/** Bundles headless commands as they ship; inside node_modules, from where they find their native packages. */
export async function buildCommands(
  names: readonly string[],
): Promise<{ readonly script: (name: string) => string; readonly remove: () => void }> {
  const parent = join(root, 'node_modules/.diem-tiem')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'commands-'))
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
        input: Object.fromEntries(names.map(name => [name, join(root, `main/cli/${name}.ts`)])),
        external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })
  return {
    script: name => join(folder, `${name}.cjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
