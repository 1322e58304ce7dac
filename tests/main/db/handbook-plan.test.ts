import { expect, test } from 'vitest'
import { handbookQuestions } from '../../../main/db/handbook-questions'
import { openDatabase } from '../../../main/db/open'
import { plain } from './test-files'

/** What SQLite says it reads for a question, and how. */
function planOf(sql: string): readonly string[] {
  const db = openDatabase(':memory:', 'real', plain)
  const asked = { ids: '["a"]', vaccines: '["b"]', from: '2026-01-01', to: '2026-12-31' }
  const named = Object.fromEntries(Object.entries(asked).filter(([name]) => sql.includes(`:${name}`)))
  const statement = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const plan = Object.keys(named).length > 0 ? statement.all(named) : statement.all()
  db.close()
  return plan.map(({ detail }) => detail)
}

/** Going through a partial index that holds only what is asked for is no reading of a whole table. */
const wholeTable = /^SCAN (?!asked|one|json_each|\(subquery|link\b|.*USING.*INDEX pregnancy_open)/u

test.each(Object.entries(handbookQuestions))('%s never reads a whole table', (_name, sql) => {
  const plan = planOf(sql)
  expect(plan.length).toBeGreaterThan(0)
  expect(plan.filter(line => wholeTable.test(line))).toEqual([])
})

test('the questions of the lists and of the report go by the indexes made for them', () => {
  const used = (name: keyof typeof handbookQuestions) => planOf(handbookQuestions[name]).join('\n')
  expect(used('openPregnancies')).toContain('pregnancy_open')
  expect(used('openVisits')).toContain('antenatal_visit_by_pregnancy')
  expect(used('visits')).toContain('antenatal_visit_by_day')
  expect(used('deliveries')).toContain('birth_by_day')
  expect(used('born')).toContain('person_by_birth_date')
  expect(used('measurements')).toContain('child_check_by_person')
  expect(used('measured')).toContain('screening_weighed')
  expect(used('measured')).toContain('child_check_by_day')
})
