import { expect, test } from 'vitest'
import { fuzzImport } from '../../../helpers/fuzz-import'
import { context } from './resources'

test('cells of anything crash nothing, and whoever is taken can be stored', () => {
  expect(fuzzImport(context, 3_000)).toBeGreaterThanOrEqual(3_000)
})
