import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type Value = ProblemParams[string] | undefined
type ScheduleFileCode = Extract<ErrorCode, `schedule-file.${string}`>
type Sentence = (params: ProblemParams) => string

/** “12 moons”; other words where nothing is given. */
function quoted(value: Value, otherwise: string): string {
  return value === undefined || value === null || value === '' ? otherwise : `“${value}”`
}

/** A sentence with more behind it where that is known. */
function more(value: Value, words: (value: string) => string): string {
  return value === undefined || value === null || value === '' ? '' : words(String(value))
}

function suggested({ suggestion }: ProblemParams, otherwise: string): string {
  return suggestion ? `Did you mean “${suggestion}”?` : otherwise
}

/** What a place in the file must hold, by the reader's word for it. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  array: 'a list [ ]',
  object: 'a group of fields { }',
  record: 'a group of fields { }',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  from: '"previous", {"target": number}, {"mostRecent": [ ]} or {"observation": "…"}',
}

const syntax: Readonly<Record<string, (found: string, opened: string) => string>> = {
  comma: () => 'A comma is missing. Put “,” at the end of this line.',
  'extra-comma': () => 'There is a comma before a closing bracket. Delete it.',
  colon: () => 'A colon is missing. Put “:” between the name of the field and its value.',
  name: () => 'The name of a field in double quotes is expected here.',
  value: () => 'A value is missing here. Write one, or null for none.',
  'close-brace': (_, opened) => `A “}” is missing${opened}. Close the pair.`,
  'close-bracket': (_, opened) => `A “]” is missing${opened}. Close the pair.`,
  quote: () => 'The text has no closing quote. Put " at its end.',
  'plain-quote': found => `The quotes in ${found} cannot be used. Write straight double quotes ".`,
  'no-comment': () => 'This file cannot hold comments. Delete the comment.',
  escape: found => `A character in ${found} cannot be used. Write \\\\ for \\, and no line breaks or tabs.`,
  end: () => 'There is more after the end. Delete it, or check the closing brackets above.',
  symbol: found => `“${found}” must stand in double quotes. Put " around it.`,
}

/** Sentences about places in a file, each with the line it is about. */
function withLines<Code extends string>(sentences: Readonly<Record<Code, Sentence>>) {
  const all = Object.entries<Sentence>(sentences).map(([code, words]) => [
    code,
    (params: ProblemParams) => `${more(params.line, line => `Line ${line}: `)}${words(params)}`,
  ])
  return Object.fromEntries(all) as Readonly<Record<Code, Sentence>>
}

