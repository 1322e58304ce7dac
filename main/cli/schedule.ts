import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { importCdsi, readImported } from '../cdsi/import-cdsi'
import { readCdsiFolder } from '../cdsi/read-folder'

/*
 * `npm run schedule -- import-cdsi DIR OUT`: turns CDC's supporting data (XML) in DIR into `schedule.json` and
 * `vaccines.json` in OUT, in our own format and read once by the program's own validation. A test subject of the
 * engine, not a schedule for people. Never writes over a file that is there.
 */
const usage = 'npm run schedule -- import-cdsi DIR OUT'

function main(): number {
  const [command, source, out, ...others] = process.argv.slice(2)
  if (command !== 'import-cdsi' || !source || !out || others.length > 0) {
    console.error(usage)
    return 2
  }
  const files = importCdsi(readCdsiFolder(source))
  const { schedule, vaccines } = readImported(files)
  mkdirSync(out, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(out, `${name}.json`)
    if (existsSync(file)) {
      console.error(`${file}: đã có tệp này, không ghi đè (the file exists and is left as it is)`)
      return 2
    }
    writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`)
  }
  const series = schedule.antigens.flatMap(antigen => antigen.series)
  const doses = series.flatMap(one => one.doses)
  console.log(
    `${schedule.antigens.length} kháng nguyên (antigens), ${series.length} phác đồ (series), ` +
      `${doses.length} mũi (series doses), ${vaccines.size} vắc xin (products)`,
  )
  return 0
}

process.exitCode = main()
