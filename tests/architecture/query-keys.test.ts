import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')

/**
 * Two readers that keep different shapes under one key take each other's answer for their own: a commune that is known
 * stood blank because another screen had read the same list first.
 */
test('only renderer/data says under which key a read is kept', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/u.test(name) && !name.startsWith('data/'),
  )
  expect(files.length).toBeGreaterThan(100)
  const own = files.filter(name => /queryKey:\s*\[/u.test(readFileSync(join(renderer, name), 'utf8')))
  expect(own).toEqual([])
})
