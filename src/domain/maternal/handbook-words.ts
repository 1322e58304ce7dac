/** The lists of the handbook that records keep codes of. */
export const handbookLists = [
  'risk',
  'pregnancy-danger',
  'test',
  'complication',
  'screening',
  'mother-check',
  'newborn-check',
  'mother-danger',
  'newborn-danger',
  'feeding',
  'supplement',
  'sign',
  'child-danger',
] as const
export type HandbookList = (typeof handbookLists)[number]

/** What a code of a list is called in Vietnamese; null for one that the list no longer has. */
export type HandbookWords = (list: HandbookList, code: string) => string | null
