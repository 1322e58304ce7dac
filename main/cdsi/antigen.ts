import { seriesDoseOf } from './series-dose'
import { agesOf, dayOf, numberOf, sourceText, wordOf, yesOf } from './words'
import { childOf, childrenOf, listOf, requiredText, textOf, type XmlElement } from './xml'

/** A product that protects against an antigen, where set only between two ages. */
export type Association = {
  readonly vaccine: string
  readonly beginAge: string | null
  readonly endAge: string | null
}

/** One antigen file as an antigen of the schedule format. */
export function antigenOf(file: XmlElement, associations: ReadonlyMap<string, readonly Association[]>) {
  const series = childrenOf(file, 'series')
  const codes = [...new Set(series.map(one => requiredText(one, 'targetDisease')))]
  const [code, ...others] = codes
  if (code === undefined || others.length > 0) throw new Error(`one file, antigens ${codes.join(', ')}`)
  const immunity = childOf(file, 'immunity')
  return {
    code,
    name: sourceText(code),
    shortName: sourceText(code),
    rollOut: 'nationwide',
    vaccines: associations.get(code) ?? [],
    immunity: childrenOf(immunity, 'clinicalHistory').flatMap(history => {
      const observationCode = textOf(history, 'guidelineCode')
      return observationCode
        ? [{ observationCode, text: sourceText(requiredText(history, 'guidelineTitle')) }]
        : []
    }),
    immunityByBirth: childrenOf(immunity, 'dateOfBirth').flatMap(birthRuleOf),
    contraindications: contraindicationsOf(childOf(file, 'contraindications')),
    series: series.map(seriesOf),
  }
}

/** No date is no rule: nobody becomes immune by an empty element. */
function birthRuleOf(rule: XmlElement) {
  const bornBefore = dayOf(rule, 'immunityBirthDate')
  if (bornBefore === null) return []
  const exclusions = childrenOf(rule, 'exclusion').map(one => textOf(one, 'exclusionCode'))
  return [
    {
      bornBefore,
      birthCountry: textOf(rule, 'birthCountry'),
      exclusions: exclusions.filter(code => code !== null),
    },
  ]
}

/** Ages of a product's contraindication stand on the product, so each age span becomes a rule of its own. */
function contraindicationsOf(contraindications: XmlElement | null) {
  const whole = childrenOf(childOf(contraindications, 'vaccineGroup'), 'contraindication')
  const single = childrenOf(childOf(contraindications, 'vaccine'), 'contraindication')
  return [
    ...whole.flatMap(rule => observed(rule).map(head => ({ ...head, ...agesOf(rule), vaccines: [] }))),
    ...single.flatMap(rule =>
      observed(rule).flatMap(head =>
        childrenOf(rule, 'contraindicatedVaccine').map(row => ({
          ...head,
          ...agesOf(row),
          vaccines: [requiredText(row, 'cvx')],
        })),
      ),
    ),
  ]
}

/** What a rule is about; none for the empty element that stands for "no contraindication". */
function observed(rule: XmlElement) {
  const observationCode = textOf(rule, 'observationCode')
  if (observationCode === null) return []
  const text = textOf(rule, 'contraindicationText') ?? requiredText(rule, 'observationTitle')
  return [{ observationCode, text: sourceText(text) }]
}

const seriesTypes = {
  standard: 'standard',
  risk: 'risk',
  'evaluation only': 'evaluation-only',
} as const

function seriesOf(series: XmlElement) {
  const name = requiredText(series, 'seriesName')
  const select = childOf(series, 'selectSeries')
  if (!select) throw new Error(`${name} lacks selectSeries`)
  const preference = textOf(select, 'seriesPreference')
  return {
    code: name,
    name: sourceText(name),
    type: wordOf(series, 'seriesType', seriesTypes),
    requiredSex: childrenOf(series, 'requiredGender')
      .map(({ text }) => text.toLowerCase())
      .filter(text => text !== '' && text !== 'n/a'),
    group: numberOf(requiredText(select, 'seriesGroup'), 'seriesGroup'),
    equivalentGroups: listOf(series, 'equivalentSeriesGroups').map(text =>
      numberOf(text, 'equivalentSeriesGroups'),
    ),
    default: yesOf(select, 'defaultSeries'),
    productPath: yesOf(select, 'productPath'),
    priority: requiredText(select, 'seriesPriority'),
    preference: preference === null ? null : numberOf(preference, 'seriesPreference'),
    minAgeToStart: textOf(select, 'minAgeToStart'),
    maxAgeToStart: textOf(select, 'maxAgeToStart'),
    indications: childrenOf(series, 'indication').flatMap(indicationOf),
    doses: childrenOf(series, 'seriesDose').map(dose => seriesDoseOf(dose, name)),
  }
}

function indicationOf(indication: XmlElement) {
  const observation = childOf(indication, 'observationCode')
  const observationCode = textOf(observation, 'code')
  if (observationCode === null) return []
  const text = textOf(indication, 'description') ?? textOf(observation, 'text') ?? observationCode
  return [{ observationCode, text: sourceText(text), ...agesOf(indication) }]
}
