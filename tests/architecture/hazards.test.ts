import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const rows = readFileSync(join(root, 'docs/hazards.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| [A-Z]-\d\d \|/u.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(cells => ({ id: cells[1] ?? '', wrong: cells[2], guard: cells[3], shownBy: cells[4] ?? '', cells }))

test('every hazard has its own number, a guard and a test', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows.filter(({ wrong, guard, cells }) => !wrong || !guard || cells.length !== 6)).toEqual([])
})

test.each(rows)('$id names a test that exists', ({ shownBy }) => {
  const [, file, title] = /^`(tests\/[^`]+)` › (.+)$/u.exec(shownBy) ?? []
  if (file === undefined || title === undefined) throw new Error(`not "\`file\` › title": ${shownBy}`)
  const text = readFileSync(join(root, file), 'utf8')
  expect(text.includes(title) || text.includes(title.replaceAll("'", "\\'"))).toBe(true)
})