/** What is wrong inside a file: every sentence says what to write instead. */
const inFile = withLines({
  'schedule-file.bad-syntax': ({ expected, found, openedOnLine }) => {
    const opened = more(openedOnLine, line => ` for the one opened on line ${line}`)
    const words = syntax[String(expected)]
    return words
      ? words(String(found ?? ''), opened)
      : 'The punctuation of the file is wrong. Check commas and brackets.'
  },
  'schedule-file.name-twice': ({ name, firstLine }) =>
    `The field ${quoted(name, 'here')} is there already${more(firstLine, line => ` on line ${line}`)}. Keep one.`,
  'schedule-file.wrong-kind': ({ format, kind }) =>
    `This file is no part of a schedule${more(format, value => ` (format ${value}`)}${more(kind, value => `, kind “${value}”`)}${format ? ')' : ''}. It needs "format": 2 and "kind": "programme" or "supplement".`,
  'schedule-file.unknown-field': params =>
    `There is no field ${quoted(params.name, 'of this name')}. ${suggested(params, 'Delete it or check its spelling.')}`,
  'schedule-file.missing-field': ({ name }) => `The field ${quoted(name, 'needed here')} is missing. Add it.`,
  'schedule-file.wrong-type': ({ name, expected }) =>
    `The field ${quoted(name, 'here')} has the wrong type. It needs ${kinds[String(expected)] ?? 'another one, see the sample'}.`,
  'schedule-file.bad-choice': ({ name, value, choices }) =>
    `${quoted(value, 'This value')} cannot be used for ${quoted(name, 'this field')}. Choose one of: ${choices || 'those in the sample'}.`,
  'schedule-file.bad-number': ({ value, lowest }) =>
    `${quoted(value, 'This number')} is too small. Write ${more(lowest, number => `${number} or more`) || 'a larger one'}.`,
  'schedule-file.bad-span': ({ value }) =>
    `${quoted(value, 'This value')} is no span of time. Write it like “12 months” or “18 months - 4 days”.`,
  'schedule-file.bad-day': ({ value }) =>
    `${quoted(value, 'This value')} is no day that exists. Write year-month-day like “2026-07-01”.`,
  'schedule-file.stray-brace': ({ value }) =>
    `In ${quoted(value, 'the name of a dose')} only {n} may stand in braces, for its number. Delete other braces.`,
  'schedule-file.bad-setting': ({ name, value, choices }) =>
    `The setting ${quoted(name, 'here')} does not take ${quoted(value, 'this value')}. Choose one of: ${choices || 'its alternatives'}.`,
  'schedule-file.empty': ({ name }) =>
    `The field ${quoted(name, 'here')} is empty. Write at least one value.`,
  'schedule-file.unknown-list': params =>
    `There is no vaccine list ${quoted(params.value, 'of this name')}. ${suggested(params, 'Use a list of catalog.json, or write the codes one by one.')}`,
  'schedule-file.unknown-vaccine': params =>
    `There is no vaccine with the code ${quoted(params.value, 'given')}. ${suggested(params, 'Look the code up in the list of vaccines.')}`,
  'schedule-file.vaccine-lacks-antigen': ({ value, antigen }) =>
    `The vaccine ${quoted(value, 'here')} does not count for ${quoted(antigen, 'this antigen')}. Take it out or put it under another antigen.`,
  'schedule-file.unknown-antigen': params =>
    `There is no antigen ${quoted(params.value, 'of this code')}. ${suggested(params, 'Use a code of catalog.json.')}`,
  'schedule-file.unknown-version': params =>
    `There is no version ${quoted(params.value, 'of this code')} to be based on. ${suggested(params, more(params.choices, choices => `There are: ${choices}.`) || 'See the list of versions.')}`,
  'schedule-file.based-on-itself': ({ value }) =>
    `A version cannot be based on itself, or on one that is based on it${more(value, code => ` (“${code}”)`)}. Change basedOn.`,
  'schedule-file.unknown-group': ({ value }) =>
    `This antigen has no series group${more(value, group => ` ${group}`)}. Use a number of a group field.`,
  'schedule-file.code-taken': ({ value }) =>
    `The series code ${quoted(value, 'here')} is used elsewhere. Choose another code.`,
  'schedule-file.interval-from-later': ({ dose, target }) =>
    `${dose ? `Dose ${dose}` : 'A dose'} counts its interval from ${target ? `dose ${target}` : 'a dose'}, which is not before it. Choose an earlier dose.`,
  'schedule-file.risk-without-indication': ({ value }) =>
    `The risk series ${quoted(value, 'here')} has no indication. Add indications, or make its type "standard".`,
  'schedule-file.out-of-order': ({ earlier, earlierValue, later, laterValue }) =>
    later
      ? `${quoted(laterValue, 'The value')} at “${later}” lies before ${quoted(earlierValue, 'the value')} at “${earlier}”. Correct one of the two.`
      : 'Two limits contradict each other: the later one lies before the earlier one. Correct one of the two.',
  'schedule-file.confirmed-by-nobody': () =>
    'It says confirmed, but not by whom. Write a name at confirmedBy, or leave "unconfirmed".',
  'schedule-file.does-not-fit': ({ other }) =>
    `With this file the file ${quoted(other, 'of another version')} could not be used any more. Withdraw that one first, or correct this one.`,
})

/** Trouble with schedule files: what stands in them, and what is done with them. */
export const scheduleFileErrors: Readonly<Record<ScheduleFileCode, Sentence>> = {
  ...inFile,
  'schedule-file.bad-encoding': () =>
    'The text of the file is not UTF-8. Save it as UTF-8 and choose it again; the schedule in use is unchanged.',
  'schedule-file.unreadable': () =>
    'This file cannot be read, or is too large. Choose again; the schedule in use is unchanged.',
  'schedule-file.cancelled': () => 'No file was chosen.',
  'schedule-file.choose-again': () =>
    'The preview is out of date. The schedule in use is unchanged; choose the file and look again.',
  'schedule-file.has-problems': () =>
    'The file has problems, so it was not applied. Correct the lines named and choose it again; the schedule in use is unchanged.',
  'schedule-file.already-active': () => 'Exactly this is in use already. Nothing has changed.',
  'schedule-file.not-active': () =>
    'This file has been withdrawn before, maybe at another station. Look at the list again.',
  'schedule-file.not-found': () => 'This schedule file is not there any more. Look at the list again.',
  'schedule-file.needed': ({ code, fileName }) =>
    `The file ${quoted(fileName || code, 'of another version')} is based on this one. Withdraw that one first.`,
}
