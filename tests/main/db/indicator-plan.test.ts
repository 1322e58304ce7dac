import { expect, test } from 'vitest'
import { indicatorQuestions } from '../../../main/db/indicator-questions'
import { openDatabase } from '../../../main/db/open'
import { plain } from './test-files'

/** What SQLite says it reads for a question, and how. */
function planOf(sql: string): readonly string[] {
  const db = openDatabase(':memory:', 'real', plain)
  const asked = { antigens: '["a"]', from: '2026-01-01', to: '2026-12-31' }
  const named = Object.fromEntries(Object.entries(asked).filter(([name]) => sql.includes(`:${name}`)))
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(named)
  db.close()
  return plan.map(({ detail }) => detail)
}

test.each(Object.entries(indicatorQuestions))('%s never reads the whole register', (_name, sql) => {
  const plan = planOf(sql)
  expect(plan.length).toBeGreaterThan(0)
  // Lots are few: whatever was thrown away is looked for lot by lot.
  expect(plan.filter(line => /^SCAN (?!json_each|link\b|lot\b|CONSTANT ROW|\(subquery)/u.test(line))).toEqual(
    [],
  )
})
