/**
 * `npm run bench -- <name> [--json]`: runs `tests/bench/<name>.ts`, which exports
 * `bench(arguments): Promise<{ results, ratios }>`, and closes with one JSON line.
 */
import { existsSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './setup/shared.mjs'

const [name, ...rest] = process.argv.slice(2)
const folder = join(root, 'tests', 'bench')
const file = join(folder, `${name}.ts`)
if (!name || !existsSync(file)) {
  const names = existsSync(folder) ? readdirSync(folder).map(entry => entry.replace(/\.ts$/, '')) : []
  console.error(`Name a bench: ${names.join(', ')}`)
  process.exit(2)
}

// Only the closing line may reach the output when a machine reads it.
if (rest.includes('--json')) console.log = console.info = console.error
const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' })
const { results, ratios } = await module.bench(rest.filter(argument => argument !== '--json'))
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: process.platform }
process.stdout.write(
  `${JSON.stringify({ name, machine, date: new Date().toISOString(), results, ratios })}\n`,
)
process.exit(0)
