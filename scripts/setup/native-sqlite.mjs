import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { environmentWith } from './node-24.mjs'
import { cacheFolder, command, fingerprint, readJson, root, say } from './shared.mjs'

/** The SQLite packages the application loads. Each is compiled only for an Electron too old for its ready binary. */
const sqlitePackages = ['better-sqlite3']

/** What the ready binaries were built for. */
export const neededNodeApi = 10

/**
 * Their own source, built without a fixed Node-API version, runs on older ones as well. The result is a file for the
 * constructor's `nativeBinding`; node_modules stays untouched, so that tests on Node keep using the ready binary.
 */
const cxxFlags = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL'

/** Answers the compiled file for each package, compiling in the user's cache what is not there. */
export async function compileSqlite(node) {
  const bindings = {}
  for (const name of sqlitePackages) bindings[name] = await compile(node, name)
  return bindings
}

async function compile(node, name) {
  const { version } = readJson(join(root, 'node_modules', name, 'package.json'))
  const folder = cacheFolder(
    `${name}-${version}-${process.platform}-${process.arch}-${fingerprint(cxxFlags)}`,
  )
  const binding = join(folder, 'better_sqlite3.node')
  if (existsSync(binding)) return binding
  say(`compiling ${name} ${version} (about 80 s, once)`)
  const started = Date.now()
  const work = `${folder}.${process.pid}`
  try {
    const built = await build(node, name, work)
    mkdirSync(folder, { recursive: true })
    renameSync(built, binding)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`${name} compiled in ${Math.round((Date.now() - started) / 1000)} s`)
  return binding
}

async function build(node, name, work) {
  const modules = join(root, 'node_modules')
  const copy = join(work, 'node_modules', name)
  cpSync(join(modules, name), copy, { recursive: true })
  cpSync(join(modules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), { recursive: true })
  const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js')
  const jobs = String(availableParallelism())
  await command(node, [nodeGyp, 'rebuild', '--release', '--force_build=1', '-j', jobs, ...headersOf(node)], {
    cwd: copy,
    env: environmentWith(node, { CXXFLAGS: cxxFlags }),
  })
  return join(copy, 'build', 'Release', 'better_sqlite3.node')
}

/** Node's headers lie beside it when it came from an archive; otherwise node-gyp finds or fetches them. */
function headersOf(node) {
  const prefix = dirname(dirname(node))
  return existsSync(join(prefix, 'include', 'node', 'common.gypi')) ? [`--nodedir=${prefix}`] : []
}
