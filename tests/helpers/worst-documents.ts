import { readDocument } from '../../src/contract/document-files'
import type { DocumentKind } from '../../src/contract/print-calls'
import type { PrintDocument } from '../../src/domain/document/document'
import { vietnameseRows } from '../../src/domain/document/test-page'
import { documentFrom, sampleData } from './sample-documents'

/** The longest kind of real name: a newborn without a name of a mother with a royal one. */
export const longestName = 'Con bà Công Tằng Tôn Nữ Thị Ngọc Huyền Trân'
/** All 134 letters with marks and their plain ones, in rows that wrap. */
export const alphabet = vietnameseRows.join(' ')

const longKeys = new Set([
  'address',
  'remarks',
  'note',
  'reason',
  'reasons',
  'detail',
  'why',
  'place',
  'pointName',
])

type JsonObject = { readonly [key: string]: Json }
type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** The sample with another name wherever somebody is named. */
export function namedAs(kind: DocumentKind, name: string): PrintDocument {
  return documentFrom(kind, changed(sampleData(kind) as Json, '', { name, isLong: false }))
}

/** The sample with the longest name, and every letter wherever there is room for a sentence. */
export function longestOf(kind: DocumentKind): PrintDocument {
  return documentFrom(kind, changed(sampleData(kind) as Json, '', { name: longestName, isLong: true }))
}

type Change = { readonly name: string; readonly isLong: boolean }

function changed(value: Json, key: string, change: Change): Json {
  if (Array.isArray(value)) return value.map(item => changed(item, key, change))
  if (typeof value === 'object' && value !== null) return changedObject(value as JsonObject, change)
  if (typeof value !== 'string' || value === '' || !change.isLong) return value
  return longKeys.has(key) ? `${value} ${alphabet}` : value
}

/** Whoever has a name and a birth date or a code is a person; so is whom a syringe is for, and whom a form is about. */
function changedObject(object: JsonObject, change: Change): Json {
  if (object.label === 'Họ và tên') return { ...object, value: change.name }
  if (object.long === true && change.isLong) return { ...object, value: `${object.value ?? ''} ${alphabet}` }
  const isPerson = 'name' in object && ('birthDate' in object || 'code' in object)
  const entries = Object.entries(object).map(([key, value]) => {
    const isName = (key === 'name' && isPerson) || key === 'forName'
    return [key, isName ? change.name : changed(value, key, change)] as const
  })
  return Object.fromEntries(entries)
}

/** The sample without everything that may be absent: null where null is allowed, no rows where there may be none. */
export function emptiestOf(kind: DocumentKind): PrintDocument {
  let data = sampleData(kind) as JsonObject
  for (const path of pathsOf(data, [])) {
    for (const nothing of [null, []]) {
      const without = set(data, path, nothing)
      if (readDocument(kind, without).ok) {
        data = without
        break
      }
    }
  }
  return documentFrom(kind, data)
}

function pathsOf(value: Json, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  const below = Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
  return path.length === 0 ? below : [path, ...below]
}

function set(value: Json, [key, ...rest]: readonly string[], to: Json): JsonObject {
  const object = (typeof value === 'object' && value !== null ? value : {}) as JsonObject
  if (key === undefined || !(key in object)) return object
  return { ...object, [key]: rest.length === 0 ? to : set(object[key] ?? null, rest, to) }
}
