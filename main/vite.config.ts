import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const root = new URL('..', import.meta.url).pathname

/** Native parts stay packages: a bundler cannot take a `.node` file in. Everything else is bundled. */
const nativePackages = ['better-sqlite3', 'better-sqlite3-multiple-ciphers', '@napi-rs/canvas', 'koffi']

const external = ['electron', ...nativePackages, ...builtinModules, /^node:/, /^electron\//]

/**
 * The four builds outside the window, chosen by mode (decision 0001):
 * `application` main and engine with their workers, which may share chunks; `preload` alone, because a sandboxed
 * preload cannot load a second file; `commands` the headless commands, which Node runs without Electron;
 * `pages` the part of `npm run print` that Electron runs.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'preload') return buildOf({ preload: 'main/preload.ts' }, '.vite/build')
  if (mode === 'commands') return buildOf(commands(), '.vite/build/cli')
  if (mode === 'pages') return buildOf({ 'print-pages': 'main/print-pages.ts' }, '.vite/build/cli')
  return { ...buildOf(applicationEntries(), '.vite/build'), plugins: [codeReader()] }
})

/** The reader of codes in pictures lies beside the thread that uses it: a bundler leaves it where it was. */
function codeReader(): Plugin {
  return {
    name: 'code-reader',
    generateBundle() {
      const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
      this.emitFile({ type: 'asset', fileName: 'zxing_reader.wasm', source: readFileSync(file) })
    },
  }
}

function buildOf(entries: Record<string, string>, folder: string): UserConfig {
  return {
    root,
    logLevel: 'warn',
    // The files on disk decide what runs where; nothing in `public` belongs to main.
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, folder),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: existing(entries),
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  }
}

function applicationEntries(): Record<string, string> {
  return {
    main: 'main/main.ts',
    engine: 'main/engine.ts',
    'read-worker': 'main/read-worker.ts',
    'code-worker': 'main/code-worker.ts',
    'link-worker': 'main/link-worker.ts',
    'raw-spooler': 'main/printing/raw-spooler.ts',
  }
}

function commands(): Record<string, string> {
  const folder = join(root, 'main/cli')
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.ts')) : []
  return Object.fromEntries(files.map(file => [basename(file, '.ts'), `main/cli/${file}`]))
}

function existing(entries: Record<string, string>): Record<string, string> {
  const found = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))
  return Object.fromEntries(found.map(([name, file]) => [name, join(root, file)]))
}
