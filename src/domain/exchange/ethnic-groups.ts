import { nameKey } from '../person/name-key'

/** `resources/codes/ethnic-groups.json`. */
export type EthnicGroupsFile = {
  readonly ethnicGroups: readonly {
    readonly code: string
    readonly name: string
    readonly otherNames: readonly string[]
  }[]
}

/** Finds the two-digit code of a group by code or name; null when it is unknown. */
export type EthnicGroupLookup = (text: string) => string | null

/** Builds the lookup; spaces and hyphens do not matter (Ba na, Ba-na, Bana), the first group with a name keeps it. */
export function createEthnicGroupLookup(file: EthnicGroupsFile): EthnicGroupLookup {
  const codes = new Map<string, string>()
  const put = (text: string, code: string) => {
    const key = nameKey(text).replaceAll(' ', '')
    if (!codes.has(key)) codes.set(key, code)
  }
  for (const { code, name } of file.ethnicGroups) {
    put(code, code)
    put(name, code)
  }
  for (const { code, otherNames } of file.ethnicGroups) for (const name of otherNames) put(name, code)
  return text => codes.get(nameKey(text).replaceAll(' ', '')) ?? null
}
