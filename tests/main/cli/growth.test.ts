import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommands } from '../../helpers/build-command'

let commands: Awaited<ReturnType<typeof buildCommands>>
const folder = mkdtempSync(path.join(tmpdir(), 'growth-'))
const resources = new URL('../../../resources', import.meta.url).pathname

beforeAll(async () => {
  commands = await buildCommands(['growth'])
}, 60_000)
afterAll(() => {
  commands.remove()
  rmSync(folder, { recursive: true, force: true })
})

function growth(...args: string[]) {
  const env = { ...process.env, DIEM_TIEM_RESOURCES: resources }
  const { status, stdout, stderr } = spawnSync(process.execPath, [commands.script('growth'), ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 26,
  })
  return { status, stderr, lines: stdout.split('\n').slice(0, -1) }
}
function growthOf(text: string) {
  const file = path.join(folder, 'list.csv')
  writeFileSync(file, text)
  return growth(file)
}
const title = 'id,zwei,zlen,zwfl,zbmi,zhc,zac,fwei,flen,fwfl,fbmi,fhc,fac'

/** Rows whose scores follow from a line of the tables: a girl at birth at the median, a boy of a year at +2. */
test('columns by name in any order, any missing; age in days or months', () => {
  const birth = growthOf('weight_kg,ID,Sex,age_days,lenhei_cm,headc_cm\n3.2322,a,2,0,49.1477,33.8787\n')
  expect(birth).toMatchObject({ status: 0, stderr: '' })
  expect(birth.lines).toEqual([title, 'a,0.00,0.00,0.17,0.04,0.00,,0,0,0,0,0,'])
  const both = growthOf('id,sex,age_months,age_days,weight_kg\n1,1,12,,12\n2,m,99,365,12\n3,1,12,,\n')
  expect(both.lines.slice(1)).toEqual(['1,2.01,,,,,,0,,,,,', '2,2.01,,,,,,0,,,,,', '3,,,,,,,,,,,,'])
})

test('swelling, lying and standing, flags, and the reference from sixty months on', () => {
  const head = 'id,sex,age_days,age_months,weight_kg,lenhei_cm,measure,oedema,headc_cm,armc_cm'
  const { lines } = growthOf(
    [
      head,
      'swollen,2,300,,7,70,l,y,44,14',
      'stands,1,,9,8,60,h,n,,',
      'lay,1,,8,8,60,h,n,,',
      'school,2,,60.32,18.7,113.8,,,50,16',
    ].join('\n'),
  )
  expect(lines.slice(1)).toEqual([
    'swollen,,-0.53,,,-0.13,-0.10,,0,,,0,0',
    'stands,-0.98,-5.02,2.96,2.79,,,0,0,0,0,,',
    'lay,-0.68,-4.81,3.32,3.00,,,0,0,0,0,,',
    'school,0.21,0.96,,-0.58,,,0,0,,0,,',
  ])
})

test('a row that cannot be read keeps its id, and the rest goes on', () => {
  const { status, stderr, lines } = growthOf(
    '\uFEFFid,sex,age_days,weight_kg\r\n1,1,100,heavy\r\n"Lò ""2""",2,100,NA\r\n"3,1,100,6\r\n4,3,100,6\r\n\r\n5,1\r\n6,1,-4,6\r\n7,1,100,6\r\n',
  )
  expect(status).toBe(0)
  expect(lines.slice(1)).toEqual([
    '1,,,,,,,,,,,,',
    '"Lò ""2""",,,,,,,,,,,,',
    '3,,,,,,,,,,,,',
    '4,,,,,,,,,,,,',
    '5,,,,,,,,,,,,',
    '6,,,,,,,,,,,,',
    '7,-0.78,,,,,,0,,,,,',
  ])
  expect(stderr).toContain('3 trên 7 dòng')
})

test.each([
  ['no file', [], 'FILE.csv'],
  ['a file that is not there', [path.join(folder, 'khong-co.csv')], 'ENOENT'],
  ['a folder', [folder], 'EISDIR'],
])('%s: a sentence and exit code 2', (_what, args, said) => {
  const { status, stderr, lines } = growth(...args)
  expect([status, lines]).toEqual([2, []])
  expect(stderr).toContain(said)
})

test('a first line without columns, and an empty file', () => {
  expect(growthOf('ten,tuoi\nA,3\n')).toMatchObject({ status: 2, lines: [] })
  expect(growthOf('')).toMatchObject({ status: 2, lines: [] })
})

test('fifty thousand rows in a few seconds', () => {
  const row = (id: number) => `${id},${(id % 2) + 1},${id % 1826},${5 + (id % 20)},${50 + (id % 60)},,n,,`
  const rows = Array.from({ length: 50_000 }, (_, id) => row(id))
  const { lines } = growthOf(
    `id,sex,age_days,weight_kg,lenhei_cm,measure,oedema,headc_cm,armc_cm\n${rows.join('\n')}`,
  )
  expect(lines).toHaveLength(50_001)
  expect(lines.at(-1)).toMatch(/^49999,-?\d+\.\d\d,/)
})
