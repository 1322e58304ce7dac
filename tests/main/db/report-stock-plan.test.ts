import { expect, test } from 'vitest'
import { openDatabase } from '../../../main/db/open'
import { reportStockQuestions } from '../../../main/db/report-stock-repository'
import { plain } from './test-files'

test('the stock of a report is read from the indexes of the ledger, never from the whole table of doses', () => {
  const db = openDatabase(':memory:', 'real', plain)
  const values = { begin: 'a', end: 'b', from: '2026-01-01', to: '2026-12-31', lots: '["a"]' }
  const planOf = (sql: string) => {
    const asked = Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`:${name}`)))
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(asked)
    return plan.map(({ detail }) => detail).join('\n')
  }
  const plans = Object.values(reportStockQuestions).map(planOf)
  db.close()
  expect(plans).toHaveLength(5)
  for (const plan of plans) expect(plan).not.toMatch(/^SCAN dose$/mu)
})
