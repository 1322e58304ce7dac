import { v5, v7 } from 'uuid'

/** A new row id: UUIDv7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7()
}

/** Everything the province names without our identifier. */
const provinceNamespace = 'b0f4b7a2-6c0e-4a55-9d61-2f6a0a3f5a11'

/** A row id made of a text: the same text gives the same id at every station. */
export function idOfText(text: string): string {
  return v5(text, provinceNamespace)
}
