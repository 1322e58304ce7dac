import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from '../../../renderer/data/read-soon'
import type { Noun } from '../../../src/domain/journal/entry'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst is read once, with all its records; what comes later is read again', () => {
  const told: (readonly Noun[])[] = []
  const read = gather(nouns => void told.push(nouns), 100)
  read(['visit'])
  vi.advanceTimersByTime(60)
  read(['dose', 'visit'])
  expect(told).toEqual([])
  // From the first save on: a desk that never rests is shown all the same.
  vi.advanceTimersByTime(40)
  expect(told).toEqual([['visit', 'dose']])
  read(['lot'])
  vi.advanceTimersByTime(100)
  expect(told).toEqual([['visit', 'dose'], ['lot']])
})
