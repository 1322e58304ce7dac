/** Signs between the letters of a lot number that people leave out or put in. */
const separators = [' ', '-', '.', '/', '_', '\\', ',', ':', '#']

/** Letters that are read as digits on a label, and the other way round. */
const alike: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]

/**
 * The SQL of a lot number without what differs between two hands: case, separators, O for 0, I and L for 1. It stands in
 * an index and must never change: another reading is another index.
 */
export function lotKeySql(column: string): string {
  const bare = separators.reduce((sql, sign) => `replace(${sql}, '${sign}', '')`, `upper(${column})`)
  return alike.reduce((sql, [letter, digit]) => `replace(${sql}, '${letter}', '${digit}')`, bare)
}
