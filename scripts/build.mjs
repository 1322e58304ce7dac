/** Builds everything that runs into `.vite/`: main and engine, preload, headless commands, the window's page. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { root } from './setup/shared.mjs'

const mainConfig = join(root, 'main', 'vite.config.ts')

/** What there is to build: `needs` is the file without which a step has no subject. */
const steps = {
  application: { needs: 'main/main.ts', configFile: mainConfig },
  preload: { needs: 'main/preload.ts', configFile: mainConfig },
  commands: { needs: 'main/cli', configFile: mainConfig },
  pages: { needs: 'main/print-pages.ts', configFile: mainConfig },
  renderer: { needs: 'renderer/index.html', configFile: join(root, 'renderer', 'vite.config.ts') },
}

/** Builds the named steps, or all of them into an emptied folder. Rejects when one cannot be built. */
export async function buildAll(names = Object.keys(steps)) {
  process.env.NODE_ENV = 'production'
  if (names.length === Object.keys(steps).length)
    rmSync(join(root, '.vite'), { recursive: true, force: true })
  for (const name of names) {
    const { needs, configFile } = steps[name]
    if (isThere(join(root, needs)))
      await build({ configFile, mode: name === 'renderer' ? 'production' : name })
  }
}

/** A folder without files is as good as none. */
function isThere(path) {
  return existsSync(path) && (statSync(path).isFile() || readdirSync(path).length > 0)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now()
  const named = process.argv.slice(2)
  try {
    await buildAll(named.length > 0 ? named : undefined)
    console.error(`[build] done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(`[build] ${error.message}`)
    process.exitCode = 1
  }
}
