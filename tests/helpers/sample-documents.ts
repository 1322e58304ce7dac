import { readFileSync } from 'node:fs'
import { readDocument } from '../../src/contract/document-files'
import type { DocumentKind } from '../../src/contract/print-calls'
import type { PrintDocument } from '../../src/domain/document/document'

/** The data file of a document in `resources/documents/samples`, as it lies there. */
export function sampleData(kind: DocumentKind): Readonly<Record<string, unknown>> {
  const file = new URL(`../../resources/documents/samples/${kind}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>
}

/** The document of a data file; throws with every line of what is wrong. */
export function documentFrom(kind: DocumentKind, raw: unknown): PrintDocument {
  const reading = readDocument(kind, raw)
  if (!reading.ok) throw new Error(`${kind}: ${reading.problems.join('; ')}`)
  return reading.document
}
