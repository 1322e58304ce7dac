import type { NiisField } from './niis-columns'

/** Why a file is not taken. */
export type ImportBlockingCode =
  | 'import.empty-file'
  | 'import.bad-encoding'
  | 'import.missing-column'
  | 'import.bad-source-code'
  | 'import.bad-date'
  | 'import.birth-in-future'
  | 'import.no-name'
  | 'import.bad-sex'
  | 'import.person-conflict'
  | 'import.dose-before-birth'
  | 'import.dose-in-future'
  | 'import.unknown-vaccine'
  | 'import.duplicate-row'

/** What is taken but left out or assumed, and should be looked at. */
export type ImportWarningCode =
  | 'import.bad-phone'
  | 'import.bad-identifier'
  | 'import.unknown-place'
  | 'import.unknown-ethnic-group'
  | 'import.unknown-programme'

const warnings: readonly string[] = [
  'import.bad-phone',
  'import.bad-identifier',
  'import.unknown-place',
  'import.unknown-ethnic-group',
  'import.unknown-programme',
] satisfies readonly ImportWarningCode[]

/** One finding in a file: the spreadsheet's row (the header is row 1), the column and what stands there. */
export type ImportProblem = {
  readonly row: number
  readonly severity: 'blocking' | 'warning'
  readonly code: ImportBlockingCode | ImportWarningCode
  readonly column: string | null
  readonly value: string | null
}

/** One cell as read, with where it stands. */
export type CellText = { readonly row: number; readonly column: string | null; readonly text: string }

/** Reads one cell of a row; an absent column reads as empty. */
export type ImportCell = (field: NiisField) => CellText

/** Makes a finding about a cell. */
export function problem(code: ImportProblem['code'], { row, column, text }: CellText): ImportProblem {
  return {
    row,
    severity: warnings.includes(code) ? 'warning' : 'blocking',
    code,
    column,
    value: text === '' ? null : text,
  }
}

/** True when the file cannot be taken while this stands. */
export function isBlockingProblem({ severity }: ImportProblem): boolean {
  return severity === 'blocking'
}
