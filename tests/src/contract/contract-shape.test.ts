import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allCalls } from '../../../src/contract/all-calls'
import type { Call } from '../../../src/contract/call'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'

const folder = new URL('../../../src/contract/', import.meta.url)
const contractFiles = readdirSync(folder).filter(name => name.endsWith('-calls.ts'))
const file = new URL('../../fixtures/contract-hash.json', import.meta.url)

/** What crosses between the sides for one call. Domain types pass as `{}`: the compiler checks them on both sides. */
function shapeOf({ kind, servedBy, audience, request, response, errors }: Call): unknown {
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return {
    kind,
    servedBy,
    audience,
    request: schema(request, 'input'),
    response: schema(response, 'output'),
    errors: [...errors].sort(),
  }
}

function hashOf(call: Call): string {
  return createHash('sha256')
    .update(canonicalJson(shapeOf(call)))
    .digest('hex')
    .slice(0, 16)
}

const current = Object.fromEntries(
  [...allCalls.values()].map((call): [string, string] => [call.name, hashOf(call)]).sort(),
)

test('the contract is the one that was agreed', () => {
  // A change is meant to be seen: run once with CONTRACT_CHANGED=1, and read the difference in the commit.
  if (process.env.CONTRACT_CHANGED === '1') writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`)
  const agreed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(current, 'a call changed: if that is meant, run this test once with CONTRACT_CHANGED=1').toEqual(
    agreed,
  )
})

test('every call has a name of the form noun.verb-noun, and no two the same', () => {
  const names = contractFiles.flatMap(name =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}name: '([^']+)'/gmu)].map(
      ([, call]) => call,
    ),
  )
  expect(names.filter(name => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/u.test(name ?? ''))).toEqual([])
  expect(names.toSorted()).toEqual([...allCalls.keys()].sort())
})

test.each([...allCalls.values()])('$name takes no field it does not know', ({ request }) => {
  expect(request.safeParse({ fieldNobodyKnows: 1 }).success).toBe(false)
})
