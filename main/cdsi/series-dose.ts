import { agesOf, dayOf, effectiveOf, numberOf, sourceText, wordOf, yesOf } from './words'
import { childOf, childrenOf, listOf, requiredText, textOf, type XmlElement } from './xml'

/** One `seriesDose` as a dose of the schedule format. Empty elements, which mean "n/a", are left out. */
export function seriesDoseOf(dose: XmlElement, seriesName: string) {
  return {
    label: sourceText(`${seriesName}: ${requiredText(dose, 'doseNumber')}`),
    age: filled(dose, 'age').map(ageRuleOf),
    intervals: filled(dose, 'interval').map(intervalOf),
    allowableIntervals: filled(dose, 'allowableInterval').map(allowableIntervalOf),
    preferableVaccines: filled(dose, 'preferableVaccine').map(preferableOf),
    allowableVaccines: filled(dose, 'allowableVaccine').map(vaccineRowOf),
    inadvertentVaccines: filled(dose, 'inadvertentVaccine').map(row => requiredText(row, 'cvx')),
    skips: filled(dose, 'conditionalSkip').map(skipOf),
    recurs: yesOf(dose, 'recurringDose'),
    season: filled(dose, 'seasonalRecommendation').map(seasonOf).at(0) ?? null,
  }
}

/** Elements that say something: an element whose leaves are all empty stands for "none". */
function filled(dose: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(dose, name).filter(hasText)
}

function hasText({ name, text, children }: XmlElement): boolean {
  if (name === 'fromPrevious') return text === 'Y'
  return (text !== '' && text !== 'n/a') || children.some(hasText)
}

function ageRuleOf(age: XmlElement) {
  return {
    ...effectiveOf(age),
    absMin: textOf(age, 'absMinAge'),
    min: textOf(age, 'minAge'),
    earliestRec: textOf(age, 'earliestRecAge'),
    latestRec: textOf(age, 'latestRecAge'),
    max: textOf(age, 'maxAge'),
  }
}

function allowableIntervalOf(interval: XmlElement) {
  return {
    ...effectiveOf(interval),
    from: intervalFromOf(interval),
    absMin: textOf(interval, 'absMinInt'),
  }
}

function intervalOf(interval: XmlElement) {
  return {
    ...allowableIntervalOf(interval),
    min: textOf(interval, 'minInt'),
    earliestRec: textOf(interval, 'earliestRecInt'),
    latestRec: textOf(interval, 'latestRecInt'),
    hasPriority: textOf(interval, 'intervalPriority') !== null && isOverride(interval),
  }
}

function isOverride(interval: XmlElement): boolean {
  return wordOf(interval, 'intervalPriority', { override: 'override' }) === 'override'
}

/** Exactly one reference is named; "N" in `fromPrevious` names none. */
function intervalFromOf(interval: XmlElement) {
  const target = textOf(interval, 'fromTargetDose')
  const mostRecent = listOf(interval, 'fromMostRecent')
  const observation = textOf(childOf(interval, 'fromRelevantObs'), 'code')
  const isPrevious = textOf(interval, 'fromPrevious') !== null && yesOf(interval, 'fromPrevious')
  const found = [
    ...(isPrevious ? ['previous'] : []),
    ...(target ? [{ target: numberOf(target, 'fromTargetDose') }] : []),
    ...(mostRecent.length > 0 ? [{ mostRecent }] : []),
    ...(observation ? [{ observation }] : []),
  ]
  const [from, ...others] = found
  if (from === undefined || others.length > 0)
    throw new Error(`an interval counts from ${found.length} places`)
  return from
}

function vaccineRowOf(row: XmlElement) {
  return { vaccine: requiredText(row, 'cvx'), ...agesOf(row) }
}

function preferableOf(row: XmlElement) {
  const volume = textOf(row, 'volume')
  return {
    ...vaccineRowOf(row),
    volumeMl: volume === null ? null : Number(volume),
    forecast: yesOf(row, 'forecastVaccineType'),
    manufacturer: textOf(row, 'mvx'),
  }
}

const logics = { and: 'and', or: 'or', 'n/a': 'or', '': 'or' } as const

function skipOf(skip: XmlElement) {
  return {
    context: wordOf(skip, 'context', { both: 'both', evaluation: 'evaluation', forecast: 'forecast' }),
    logic: wordOf(skip, 'setLogic', logics),
    sets: childrenOf(skip, 'set').map(set => ({
      ...effectiveOf(set),
      logic: wordOf(set, 'conditionLogic', logics),
      conditions: childrenOf(set, 'condition').map(conditionOf),
    })),
  }
}

const conditionTypes = {
  age: 'age',
  'completed series': 'completed-series',
  interval: 'interval',
  'vaccine count by age': 'vaccine-count',
  'vaccine count by date': 'vaccine-count',
  'vaccine count by date and age': 'vaccine-count',
} as const

function conditionOf(condition: XmlElement) {
  const type = wordOf(condition, 'conditionType', conditionTypes)
  switch (type) {
    case 'age':
      return { type, ...agesOf(condition) }
    case 'interval':
      return { type, interval: requiredText(condition, 'interval') }
    case 'completed-series':
      return { type, group: numberOf(requiredText(condition, 'seriesGroups'), 'seriesGroups') }
    case 'vaccine-count':
      return {
        type,
        ...agesOf(condition),
        startOn: dayOf(condition, 'startDate'),
        endOn: dayOf(condition, 'endDate'),
        comparison: wordOf(condition, 'doseCountLogic', {
          'greater than': 'greater than',
          'equal to': 'equal to',
          'less than': 'less than',
        }),
        count: numberOf(requiredText(condition, 'doseCount'), 'doseCount'),
        doseType: wordOf(condition, 'doseType', { valid: 'valid', total: 'total' }),
        vaccines: listOf(condition, 'vaccineTypes'),
      }
  }
}

function seasonOf(season: XmlElement) {
  return { startOn: dayOf(season, 'startDate'), endOn: dayOf(season, 'endDate') }
}
