import type { Issue } from '../../../src/domain/document/facts'
import {
  buildIndicatorSheet,
  type IndicatorSheet,
  type SheetBar,
} from '../../../src/domain/document/indicator-sheet'
import type { IndicatorChild } from '../../../src/domain/report/indicators/indicator-child'
import { doseRule } from '../../../src/domain/report/indicators/indicator-rules'
import {
  type IndicatorPlace,
  isAmong,
  type Measure,
  type Share,
  shareOf,
} from '../../../src/domain/report/indicators/measure'
import {
  type Cohort,
  type IndicatorPictures,
  monthsOf,
  picturesOf,
  sharesByMonth,
} from '../../../src/domain/report/indicators/pictures'
import type { ServiceContext } from '../service'
import { placeName, placesWithin } from './indicator-rows'
import { type Asked, askedOf } from './indicator-services'
import { aimOf, labelOf, leftWord } from './indicator-words'

/** What every place is compared by on paper. */
const compared: readonly Measure[] = [
  { kind: 'fully-immunised' },
  { kind: 'birth-dose', answer: 'in-time' },
  { kind: 'dose', doseId: 'dpt-3' },
  { kind: 'dose', doseId: 'measles-1' },
  { kind: 'zero-dose' },
]

/** The indicators of a cohort as they were made last, on paper. */
export function indicatorsOnPaper(
  context: ServiceContext,
  { cohort, place }: { readonly cohort: Cohort; readonly place: IndicatorPlace | null },
  issue: Issue,
): IndicatorSheet {
  const asked = askedOf(context, cohort)
  const children = asked.children.filter(child => isAmong({ place, bornIn: null }, child))
  const pictures = picturesOf(asked, children)
  const measures = compared.filter(measure => isAsked(asked, measure))
  return buildIndicatorSheet({
    title: `Chỉ số tiêm chủng: trẻ sinh từ ${month(cohort.from)} đến ${month(cohort.to)}`,
    about: [`Nơi ở: ${placeName(context, place)}`, followedWords(asked, pictures)],
    bars: [pictures.fullyImmunised, ...pictures.coverage].map(({ measure, ...share }) =>
      barOf(asked, measure, share),
    ),
    panels: panelsOf(asked, pictures),
    months: monthsOf(cohort).map(month),
    byMonth: byMonthOf(asked, pictures, children),
    places: {
      heads: measures.map(measure => labelOf(asked.view.rules, measure)),
      rows: placesWithin(context, place, children).map(([name, own]) => ({
        name,
        shares: measures.map(measure => shareOf(asked.view, measure, own)),
      })),
    },
    note: 'Chỉ mũi hợp lệ được tính; trẻ được hỏi đến một mũi khi đã quá tuổi tiêm 1 tháng. Chỉ tiêu và cách tính chưa được cơ quan chỉ đạo xác nhận.',
    issue,
  })
}

const month = (text: string) => `${text.slice(5)}/${text.slice(0, 4)}`

function isAsked({ doses }: Asked, measure: Measure): boolean {
  return measure.kind !== 'dose' || doses.some(({ id }) => id === measure.doseId)
}

function followedWords({ view: { on } }: Asked, { followed, leftOut }: IndicatorPictures): string {
  const day = on.split('-').toReversed().join('/')
  const left = leftOut.map(({ why, children }) => `${children} ${leftWord(why)}`).join(', ')
  return `${followed} trẻ đang theo dõi đến ${day}${left === '' ? '' : `; không tính: ${left}`}`
}

function barOf({ view: { rules } }: Asked, measure: Measure, { counted, of }: Share): SheetBar {
  const isLimit = measure.kind === 'drop-out'
  return { label: labelOf(rules, measure), counted, of, aim: aimOf(rules, measure), isLimit }
}

function panelsOf({ view: { rules } }: Asked, { panels }: IndicatorPictures): IndicatorSheet['panels'] {
  return panels.map(({ id, untilMonths, curves }) => ({
    label: rules.panels.find(panel => panel.id === id)?.label.vi ?? id,
    untilMonths,
    lines: curves.map(({ doseId, dueDays, points }) => ({
      label: doseRule(rules, doseId).label.vi,
      dueDays,
      points,
    })),
  }))
}

function byMonthOf(
  asked: Asked,
  { birthDose, dropOuts, zeroDose }: IndicatorPictures,
  children: readonly IndicatorChild[],
): IndicatorSheet['byMonth'] {
  const inTime = birthDose.slice(0, 1)
  return [...inTime, ...dropOuts, zeroDose].map(({ whole: { measure, ...share } }) => ({
    ...barOf(asked, measure, share),
    shares: sharesByMonth(asked, measure, children),
  }))
}
