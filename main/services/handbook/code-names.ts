import type { Resources } from '../../resources/load'

/** What a finding of growth is called on files. */
const findings: Readonly<Record<string, string>> = {
  underweight: 'nhẹ cân',
  wasted: 'gầy còm',
  stunted: 'thấp còi',
}

/** The name of a finding; a code that no list has any more is its own name. */
export function codeName(_resources: Resources, code: string): string {
  return findings[code] ?? code
}
