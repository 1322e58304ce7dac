/**
 * Makes resources/units from the published lists: the two-level units of today, and the way from the old communes.
 * Usage: node scripts/data/make-units.mjs FOLDER, where FOLDER holds the CSV files named in resources/units/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = process.argv[2]
if (!folder) throw new Error('usage: node scripts/data/make-units.mjs FOLDER')
const target = new URL('../../resources/units/', import.meta.url)

const changes = read('after-2025-07/changes-since.csv')
const changesUntil = changes
  .map(change => change.effective)
  .sort()
  .at(-1)
const validFrom = '2025-07-01'

const provinces = read('after-2025-07/provinces.csv').map(row => [
  row.code,
  row.name,
  changedKind('province', row),
])
const communes = {}
for (const row of read('after-2025-07/communes.csv')) {
  const fullName = changeOf('commune', row.code)?.full_name_after ?? row.full_name
  communes[row.province_code] ??= []
  communes[row.province_code].push([row.code, fullName])
}
write('provinces.json', { validFrom, changesUntil, provinces })
write('communes.json', { validFrom, changesUntil, communes })
write('changes.json', {
  source: 'Nghị quyết 30/2026/QH16; 237/NQ-UBTVQH16',
  changes: changes.map(row => [
    row.level,
    row.code,
    row.full_name_before,
    row.full_name_after,
    row.effective,
    row.decree,
  ]),
})
write('before-2025-07.json', unitsBefore())

/**
 * The three levels until June 2025. A commune that went into one new one whole, or with all its people, has that code;
 * one that was split has every part, with what the table says of its people and its remark.
 */
function unitsBefore() {
  const targets = Map.groupBy(
    read('commune-map.csv').filter(row => row.old_code !== ''),
    row => row.old_code,
  )
  const newCodes = new Map(read('province-map.csv').map(row => [row.old_code, row.new_code]))
  const districts = {}
  for (const row of read('before-2025-07/districts.csv')) {
    districts[row.province_code] ??= []
    districts[row.province_code].push([row.code, row.full_name])
  }
  const communes = {}
  for (const row of read('before-2025-07/communes.csv')) {
    communes[row.district_code] ??= []
    communes[row.district_code].push([row.code, row.full_name, targetOf(targets.get(row.code))])
  }
  return {
    validUntil: '2025-06-30',
    source: 'Danh mục đơn vị hành chính đến 30/06/2025; Bảng chuyển đổi ĐVHC mới - cũ (Cục Thống kê)',
    provinces: read('before-2025-07/provinces.csv').map(row => [
      row.code,
      row.full_name,
      newCodes.get(row.code),
    ]),
    districts,
    communes,
  }
}

function targetOf(rows) {
  if (rows.length === 1) return rows[0].new_code
  return rows.map(row => [row.new_code, row.population === '' ? null : row.population, row.note || null])
}

function changedKind(level, row) {
  const after = changeOf(level, row.code)?.full_name_after ?? row.full_name
  return after.slice(0, -row.name.length).trim()
}

function changeOf(level, code) {
  return changes.findLast(change => change.level === level && change.code === code)
}

function read(file) {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true })
}

function write(file, content) {
  const text = JSON.stringify(content).replaceAll(/(\]\],|\]\},)(?=")/gu, '$1\n')
  writeFileSync(new URL(file, target), `${text}\n`)
}
