import { describe, expect, test } from 'vitest'
import { orderFor } from '../../../../src/domain/stock/propose'

describe('how much to ask for', () => {
  test.each([
    ['less than the least: up to the most', 57, { minimum: 80, maximum: 200 }, 143],
    ['less than the least, no most: up to the least', 57, { minimum: 80, maximum: null }, 23],
    ['as much as the least', 80, { minimum: 80, maximum: 200 }, 0],
    ['more than the most', 300, { minimum: 80, maximum: 200 }, 0],
    ['no levels', 0, { minimum: null, maximum: null }, 0],
    ['only a most', 0, { minimum: null, maximum: 50 }, 0],
  ] as const)('%s', (_, usable, level, order) => {
    expect(orderFor(usable, level)).toBe(order)
  })
})
