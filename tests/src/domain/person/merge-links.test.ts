import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOf, type MergeEdge, orderedPair } from '../../../../src/domain/person/merge-links'

const edge = (stamp: string, absorbedId: string, survivorId: string): MergeEdge => ({
  mergeId: `merge-${stamp}`,
  stamp,
  survivorId,
  absorbedId,
})
const leads = (edges: readonly MergeEdge[], voided: readonly string[] = []) =>
  Object.fromEntries([...linksOf(edges, new Set(voided))].map(([id, { survivorId }]) => [id, survivorId]))

describe('who is absorbed by whom', () => {
  test('a chain leads everybody to its end', () => {
    expect(leads([edge('1', 'a', 'b'), edge('2', 'b', 'c')])).toEqual({ a: 'c', b: 'c' })
    expect(leads([edge('1', 'b', 'c'), edge('2', 'a', 'b')])).toEqual({ a: 'c', b: 'c' })
  })

  test('two stations merge one record into two others: the earlier counts, the later waits for its undoing', () => {
    const [first, second] = [edge('1', 'x', 's'), edge('2', 'x', 't')]
    expect(leads([second, first])).toEqual({ x: 's' })
    expect(leads([second])).toEqual({ x: 't' })
  })

  test('two stations merge a pair in both directions: the earlier counts', () => {
    expect(leads([edge('2', 'b', 'a'), edge('1', 'a', 'b')])).toEqual({ a: 'b' })
  })

  test('a circle of three is never closed', () => {
    const circle = [edge('1', 'a', 'b'), edge('2', 'b', 'c'), edge('3', 'c', 'a')]
    expect(leads(circle)).toEqual({ a: 'c', b: 'c' })
  })

  test('nobody is absorbed by a record that was voided', () => {
    expect(leads([edge('1', 'a', 'b'), edge('2', 'b', 'c')], ['b'])).toEqual({ b: 'c' })
    expect(leads([edge('1', 'a', 'b')], ['a'])).toEqual({ a: 'b' })
  })

  test('a merge of a record with itself says nothing', () => {
    expect(leads([edge('1', 'a', 'a')])).toEqual({})
  })

  test('whatever the order of arrival: every end stands for itself, and the answer is the same', () => {
    const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const edges = fc
      .uniqueArray(fc.tuple(fc.nat({ max: 99 }), people, people), { selector: ([stamp]) => stamp })
      .map(list => list.map(([stamp, from, to]) => edge(String(stamp).padStart(2, '0'), from, to)))
    const cases = edges.chain(list =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.uniqueArray(people),
      ),
    )
    fc.assert(
      fc.property(cases, ([list, shuffled, voided]) => {
        const links = leads(list, voided)
        expect(leads(shuffled, voided)).toEqual(links)
        for (const end of Object.values(links)) expect(links[end]).toBeUndefined()
        for (const [id, end] of Object.entries(links)) expect(id).not.toBe(end)
      }),
      { numRuns: 500 },
    )
  })
})

test('a pair has one form', () => {
  expect(orderedPair('b', 'a')).toEqual({ leftId: 'a', rightId: 'b' })
  expect(orderedPair('a', 'b')).toEqual({ leftId: 'a', rightId: 'b' })
})
