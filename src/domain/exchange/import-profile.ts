import type { GuessedColumn } from './guess-columns'
import { headerKey, isColumnMeaning } from './import-fields'

/**
 * Which header of a kind of list means what, under a name: kept by the point, or shipped in `resources/import`. An empty
 * meaning says that the column is not read.
 */
export type ImportProfile = {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly meaning: string }[]
}

/** A profile the point keeps. */
export type SavedImportProfile = ImportProfile & { readonly byUserId: string }

/** So much of a profile's headers must be in a file for it to be one of that kind. */
const leastShare = 0.8

/**
 * The profile a file was made after: the one with most of its headers there, earlier ones of the list first; null when
 * none has nearly all.
 */
export function recognizeProfile<P extends ImportProfile>(
  headers: readonly string[],
  profiles: readonly P[],
): P | null {
  const keys = new Set(headers.map(headerKey).filter(key => key !== ''))
  const scored = profiles.map(profile => {
    const known = profile.columns.filter(({ header }) => keys.has(headerKey(header))).length
    return { profile, known, share: profile.columns.length === 0 ? 0 : known / profile.columns.length }
  })
  const fitting = scored.filter(({ share, known }) => share >= leastShare && known >= 2)
  return fitting.toSorted((a, b) => b.known - a.known)[0]?.profile ?? null
}

/** The first of these rows that is the header of a known kind of list, whatever its words are; null when there is none. */
export function profileRow(
  rows: readonly (readonly string[])[],
  profiles: readonly ImportProfile[],
): number | null {
  const row = rows.findIndex(cells => recognizeProfile(cells, profiles) !== null)
  return row === -1 ? null : row
}

/** The columns as a profile reads them; a header it does not know keeps what was guessed. */
export function applyProfile(
  columns: readonly GuessedColumn[],
  profile: ImportProfile,
): readonly GuessedColumn[] {
  const meanings = new Map(profile.columns.map(({ header, meaning }) => [headerKey(header), meaning]))
  const said = new Set(profile.columns.map(({ meaning }) => meaning).filter(meaning => meaning !== ''))
  return columns.map(column => {
    const meaning = column.header === '' ? undefined : meanings.get(headerKey(column.header))
    if (meaning !== undefined) return { ...column, meaning: isColumnMeaning(meaning) ? meaning : null }
    return column.meaning !== null && said.has(column.meaning) ? { ...column, meaning: null } : column
  })
}
