/**
 * `npm test`: every check, one after the other, each with its duration; a failure does not stop the rest. The last
 * line is `N passed, N failed`, where a static check counts as one test. `--without-window` (`npm run check`) leaves
 * the build and the end-to-end tests out.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openScreen } from './setup/screen.mjs'
import { readJson, root } from './setup/shared.mjs'

const tool = (name, file) => join(root, 'node_modules', name, file)
const reportOf = name => join(root, 'test-results', `${name}.json`)

const staticSteps = [
  ['format and lint', [tool('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']],
  ['types', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.json']],
  ['import rules', importRules()],
]

const withWindow = !process.argv.includes('--without-window')
const total = { passed: 0, failed: 0 }

rmSync(join(root, 'test-results'), { recursive: true, force: true })
for (const [name, args] of staticSteps) {
  const code = await timed(name, args)
  add(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}
await runVitest('unit and integration', 'unit', 'tests/vitest.config.ts', false)
if (withWindow) {
  const built = await timed('build', [join(root, 'scripts', 'build.mjs')])
  add(built === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  await runVitest('end to end', 'e2e', 'tests/e2e/vitest.config.ts', true)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function importRules() {
  const rules = [
    '--config',
    join(root, 'tests', 'architecture', 'import-rules.cjs'),
    '--output-type',
    'err-long',
  ]
  return [tool('dependency-cruiser', 'bin/dependency-cruiser.mjs'), ...rules, 'src', 'main', 'renderer']
}

async function runVitest(name, report, config, display) {
  const file = reportOf(report)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await timed(
    name,
    [tool('vitest', 'vitest.mjs'), 'run', '--config', config, ...reporters],
    display,
  )
  const counted = readJson(file)
  const passed = counted?.numPassedTests ?? 0
  const failed = counted?.numFailedTests ?? 0
  // A file that cannot be loaded, an error outside any test, or no test at all has no failed test to its name.
  add({ passed, failed: code === 0 ? failed : Math.max(1, failed) })
}

function add({ passed, failed }) {
  total.passed += passed
  total.failed += failed
}

async function timed(name, args, display = false) {
  console.log(`\n▶ ${name}`)
  const started = Date.now()
  const code = await run(args, display)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✔' : '✘'} ${name}: ${seconds} s`)
  return code
}

async function run(args, display) {
  const screen = display ? await openScreen() : { env: process.env, close: () => {} }
  const code = await new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: screen.env })
    child.on('close', resolve)
  })
  screen.close()
  return code ?? 1
}
