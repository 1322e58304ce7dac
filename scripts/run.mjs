/**
 * `node scripts/run.mjs <task> -- <arguments>`: what every npm script calls. Works from Node 20: makes the project
 * ready, then runs the task with Node 24. Prints nothing itself, so that a command's output stays its own.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environmentWith } from './setup/node-24.mjs'
import { openScreen } from './setup/screen.mjs'
import { root } from './setup/shared.mjs'
import { sayAndStop, setup } from './setup.mjs'

const script = name => [join(root, 'scripts', `${name}.mjs`)]
const tool = (name, file) => [join(root, 'node_modules', name, file)]
const vitest = config => [...tool('vitest', 'vitest.mjs'), 'run', '--config', config]
const headless = name => ({
  before: [...script('build'), 'commands'],
  run: [join(root, '.vite/build/cli', `${name}.cjs`)],
})
const withPages = name => ({
  before: [...script('build'), 'commands', 'pages'],
  run: [join(root, '.vite/build/cli', `${name}.cjs`)],
  display: true,
})
const onDisplay = run => ({ before: script('build'), run, display: true })

/** Each task is what Node 24 runs; `before` runs first, `display` puts a virtual screen under it. */
const tasks = {
  start: { run: script('start') },
  build: { run: script('build') },
  test: { run: script('test') },
  check: { run: [...script('test'), '--without-window'] },
  'test:unit': { run: vitest('tests/vitest.config.ts') },
  'test:e2e': onDisplay(vitest('tests/e2e/vitest.config.ts')),
  shots: onDisplay([...vitest('tests/e2e/vitest.config.ts'), '--mode', 'shots']),
  bench: onDisplay(script('bench')),
  'power-cut': { run: [...vitest('tests/vitest.config.ts'), 'power-cut'] },
  verifier: { run: script('verifier') },
  storm: { run: script('storm') },
  province: { run: script('province') },
  format: { run: [...tool('@biomejs/biome', 'bin/biome'), 'check', '--write', '.'] },
  package: { run: [...tool('@electron-forge/cli', 'dist/electron-forge.js'), 'package'] },
  'verify-journal': headless('verify-journal'),
  rebuild: headless('rebuild'),
  seed: headless('seed'),
  schedule: headless('schedule'),
  forecast: headless('forecast'),
  print: withPages('print'),
  keys: headless('keys'),
  courier: headless('courier'),
  growth: headless('growth'),
}

const [name, ...rest] = process.argv.slice(2)
const given = rest[0] === '--' ? rest.slice(1) : rest
const task = tasks[name]
if (!task) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}`)
  process.exit(2)
}
const runtime = await setup().catch(sayAndStop)
const environment = environmentWith(runtime.node, {
  DIEM_TIEM_ELECTRON: runtime.electronExecutable,
  DIEM_TIEM_RESOURCES: process.env.DIEM_TIEM_RESOURCES ?? join(root, 'resources'),
})
if (task.before) {
  const code = await runNode(task.before, false)
  if (code !== 0) process.exit(code)
}
process.exit(await runNode([...task.run, ...given], task.display ?? false))

/** Runs Node 24 with our own input and output; answers its exit code, 1 if a signal ended it. */
async function runNode(args, display) {
  const screen = display ? await openScreen(environment) : { env: environment, close: () => {} }
  const code = await new Promise((resolve, reject) => {
    const child = spawn(runtime.node, args, { cwd: process.cwd(), stdio: 'inherit', env: screen.env })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('close', resolve)
  })
  screen.close()
  return code ?? 1
}
