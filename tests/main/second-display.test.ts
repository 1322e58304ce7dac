import { expect, test } from 'vitest'
import { callWindowPlace, secondDisplay } from '../../main/second-display'

const laptop = { id: 7, bounds: { x: 0, y: 0, width: 1366, height: 768 } }
const wall = { id: 3, bounds: { x: 1366, y: -200, width: 1920, height: 1080 } }
const small = { id: 1, bounds: { x: -800, y: 0, width: 800, height: 600 } }

test('of two monitors the call screen takes the one the work window is not on, whichever that is', () => {
  expect(secondDisplay([laptop, wall], laptop)).toBe(wall)
  expect(secondDisplay([laptop, wall], wall)).toBe(laptop)
  expect(callWindowPlace(wall)).toEqual({ width: 1280, height: 720, x: 1366, y: -200, fullscreen: true })
})

test('of several others the largest; their order does not matter', () => {
  expect(secondDisplay([small, laptop, wall], laptop)).toBe(wall)
  expect(secondDisplay([wall, laptop, small], laptop)).toBe(wall)
})

test('with one monitor there is no second: it opens as a window that can be moved', () => {
  expect(secondDisplay([laptop], laptop)).toBeNull()
  expect(callWindowPlace(null)).toEqual({ width: 1280, height: 720 })
})
