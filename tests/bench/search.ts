import { parseArgs } from 'node:util'
import { searchPersons } from '../../src/contract/person-calls'
import { seededRandom } from '../../src/domain/exchange/random'
import { openTestPoint } from '../helpers/test-point'
import { seededOn } from './register'
import { type Asked, askQuestions } from './search-questions'
import { searchRegister } from './search-register'

/*
 * `npm run bench -- search [--persons 1000000] [--questions 100]`: how long the contract call `person.search` takes
 * from the request to the answer, by kind of question, against one bare look-up by an indexed column in the same run,
 * and whether the person meant is first or among the first three. Half of the questions have one slip typed into them.
 * A question is made so that, typed right, it fits three people at most: as staff add a word until the list is short.
 */
const limit = 20

type Answered = Asked & { readonly ms: number; readonly rank: number }

export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      persons: { type: 'string', default: '1000000' },
      questions: { type: 'string', default: '100' },
      show: { type: 'boolean', default: false },
    },
  })
  const persons = Number(values.persons)
  const point = openTestPoint({ file: searchRegister(persons), at: `${seededOn}T01:00:00.000Z` })
  point.actAs('receptionist')
  const questions = askQuestions(point.db, seededRandom(7), persons, Number(values.questions))
  const answer = (asked: Asked): Answered => {
    const started = performance.now()
    const { hits } = point.done(searchPersons, { text: asked.text, limit })
    const ms = performance.now() - started
    return { ...asked, ms, rank: hits.findIndex(hit => hit.personId === asked.personId) + 1 }
  }
  // The first round fills the file cache of the system and compiles the code; a station has that behind it by eight.
  for (const asked of questions.slice(0, 200)) answer(asked)
  const answered = questions.map(answer)
  const bare = timeBare(point.db, questions)
  point.db.close()
  if (values.show)
    for (const { kind, slip, text, rank, ms } of answered)
      if (rank === 0 || rank > 3 || ms > 20)
        console.error(`${kind}/${slip}: ${text} → ${rank}, ${ms.toFixed(1)} ms`)
  return summary(persons, answered, bare)
}

/** One person by code, straight from the index and the row: what SQLite itself costs here. */
function timeBare(
  db: ReturnType<typeof openTestPoint>['db'],
  questions: readonly Asked[],
): readonly number[] {
  const bare = db.prepare<[string]>(
    'SELECT person.* FROM person_identifier JOIN person ON person.id = person_id WHERE value = ?',
  )
  const codes = questions.map(({ personCode }) => personCode)
  for (const code of codes.slice(0, 200)) bare.all(code)
  return codes.map(code => {
    const started = performance.now()
    bare.all(code)
    return performance.now() - started
  })
}

function summary(persons: number, answered: readonly Answered[], bare: readonly number[]) {
  const all = describe(answered)
  const kinds = [...new Set(answered.map(({ kind }) => kind))]
  const byKind = kinds.map(kind => [kind, describe(answered.filter(asked => asked.kind === kind))])
  const slipped = answered.filter(({ slip }) => slip !== 'none')
  const slips = [...new Set(slipped.map(({ slip }) => slip))]
  const bySlip = slips.map(slip => [slip, describe(answered.filter(asked => asked.slip === slip))])
  const results = {
    persons,
    ...all,
    with_slips: describe(slipped),
    bare_lookup_p50_ms: round(quantile(bare, 0.5)),
    bare_lookup_p95_ms: round(quantile(bare, 0.95)),
    by_kind: Object.fromEntries(byKind),
    by_slip: Object.fromEntries(bySlip),
  }
  const ratios = {
    search_to_bare_lookup: round(
      quantile(
        answered.map(({ ms }) => ms),
        0.5,
      ) / quantile(bare, 0.5),
    ),
  }
  return { results, ratios }
}

function describe(answered: readonly Answered[]) {
  const times = answered.map(({ ms }) => ms)
  const share = (count: number) => Math.round((count / answered.length) * 10_000) / 10_000
  return {
    questions: answered.length,
    p50_ms: round(quantile(times, 0.5)),
    p95_ms: round(quantile(times, 0.95)),
    p99_ms: round(quantile(times, 0.99)),
    recall_at_1: share(answered.filter(({ rank }) => rank === 1).length),
    recall_at_3: share(answered.filter(({ rank }) => rank >= 1 && rank <= 3).length),
  }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
