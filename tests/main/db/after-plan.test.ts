import { expect, test } from 'vitest'
import { afterQuestions } from '../../../main/db/after-repository'
import { openDatabase } from '../../../main/db/open'
import { plain } from './test-files'

/** What SQLite says it reads for a question, and how. */
function planOf(sql: string, values: Readonly<Record<string, string>>): readonly string[] {
  const db = openDatabase(':memory:', 'real', plain)
  const plan = db.prepare<[typeof values], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values)
  db.close()
  return plan.map(({ detail }) => detail)
}

const wholeTable = /^SCAN (dose|visit|person|contact)\b/u

test('a recall reads the doses of a lot and of its number from their indexes, never the whole register', () => {
  const plan = planOf(afterQuestions.ofLot, { lotId: 'a', number: 'PTA-1', vaccines: '["SII_PENTA"]' })
  expect(plan.filter(line => wholeTable.test(line))).toEqual([])
  expect(plan.some(line => line.includes('dose_by_lot_key'))).toBe(true)
})

test('those beside a case are read from the lots and the session, never the whole register', () => {
  const plan = planOf(afterQuestions.besideCase, { lots: '["a"]', session: '2026-11-22', person: 'p' })
  expect(plan.filter(line => wholeTable.test(line))).toEqual([])
})
