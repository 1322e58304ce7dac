import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

/** The day the seeded database was made on; the application is started on it as well. */
export const seededOn = '2026-11-22'

/**
 * A folder with a seeded database of this many persons, as the application keeps it (`diem-tiem.db`). Made once and
 * kept in the user's cache until the schema or the seed changes: 200,000 persons take two minutes and 1.5 GB.
 */
export function seededRegister(persons: number): string {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'diem-tiem', 'bench')
  const folder = join(cache, `register-${persons}-${fingerprint()}`)
  if (existsSync(join(folder, 'diem-tiem.db'))) return folder
  for (const old of existsSync(cache) ? readdirSync(cache) : [])
    if (old.startsWith(`register-${persons}-`)) rmSync(join(cache, old), { recursive: true })
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  console.error(`making a database of ${persons} persons (once)`)
  const command = [join(root, '.vite/build/cli/seed.cjs'), join(half, 'diem-tiem.db')]
  execFileSync(process.execPath, [...command, '--persons', String(persons), '--today', seededOn], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DIEM_TIEM_RESOURCES: join(root, 'resources') },
  })
  renameSync(half, folder)
  return folder
}

/** Changes with whatever decides what a seeded database looks like. */
function fingerprint(): string {
  const migrations = join(root, 'main/db/migrations')
  const files = [
    ...readdirSync(migrations).map(name => join(migrations, name)),
    join(root, 'main/db/table-specs.ts'),
    join(root, 'main/db/person-index.ts'),
    join(root, 'main/services/point/seed-register.ts'),
    join(root, 'main/cli/seed.ts'),
    join(root, 'resources/practice/names.json'),
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
