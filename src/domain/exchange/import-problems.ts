/** Why a row is not taken. */
export type ImportBlockingCode =
  | 'import.bad-source-code'
  | 'import.bad-date'
  | 'import.birth-in-future'
  | 'import.no-name'
  | 'import.bad-sex'
  | 'import.person-conflict'
  | 'import.dose-before-birth'
  | 'import.dose-in-future'
  | 'import.unknown-vaccine'
  | 'import.other-row-refused'
  | 'import.not-chosen'

/** What is taken but left out or assumed, and should be looked at. */
export type ImportWarningCode =
  | 'import.duplicate-row'
  | 'import.bad-phone'
  | 'import.bad-identifier'
  | 'import.unknown-place'
  | 'import.unknown-ethnic-group'
  | 'import.unknown-programme'
  | 'import.dose-near'
  | 'import.field-differs'

const warnings: readonly string[] = [
  'import.duplicate-row',
  'import.bad-phone',
  'import.bad-identifier',
  'import.unknown-place',
  'import.unknown-ethnic-group',
  'import.unknown-programme',
  'import.dose-near',
  'import.field-differs',
] satisfies readonly ImportWarningCode[]

/** One finding: the spreadsheet's row (its first is 1), the column's header and what stands there. */
export type ImportProblem = {
  readonly row: number
  readonly severity: 'blocking' | 'warning'
  readonly code: ImportBlockingCode | ImportWarningCode
  readonly column: string | null
  readonly value: string | null
}

/** One cell as read, with where it stands. */
export type CellText = { readonly row: number; readonly column: string | null; readonly text: string }

/** Makes a finding about a cell. */
export function problem(code: ImportProblem['code'], { row, column, text }: CellText): ImportProblem {
  return {
    row,
    severity: warnings.includes(code) ? 'warning' : 'blocking',
    code,
    column,
    value: text === '' ? null : text.slice(0, 200),
  }
}

/** True when the row cannot be taken while this stands. */
export function isBlockingProblem({ severity }: ImportProblem): boolean {
  return severity === 'blocking'
}
