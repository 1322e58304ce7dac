import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errors as english } from '../../../renderer/text/en/errors'
import { errors as vietnamese } from '../../../renderer/text/vi/errors'
import { allCalls } from '../../../src/contract/all-calls'
import { errorCodes } from '../../../src/contract/errors'

const root = new URL('../../..', import.meta.url).pathname
const catalog = readFileSync(join(root, 'docs/errors.md'), 'utf8')
const sorted = (codes: Iterable<string>) => [...codes].sort()
const known = sorted(errorCodes)

/** "## `lot.expired`" and the lines below it. */
const sections = new Map(
  catalog
    .split(/^### /mu)
    .slice(1)
    .map(section => [/^`([^`]+)`/u.exec(section)?.[1] ?? '', section]),
)

describe('the error codes, the sentences and docs/errors.md name the same troubles', () => {
  test('every code once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })
  test('the Vietnamese sentences', () => {
    expect(sorted(Object.keys(vietnamese))).toEqual(known)
  })
  test('the English sentences', () => {
    expect(sorted(Object.keys(english))).toEqual(known)
  })
  test('docs/errors.md', () => {
    expect(sorted(sections.keys())).toEqual(known)
  })

  test.each(errorCodes)('%s: the catalog shows the sentence of the window and says what helps', code => {
    const section = sections.get(code) ?? ''
    expect(section).toContain(`- Câu hiện ra: ${vietnamese[code]({})}`)
    for (const heading of ['Thường do', 'Điểm tiêm làm gì', 'Gọi ai'])
      expect(section).toMatch(new RegExp(`^- ${heading}: \\S`, 'mu'))
  })

  test.each(errorCodes)('%s: both sentences are sentences', code => {
    expect(vietnamese[code]({})).toMatch(/^\p{Lu}.+[.!]$/su)
    expect(english[code]({})).toMatch(/^\p{Lu}.+[.!]$/su)
    expect(vietnamese[code]({})).not.toMatch(/undefined|null|NaN/u)
  })
})

describe('no code is dead', () => {
  const sources = ['main', 'src/domain'].flatMap(folder => filesIn(join(root, folder)))
  const text = sources.map(file => readFileSync(file, 'utf8')).join('\n')

  test.each(errorCodes)('%s is raised somewhere', code => {
    expect(text.includes(`'${code}'`)).toBe(true)
  })

  test('no call declares a code twice', () => {
    const twice = [...allCalls.values()].filter(({ errors }) => new Set(errors).size < errors.length)
    expect(twice.map(({ name }) => name)).toEqual([])
  })
})

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/u.test(name))
    .map(name => join(folder, name))
}
