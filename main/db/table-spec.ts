import type { Noun, Records } from '../../src/domain/journal/entry'

/** How one field of a record lies in its table. */
export type ColumnType = 'plain' | 'bool' | 'json'
export type ColumnSpec = readonly [column: string, field: string, type: ColumnType]
export type TableSpec = { readonly table: string; readonly columns: readonly ColumnSpec[] }

const snake = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The table of a noun, with a column for every field of its records. */
export function table<N extends Noun>(
  name: N,
  fields: { readonly [F in keyof Required<Records[N]>]: ColumnType },
  renamed: Partial<Record<keyof Records[N], string>> = {},
): TableSpec {
  const columns = Object.entries(fields).map(([field, type]) => {
    const column = (renamed as Record<string, string | undefined>)[field] ?? snake(field)
    return [column, field, type as ColumnType] as const
  })
  return { table: name.replaceAll('-', '_'), columns }
}
