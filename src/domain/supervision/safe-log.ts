/** So many lines of the log go along at most. */
export const mostLogLines = 30

/** What stands for anything that might be about somebody. */
const covered = '…'

/** Words of code: lower case without marks, with the signs of paths, names of calls and places in a file. */
const plainWord = /^[a-z][a-z0-9_.:/()-]*$/u
/** A kind of error, or a place in a stack: `TypeError:`, `Object.handle`. */
const codeName =
  /^(?:[A-Z][A-Za-z]*Error:?|[A-Za-z][a-z]+(?:[A-Z][A-Za-z]*)*(?:\.[A-Za-z]+)+|SQLITE_[A-Z_]+)$/u
/** Few digits: a time, a count, a line of a file. A telephone, an identity number or a birth date has more. */
const shortNumber = /^[:(]?\d{1,3}(?:[:.)]\d{1,3}){0,3}\)?$/u
/** The moment a line begins with, and the number of a bug to be read out. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u
const bugNumber = /^[0-9A-F]{6}$/u

/**
 * A line of the log without anything that may be about a person. Everything is covered but words of code: names have marks or
 * capitals, numbers of people are long, and what is in quotation marks was data.
 */
export function safeLogLine(line: string): string {
  const words = line.replace(/(["'`“”]).*?\1/gu, covered).split(/\s+/u)
  const said = words.filter(Boolean).map((word, at) => (isSafe(word, at) ? word : covered))
  return said.join(' ').replace(/(?:… )+…/gu, covered)
}

function isSafe(word: string, at: number): boolean {
  if (at === 0 && moment.test(word)) return true
  if (word === covered || shortNumber.test(word) || codeName.test(word)) return true
  return (plainWord.test(word) && !/\d{4}/u.test(word)) || bugNumber.test(word)
}

/** The newest lines of a log, each covered. */
export function safeLog(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap(line => line.split('\n'))
    .filter(line => line.trim() !== '')
    .slice(-mostLogLines)
    .map(safeLogLine)
}
