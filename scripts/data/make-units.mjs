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
write('old-communes.json', oldCommunes())

/** Old provinces, and of every old commune its district, name and new codes; the first carries all people when `whole` is 1. */
function oldCommunes() {
  const districts = new Map(read('before-2025-07/districts.csv').map(row => [row.code, row]))
  const targets = new Map()
  for (const row of read('commune-map.csv')) {
    if (row.old_code === '') continue
    const rows = targets.get(row.old_code) ?? []
    targets.set(row.old_code, [...rows, row])
  }
  const communesByProvince = {}
  for (const row of read('before-2025-07/communes.csv')) {
    const district = districts.get(row.district_code)
    const found = targets.get(row.code)
    const everybody = found.find(target => target.population === 'all')
    const codes =
      found.length === 1 || !everybody ? found.map(target => target.new_code) : [everybody.new_code]
    communesByProvince[district.province_code] ??= {}
    communesByProvince[district.province_code][district.full_name] ??= []
    communesByProvince[district.province_code][district.full_name].push([row.full_name, ...codes])
  }
  const provinces = read('province-map.csv').map(row => [row.old_code, row.old_name, row.new_code])
  return { validUntil: '2025-06-30', provinces, communes: communesByProvince }
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
