import { refuse } from '../../../src/contract/errors'
import {
  type ChildMark,
  getIndicatorPlaces,
  getIndicators,
  type IndicatorCommune,
  listIndicatorNames,
} from '../../../src/contract/indicator-calls'
import type { IndicatorChild } from '../../../src/domain/report/indicators/indicator-child'
import { dosesOf, type IndicatorRules } from '../../../src/domain/report/indicators/indicator-rules'
import {
  type ChildName,
  indicatorView,
  isAmong,
  type Measure,
  namesOf,
} from '../../../src/domain/report/indicators/measure'
import {
  type Cohort,
  monthsOf,
  type PictureQuestion,
  picturesOf,
  placePictures,
} from '../../../src/domain/report/indicators/pictures'
import { groupBy } from '../../../src/domain/schedule/group-by'
import { madeOf } from '../handbook/made'
import { hitsOf } from '../handbook/people-of'
import { type Service, type ServiceContext, serve } from '../service'
import { keptIndicators } from './kept-indicators'
import { workServices } from './work-services'

/** A cohort with the children that were read last. */
export type Asked = PictureQuestion & { readonly children: readonly IndicatorChild[] }

/** What is asked about a cohort, of the children that were read last; of none before the first time. */
export function askedOf({ store, resources, today }: ServiceContext, cohort: Cohort): Asked {
  const kept = keptIndicators(store, cohort)
  const rules = resources.indicators
  const doses = dosesOf(rules, store.point()?.offeredAntigens ?? [])
  const view = indicatorView(rules, kept?.on ?? today)
  return { view, doses, cohort, children: kept?.children ?? [] }
}

const getIndicatorsService = serve(getIndicators, (context, { cohort, place }) => {
  const { children, ...question } = askedOf(context, cohort)
  const { doses: _doses, ...rules } = question.view.rules
  return {
    made: madeOf(context, keptIndicators(context.store, cohort), 'report.indicators'),
    on: question.view.on,
    rules,
    doses: question.doses,
    antigens: Object.fromEntries(
      context.resources.schedules.on(context.today).antigens.map(({ code, name }) => [code, name]),
    ),
    months: monthsOf(cohort),
    communes: communesOf(context, children),
    pictures: picturesOf(
      question,
      children.filter(child => isAmong({ place, bornIn: null }, child)),
    ),
  }
})

/** Places of the cohort by name; those that no list knows last. */
function communesOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  children: readonly IndicatorChild[],
): readonly IndicatorCommune[] {
  return [...groupBy(children, ({ communeCode }) => communeCode)]
    .map(([code, own]) => ({
      code,
      name: resources.units.communeByCode.get(code)?.name ?? null,
      hamlets: [...new Set(own.map(({ hamlet }) => hamlet))].toSorted(byWords),
    }))
    .toSorted((a, b) => Number(a.name === null) - Number(b.name === null) || byWords(a.name, b.name))
}

function byWords(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', 'vi', { numeric: true })
}

const getPlacesService = serve(getIndicatorPlaces, (context, { cohort, measure, communeCode }) => {
  const { children, ...question } = askedOf(context, cohort)
  if (!isKnown(question.view.rules, measure)) return refuse('report.unknown-cell')
  return {
    places: placePictures(question, measure, children, communeCode)
      .map(place => ({
        ...place,
        name: context.resources.units.communeByCode.get(place.communeCode)?.name ?? null,
      }))
      .toSorted((a, b) => byWords(a.name, b.name) || byWords(a.hamlet, b.hamlet)),
  }
})

/** A measure may name a dose of rules that have changed since. */
function isKnown({ doses, dropOuts }: IndicatorRules, measure: Measure): boolean {
  if ('doseId' in measure) return doses.some(({ id }) => id === measure.doseId)
  return measure.kind !== 'drop-out' || dropOuts.some(({ id }) => id === measure.dropOutId)
}

/** The names behind a mark of a cohort as it was read last. */
export function markNames(context: ServiceContext, cohort: Cohort, mark: ChildMark): readonly ChildName[] {
  const { view, children } = askedOf(context, cohort)
  if (!isKnown(view.rules, mark.measure)) return refuse('report.unknown-cell')
  return namesOf(view, mark.measure, children, mark)
}

const listNamesService = serve(listIndicatorNames, (context, { cohort, mark, offset, limit }) => {
  const names = markNames(context, cohort, mark)
  const shown = names.slice(offset, offset + limit)
  const hitOf = hitsOf(
    context,
    shown.map(({ personId }) => personId),
  )
  return {
    total: names.length,
    lines: shown.flatMap(name => {
      const hit = hitOf(name.personId)
      return hit ? [{ hit, name }] : []
    }),
  }
})

export const indicatorServices: readonly Service[] = [
  getIndicatorsService,
  getPlacesService,
  listNamesService,
  ...workServices,
]
