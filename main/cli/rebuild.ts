import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '../../src/domain/exchange/random'
import { compareRebuild } from '../db/compare-rebuild'
import { describeTrouble } from '../db/describe-trouble'
import { type DatabaseKind, openDatabase, openReadOnly } from '../db/open'
import { rebuildTables } from '../db/rebuild'
import { verifyJournal } from '../db/verify-journal'

/*
 * `npm run rebuild -- FILE [--write]`: proves on a copy that the tables are what the journal adds up to, in whatever
 * order. `--write` then replaces the tables of the file itself by what its journal says, and keeps a copy beside it.
 * Ends with 0 when nothing differs (or all was written), 1 when something does, 2 when the file cannot be used.
 */
let named = ''
const plain = { nativeBinding: null, keyHex: null }

/** Copies the file, with what its log still holds, and answers whether it is real or practice. */
async function copyTo(target: string, file: string): Promise<DatabaseKind> {
  const { db, kind } = openReadOnly(file, plain)
  try {
    await db.backup(target)
  } finally {
    db.close()
  }
  return kind
}

/** Checks the copy. Answers whether the journal is whole and whether tables differ. */
function check(copy: string, kind: DatabaseKind): { readonly isWhole: boolean; readonly differ: boolean } {
  const db = openDatabase(copy, kind, plain)
  try {
    const { entries, faults } = verifyJournal(db)
    if (faults.length > 0) {
      console.error(`✘ nhật ký có ${faults.length} lỗi: npm run verify-journal (the journal has faults)`)
      return { isWhole: false, differ: true }
    }
    const differences = compareRebuild(db, seededRandom(entries))
    for (const { table, order } of differences) console.log(`✘ ${table} (${order})`)
    if (differences.length === 0)
      console.log(`✔ OK: ${entries} mục (entries), mọi bảng khớp (all tables equal)`)
    return { isWhole: true, differ: differences.length > 0 }
  } finally {
    db.close()
  }
}

async function writeInPlace(file: string, kind: DatabaseKind): Promise<void> {
  const kept = `${file}.before-rebuild-${new Date().toISOString().replaceAll(':', '-')}`
  await copyTo(kept, file)
  const db = openDatabase(file, kind, plain)
  try {
    rebuildTables(db)
  } finally {
    db.close()
  }
  console.log(`✔ đã dựng lại (rebuilt): ${file}\n  bản trước (before): ${kept}`)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { write: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    console.error('npm run rebuild -- FILE [--write]')
    return 2
  }
  named = file
  const folder = mkdtempSync(path.join(tmpdir(), 'diem-tiem-rebuild-'))
  try {
    const copy = path.join(folder, 'copy.db')
    const kind = await copyTo(copy, file)
    const { isWhole, differ } = check(copy, kind)
    // A journal that is not whole must not decide what the tables say.
    if (!isWhole) return 1
    if (values.write) await writeInPlace(file, kind)
    return differ && !values.write ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const sentence = describeTrouble(named, error)
    if (sentence === null) throw error
    console.error(sentence)
    process.exitCode = 2
  },
)
