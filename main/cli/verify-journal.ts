import { parseArgs } from 'node:util'
import { describeTrouble } from '../db/describe-trouble'
import { openReadOnly } from '../db/open'
import { type JournalFault, type JournalReport, verifyJournal } from '../db/verify-journal'

/*
 * `npm run verify-journal -- FILE [--json]`: walks the chain of every station in a database, which it opens for
 * reading only. Ends with 0 when all is whole, 1 when something is wrong, 2 when the file cannot be read.
 */
let named = ''
const faultNames: Readonly<Record<JournalFault['fault'], string>> = {
  gap: 'thiếu mục ngay trước (entries before it are missing)',
  'broken-chain': 'không nối tiếp mục trước (does not follow the entry before)',
  altered: 'nội dung đã bị sửa (was altered)',
  'stamp-not-rising': 'dấu thời gian không tăng (its stamp is not above the one before)',
}

function print({ entries, stations, faults }: JournalReport): void {
  for (const { stationId, head, hash } of stations) {
    const wrong = faults.filter(fault => fault.stationId === stationId)
    console.log(
      `${wrong.length === 0 ? '✔' : '✘'} ${stationId}  mục cuối (last entry) ${head}  ${hash.slice(0, 16)}`,
    )
    for (const { seq, fault } of wrong) console.log(`    ✘ ${seq}: ${faultNames[fault]}`)
  }
  console.log(`${entries} mục (entries), ${faults.length} lỗi (faults)`)
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    console.error('npm run verify-journal -- FILE [--json]')
    return 2
  }
  named = file
  const { db } = openReadOnly(file, { nativeBinding: null, keyHex: null })
  const report = verifyJournal(db)
  db.close()
  if (values.json) console.log(JSON.stringify(report))
  else print(report)
  return report.faults.length === 0 ? 0 : 1
}

try {
  process.exitCode = main()
} catch (error) {
  const sentence = describeTrouble(named, error)
  if (sentence === null) throw error
  console.error(sentence)
  process.exitCode = 2
}
