/** Text, a number, a day, or nothing: not known, not asked, no denominator. */
export type CellValue = number | string | { readonly day: string } | null
